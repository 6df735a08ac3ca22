import type { Finding, Report, RunError, Severity } from "../model.ts";
import { STDIN } from "../naming/stdin.ts";
import { escapeMarkdown } from "./escape.ts";
import { encodePath } from "./location.ts";
import { quantity } from "./quantity.ts";
import type { Reporter } from "./reporter.ts";
import { type ReasonCount, type Summary, summarize } from "./summary.ts";
import { fillPage, type Table } from "./table.ts";

/** In bytes. GitHub loses a step's summary of more than 1 MiB; what is below is room for its other writers. */
const limit = 900 * 1024;

const icons: Record<Summary["state"], string> = { clean: "✅", partial: "⚠️", failed: "❌" };

export const markdown: Reporter = {
	name: "markdown",
	about: "for job summaries: tables in GitHub Flavored Markdown, at most 900 KiB",
	render(report, { blobUrl }) {
		const summary = summarize(report);
		const of = (severity: Severity) => report.findings.filter((finding) => finding.severity === severity);
		const tables = [
			errorTable(report.errors),
			findingTable("Errors", of("error"), blobUrl),
			findingTable("Warnings", of("warning"), blobUrl),
			findingTable("Info", of("info"), blobUrl),
			reasonTable("Unsure", summary.unsure),
			reasonTable("Skipped", summary.skipped),
		];
		return fillPage(opening(report, summary), tables, limit);
	},
};

function opening({ stats }: Report, { state, headline, verdicts }: Summary): string {
	const title = `## ${icons[state]} ${headline}\n`;
	if (verdicts.length < 2) return title;
	const slices = verdicts.map(({ verdict, count }) => `    "${verdict}" : ${count}`);
	const pie = [`pie showData`, `    title ${quantity(stats.links, "link")} by verdict`, ...slices].join("\n");
	return `${title}\n\`\`\`mermaid\n${pie}\n\`\`\`\n`;
}

function errorTable(errors: readonly RunError[]): Table {
	return {
		before: `### What could not be done (${errors.length})`,
		header: ["Where", "Error", "Code"],
		rows: errors.map(({ path = "", message, help, code }) => [
			escapeMarkdown(path),
			sentences(message, help),
			escapeMarkdown(code),
		]),
	};
}

function findingTable(title: string, findings: readonly Finding[], blobUrl: string | undefined): Table {
	return {
		before: `### ${title} (${findings.length})`,
		header: ["Where", "Finding", "Rule"],
		rows: findings.map((finding) => [
			where(finding, blobUrl),
			sentences(finding.message, finding.help),
			escapeMarkdown(finding.ruleId),
		]),
	};
}

function reasonTable(title: string, counts: readonly ReasonCount[]): Table {
	const total = counts.reduce((sum, { count }) => sum + count, 0);
	return {
		before: `<details><summary>${title}: ${quantity(total, "link")}</summary>`,
		header: ["Links", "Reason", "Hosts"],
		rows: counts.map(({ reason, count, hosts }) => [String(count), reason, escapeMarkdown(hosts)]),
		after: "\n</details>\n",
	};
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
