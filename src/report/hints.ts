import type { LinkReport, Reason, Report } from "../model.ts";
import { clean } from "./clean.ts";
import { quantity } from "./quantity.ts";

/** What to try where links could not be verified. More than this many nobody reads. */
const MOST = 4;

/** Something to try, for the links that it would help. */
interface Hint {
	readonly helps: (link: LinkReport) => boolean;
	readonly word: (links: readonly LinkReport[], host: string) => string;
}

const because =
	(...reasons: readonly Reason[]) =>
	({ reason }: LinkReport): boolean =>
		reasons.includes(reason);

/** From the most to the least useful. `host` is the one that most of the links have. */
const hints: readonly Hint[] = [
	{
		helps: because("rate-limited"),
		word: (links, host) =>
			`${host} limits how often it may be asked (${quantity(links.length, "link")}): ask it less at a time with hosts: {${host}: {concurrency: 1}}, and remember answers between runs with --cache FILE.`,
	},
	{
		helps: because("login"),
		word: (links, host) =>
			`${quantity(links.length, "link")} asked for a login: --header "${host} Authorization: …" signs in to that host and no other.`,
	},
	{
		helps: because("bot-wall", "forbidden"),
		word: (links, host) =>
			`${quantity(links.length, "link")} could not be seen past a refusal, which says nothing about the page: open them by hand, or leave a host out with --exclude ${host}.`,
	},
	{
		helps: because("timeout"),
		word: (links) => `${quantity(links.length, "link")} did not answer in time: --timeout gives them longer.`,
	},
	{
		helps: because("private-address"),
		word: (links, host) =>
			`${quantity(links.length, "link")} with a private address: --allow-private=${host} checks them.`,
	},
	{
		helps: because("not-fetched"),
		word: (links) =>
			`${quantity(links.length, "link")} to files that this checkout does not have (Git LFS, a submodule, a sparse checkout): fetch them to check them.`,
	},
];

/** Sentences that say what a person could do about the links that were not verified, and about the baseline. */
export function hintsFor({ links, stats: { stale } }: Report): readonly string[] {
	const fromLinks = hints
		.map(({ helps, word }) => ({ word, helped: links.filter(helps) }))
		.filter(({ helped }) => helped.length > 0)
		.slice(0, MOST)
		.map(({ word, helped }) => clean(word(helped, commonHost(helped))));
	return stale === 0 ? fromLinks : [...fromLinks, wordStale(stale)];
}

function wordStale(count: number): string {
	return `${quantity(count, "finding")} of the baseline ${count === 1 ? "is" : "are"} gone: --write-baseline FILE takes ${count === 1 ? "it" : "them"} out.`;
}

/** The host that most of the links have; of equals the first by name. */
function commonHost(links: readonly LinkReport[]): string {
	const counts = new Map<string, number>();
	for (const { finalUrl, url } of links) {
		const written = finalUrl ?? url;
		const host = URL.canParse(written) ? new URL(written).hostname : "HOST";
		counts.set(host, (counts.get(host) ?? 0) + 1);
	}
	const [first] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
	return first?.[0] ?? "HOST";
}
