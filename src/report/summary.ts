import { type LinkReport, type Reason, type Report, reasons, type VerdictWord } from "../model.ts";
import { clean } from "./clean.ts";
import { quantity } from "./quantity.ts";

/** How many hosts are named for a reason; the others are counted. */
const namedHosts = 3;

export interface ReasonCount {
	readonly reason: Reason;
	readonly count: number;
	/** The hosts that account for most of it, in words; empty when the links have no host. */
	readonly hosts: string;
}

/** What every report says in the end, worded once. */
export interface Summary {
	/** How much was verified, why the rest was not when the run itself is the cause, and how many findings there are. */
	readonly headline: string;
	/** `failed` on error findings or a fatal error; `partial` when the run could not do all that it should. */
	readonly state: "clean" | "partial" | "failed";
	/** The verdicts that occur, with counts that add up to the links. */
	readonly verdicts: readonly { readonly verdict: VerdictWord; readonly count: number }[];
}

/** `show` makes text from outside fit for where the headline is shown. */
export function summarize(report: Report, show: (foreign: string) => string = clean): Summary {
	const { stats } = report;
	const limits = limitations(report, show);
	return {
		headline: headline(report, limits, show),
		state: state(report, limits),
		verdicts: (Object.keys(reasons) as VerdictWord[])
			.map((verdict) => ({ verdict, count: stats.verdicts[verdict] }))
			.filter(({ count }) => count > 0),
	};
}

function headline(
	{ environment: { base }, stats, errors }: Report,
	limits: readonly string[],
	show: (foreign: string) => string,
): string {
	const read = stats.unread > 0 ? `${stats.files} of ` : "";
	const files = read + quantity(stats.files + stats.unread, "file");
	const share = `${stats.verified} of ${quantity(stats.links, "link")} verified in ${files}`;
	const why = limits.length > 0 ? ` (${limits.join("; ")})` : "";
	const found = wordCounts(stats.findings) || "no findings";
	const since = base?.commit === undefined ? "" : ` since ${show(base.name)}`;
	const before = total(stats.preExisting) > 0 ? `, ${total(stats.preExisting)} pre-existing` : "";
	const silent = stats.suppressed > 0 ? `, ${stats.suppressed} suppressed` : "";
	const run = errors.length > 0 ? `; ${quantity(errors.length, "run error")}` : "";
	return `${share}${why}: ${found}${since}${before}${silent}${run}`;
}

/** `2 errors, 1 warning`; empty where there are none. */
export function wordCounts({ error, warning, info }: Report["stats"]["findings"]): string {
	return [
		...(error > 0 ? [quantity(error, "error")] : []),
		...(warning > 0 ? [quantity(warning, "warning")] : []),
		...(info > 0 ? [`${info} info`] : []),
	].join(", ");
}

/** Findings of any severity. */
export function total({ error, warning, info }: Report["stats"]["findings"]): number {
	return error + warning + info;
}

/** What kept the run as a whole from verifying links; what single hosts did is in the reasons. */
function limitations({ stats, environment }: Report, show: (foreign: string) => string): string[] {
	const { "no-network": unreachable = 0, offline = 0, deadline = 0, cancelled = 0 } = stats.reasons;
	const { base } = environment;
	return [
		...(base?.unknown === undefined
			? []
			: [`nothing to compare with, so everything is checked: ${show(base.unknown)}`]),
		...(unreachable > 0 ? [`no network: ${quantity(unreachable, "web link")} not verified`] : []),
		...(offline > 0 ? [`offline: ${quantity(offline, "web link")} not checked`] : []),
		...(environment.incomplete
			? [`stopped early: ${quantity(deadline + cancelled, "link")} not reached`]
			: []),
	];
}

function state({ stats, errors }: Report, limits: readonly string[]): Summary["state"] {
	if (stats.findings.error > 0 || errors.some((error) => error.fatal)) return "failed";
	return limits.length > 0 || errors.length > 0 ? "partial" : "clean";
}

/** Why links could not be verified: the most frequent reason first; equals in the order of the closed list. */
export function countReasons({ stats, links }: Report, verdict: "unsure" | "skipped"): ReasonCount[] {
	return reasons[verdict]
		.map((reason) => ({ reason, count: stats.reasons[reason] ?? 0 }))
		.filter(({ count }) => count > 0)
		.map((one) => ({ ...one, hosts: wordHosts(links.filter((link) => link.reason === one.reason)) }))
		.sort((a, b) => b.count - a.count);
}

function wordHosts(links: readonly LinkReport[]): string {
	const counts = new Map<string, number>();
	for (const { url } of links) {
		const host = URL.canParse(url) ? new URL(url).host : "";
		if (host !== "") counts.set(host, (counts.get(host) ?? 0) + 1);
	}
	const hosts = [...counts]
		.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
		.map(([host, count]) => `${host} ${count}`);
	const more = hosts.length - namedHosts;
	return hosts.slice(0, namedHosts).join(", ") + (more > 0 ? ` and ${quantity(more, "more host")}` : "");
}
