import type { Finding, Report, RunError, Severity } from "../model.ts";
import { STDIN } from "../naming/stdin.ts";
import { escapeMarkdown } from "./escape.ts";
import { encodePath } from "./location.ts";
import { quantity } from "./quantity.ts";
import type { Reporter } from "./reporter.ts";
import { fillPage, folded, type Section, table, titled } from "./sections.ts";
import { suggestionsOf } from "./suggestions.ts";
import { countReasons, type ReasonCount, type Summary, summarize, wordCounts } from "./summary.ts";

/** In bytes. GitHub loses a step's summary of more than 1 MiB; what is below is room for its other writers. */
const limit = 900 * 1024;

const icons: Record<Summary["state"], string> = { clean: "✅", partial: "⚠️", failed: "❌" };

export const markdown: Reporter = {
	name: "markdown",
	about: "for job summaries: tables in GitHub Flavored Markdown, at most 900 KiB",
	render(report, { blobUrl }) {
		const summary = summarize(report, escapeMarkdown);
		const suggestions = suggestionsOf(report.findings);
		const of = (severity: Severity) => report.findings.filter((finding) => finding.severity === severity);
		const sections = [
			errorTable(report.errors),
			findingTable("Errors", of("error"), blobUrl),
			findingTable("Warnings", of("warning"), blobUrl),
			findingTable("Info", of("info"), blobUrl),
			reasonTable("Unsure", countReasons(report, "unsure")),
			reasonTable("Skipped", countReasons(report, "skipped")),
			folded(`Suggestions: ${quantity(suggestions.rows.length, "edit")}`, suggestions),
		];
		return fillPage(opening(report, summary), sections, limit);
	},
};

function opening({ environment: { base }, stats }: Report, { state, headline, verdicts }: Summary): string {
	const title = `## ${icons[state]} ${headline}\n`;
	const compared = base?.commit === undefined ? "" : `\n${comparison(base.name, base.commit, stats)}\n`;
	if (verdicts.length < 2) return title + compared;
	const slices = verdicts.map(({ verdict, count }) => `    "${verdict}" : ${count}`);
	const pie = [`pie showData`, `    title ${quantity(stats.links, "link")} by verdict`, ...slices].join("\n");
	return `${title}${compared}\n\`\`\`mermaid\n${pie}\n\`\`\`\n`;
}

function comparison(name: string, commit: string, { preExisting }: Report["stats"]): string {
	const before = wordCounts(preExisting);
	const since = `Compared with ${escapeMarkdown(name)} (${escapeMarkdown(commit.slice(0, 7))}).`;
	return before === "" ? since : `${since} Pre-existing, and no reason to fail: ${before}.`;
}

function errorTable(errors: readonly RunError[]): Section {
	const rows = errors.map(({ path = "", message, help, code }) => [
		escapeMarkdown(path),
		sentences(message, help),
		escapeMarkdown(code),
	]);
	return titled(`What could not be done (${errors.length})`, table(["Where", "Error", "Code"], rows));
}

function findingTable(title: string, findings: readonly Finding[], blobUrl: string | undefined): Section {
	const rows = findings.map((finding) => [
		where(finding, blobUrl),
		sentences(finding.message, finding.help),
		escapeMarkdown(finding.ruleId),
	]);
	return titled(`${title} (${findings.length})`, table(["Where", "Finding", "Rule"], rows));
}

function reasonTable(title: string, counts: readonly ReasonCount[]): Section {
	const total = counts.reduce((sum, { count }) => sum + count, 0);
	const rows = counts.map(({ reason, count, hosts }) => [String(count), reason, escapeMarkdown(hosts)]);
	return folded(`${title}: ${quantity(total, "link")}`, table(["Links", "Reason", "Hosts"], rows));
}

function sentences(message: string, help: string | undefined): string {
	return escapeMarkdown(message) + (help === undefined ? "" : `<br>${escapeMarkdown(help)}`);
}

/** GitHub shows a Markdown file rendered, without lines to go to, unless it is asked for the source: `?plain=1`. */
function where({ path, line, column }: Finding, blobUrl: string | undefined): string {
	const place = escapeMarkdown(`${path}:${line}:${column}`);
	if (blobUrl === undefined || path === STDIN) return place;
	return `[${place}](${blobUrl}/${encodePath(path)}?plain=1#L${line})`;
}
