import { expect, test } from "vitest";
import type { LinkReport, Reason, Report } from "../../src/model.ts";
import { hintsFor } from "../../src/report/hints.ts";
import * as samples from "./samples.ts";

const link = (url: string, reason: Reason, more: Partial<LinkReport> = {}): LinkReport => ({
	path: "a.md",
	line: 1,
	column: 1,
	endLine: 1,
	endColumn: 2,
	text: "a",
	kind: "link",
	verdict: "unsure",
	attempts: 1,
	url,
	reason,
	...more,
});
const withLinks = (...links: readonly LinkReport[]): Report => ({ ...samples.clean, links });
const withStats = (stats: Partial<Report["stats"]>): Report => ({
	...samples.clean,
	stats: { ...samples.clean.stats, ...stats },
});

test.each<[string, Report, readonly string[]]>([
	["nothing to say", withLinks(link("https://a.test/", "ok", { verdict: "alive" })), []],
	[
		"the host that most links have is named",
		withLinks(
			link("https://b.test/", "rate-limited"),
			link("https://a.test/1", "rate-limited"),
			link("https://a.test/2", "rate-limited"),
		),
		[
			"a.test limits how often it may be asked (3 links): ask it less at a time with hosts: {a.test: {concurrency: 1}}, and remember answers between runs with --cache FILE.",
		],
	],
	[
		"the host that asked for it, not the one that was linked",
		withLinks(link("https://a.test/", "login", { finalUrl: "https://b.test/login" })),
		['1 link asked for a login: --header "b.test Authorization: …" signs in to that host and no other.'],
	],
	["a baseline that fits", withStats({ suppressed: 2 }), []],
	[
		"what is gone from the baseline",
		withStats({ stale: 2 }),
		["2 findings of the baseline are gone: --write-baseline FILE takes them out."],
	],
	[
		"at most four, the most useful ones",
		withLinks(
			link("https://a.test/", "timeout"),
			link("https://a.test/", "bot-wall"),
			link("https://a.test/", "login"),
			link("https://a.test/", "rate-limited"),
			link("http://10.0.0.1/", "private-address", { verdict: "skipped" }),
		),
		["a.test limits", "1 link asked", "1 link could not", "1 link did not answer"],
	],
])("%s", (_, report, expected) => {
	const hints = hintsFor(report);
	expect(hints).toHaveLength(expected.length);
	for (const [index, start] of expected.entries()) expect(hints[index]).toContain(start);
});
