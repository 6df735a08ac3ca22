import { describe, expect, test } from "vitest";
import type { Finding, JudgedLink, VerdictWord } from "../../src/model.ts";
import { type Ignore, ignoring } from "../../src/suppress/ignores.ts";
import { isBefore } from "../../src/suppress/place.ts";
import { suppress, uselessAmong } from "../../src/suppress/suppress.ts";
import type { Scope } from "../../src/suppress/suppression.ts";
import fc from "../property.ts";
import { span } from "../report/samples.ts";

const today = "2026-05-01";

function link(path: string, line: number, verdict: VerdictWord = "dead"): JudgedLink {
	const url = `https://x.test/${line}`;
	return {
		link: { path, span: span(line, 5, url.length), url, text: "", kind: "link" },
		target: { kind: "http", key: url },
		observation: { kind: "none", key: url, reason: "excluded" },
		verdict: { verdict, reason: "not-found" },
	};
}

function finding(path: string, line: number, ruleId = "dead-link"): Finding {
	const place = { line, column: 5, endLine: line, endColumn: 10 };
	return { ruleId, severity: "error", path, ...place, message: "", data: {}, introduced: true };
}

const links = [link("a.md", 1), link("a.md", 2), link("docs/b.md", 1)];
const findings = [finding("a.md", 1), finding("a.md", 2, "anchor"), finding("docs/b.md", 1)];
const isAt = (line: number) => (one: JudgedLink) => one.link.span.start.line === line;

test.each<[string, Ignore, readonly number[]]>([
	["everything where it names nothing", {}, []],
	["a rule", { rule: "dead-link" }, [1]],
	["a path", { path: (path) => path.startsWith("docs/") }, [0, 1]],
	["what is about a URL", { url: isAt(1) }, [1]],
	[
		"what has all that it names",
		{ rule: "dead-link", url: isAt(1), path: (path) => path === "a.md" },
		[1, 2],
	],
	["on its last day", { until: today }, []],
	["nothing afterwards", { until: "2026-04-30" }, [0, 1, 2]],
])("an entry silences %s", (_, ignore, kept) => {
	const suppressed = suppress(findings, { scopes: [], ignorings: [ignoring(ignore, links, today)] });
	expect(suppressed.findings).toEqual(kept.map((index) => findings[index]));
	expect(suppressed.silenced).toBe(findings.length - kept.length);
});

test("all that silence one finding are of use", () => {
	const ignorings = [ignoring({ rule: "anchor" }, links, today), ignoring({ url: isAt(2) }, links, today)];
	expect(suppress(findings, { scopes: [], ignorings }).idle.ignorings).toEqual([]);
});

test("what is about a link is silenced where another link begins in it", () => {
	const outer = link("a.md", 1);
	const inner = { ...outer, link: { ...outer.link, span: span(1, 7, 1) } };
	const both = [outer, inner];
	const behind = { ...finding("a.md", 1), column: 9 };
	expect(
		suppress([behind], { scopes: [], ignorings: [ignoring({ url: () => true }, both, today)] }).silenced,
	).toBe(1);
});

describe("any scopes", () => {
	const rule = fc.constantFrom("a", "b", "c");
	const place = fc.record({ line: fc.integer({ min: 1, max: 12 }), column: fc.constantFrom(1, 5, 9) });
	const path = fc.constantFrom("a.md", "b.md");
	const scopes = fc.array(
		fc
			.record({
				path,
				rule: fc.option(rule, { nil: undefined }),
				ends: fc.array(place, { minLength: 4, maxLength: 4 }),
				start: place,
			})
			.map(({ path, rule, start, ends }): Scope => {
				const last = (of: string | undefined) =>
					ends["abc".indexOf(of ?? "") + (of === undefined ? 3 : 0)] ?? start;
				const end = (of = rule) => (isBefore(last(of), start) ? start : last(of));
				return { path, start, end, ...(rule !== undefined && { rule }) };
			}),
	);
	const places = fc.array(fc.record({ path, place, rule }));

	test("silence what is in one of them, and all that have something in them are of use", () => {
		fc.assert(
			fc.property(scopes, places, (all, found) => {
				const findings = found.map(({ path, place, rule }) => ({
					...finding(path, place.line, rule),
					...place,
				}));
				const has = (scope: Scope, one: Finding) =>
					scope.path === one.path &&
					(scope.rule ?? one.ruleId) === one.ruleId &&
					!isBefore(one, scope.start) &&
					isBefore(one, scope.end(one.ruleId));
				const { findings: kept, idle } = suppress(findings, { scopes: all, ignorings: [] });
				expect(kept).toEqual(findings.filter((one) => !all.some((scope) => has(scope, one))));
				expect(idle.scopes).toEqual(all.filter((scope) => !findings.some((one) => has(scope, one))));
			}),
		);
	});

	test("are of no use where no link in them is open", () => {
		fc.assert(
			fc.property(scopes, places, (all, found) => {
				const open = found.map(({ path, place }) => link(path, place.line, "unsure"));
				const has = ({ path, start, end }: Scope, { link: { path: of, span } }: JudgedLink) =>
					path === of && !isBefore(span.start, start) && isBefore(span.start, end());
				const useless = uselessAmong({ scopes: all, ignorings: [] }, open, () => true);
				expect(useless).toEqual(all.filter((scope) => !open.some((one) => has(scope, one))));
			}),
		);
	});
});

describe("a suppression that silences nothing", () => {
	const needsNetwork = (rule: string) => rule === "dead-link";
	const origin = { path: ".shelfread.yml", span: span(1, 1, 1), written: "x" };

	test.each<[string, Ignore, VerdictWord, boolean]>([
		["is useless", { rule: "dead-link" }, "alive", true],
		["may be needed while its link is unsure", { rule: "dead-link" }, "unsure", false],
		["may be needed while its link is skipped", { rule: "dead-link" }, "skipped", false],
		["for all rules is no different", {}, "unsure", false],
		["is useless where the rule needs no network", { rule: "anchor" }, "unsure", true],
		[
			"is useless where the unsure link is elsewhere",
			{ rule: "dead-link", path: () => false },
			"unsure",
			true,
		],
		["is useless after its day", { rule: "dead-link", until: "2026-04-30", origin }, "unsure", true],
	])("%s", (_, ignore, verdict, useless) => {
		const open = [link("a.md", 1, verdict)];
		const ignorings = [ignoring(ignore, open, today)];
		expect(uselessAmong({ scopes: [], ignorings }, open, needsNetwork)).toEqual(useless ? ignorings : []);
	});
});
