import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/model.ts";
import { Lines, parseDocument } from "../../src/parse/index.ts";
import { resolveLink } from "../../src/resolve/link.ts";
import {
	addBaselines,
	applyBaseline,
	type BaselineEntry,
	baselineOf,
	parseBaseline,
	printBaseline,
	subjectsIn,
} from "../../src/suppress/baseline.ts";
import fc from "../property.ts";
import { shelfOf } from "../resolve/samples.ts";

/** A finding over what is between «», with the rest as its document. */
function subjectIn(marked: string): string {
	const text = marked.replace(/[«»]/g, "");
	const parsed = parseDocument({ path: "a.md", text, format: "markdown" });
	const { start, end } = new Lines(text).at(marked.indexOf("«"), marked.indexOf("»") - 1);
	const links = parsed.links.map((link) => ({
		...resolveLink(link, shelfOf("a.md")),
		observation: { kind: "none", key: "", reason: "excluded" } as const,
		verdict: { verdict: "skipped", reason: "excluded" } as const,
	}));
	return subjectsIn(
		[parsed],
		links,
	)({
		...finding("anchor"),
		line: start.line,
		column: start.column,
		endLine: end.line,
		endColumn: end.column,
	});
}

function finding(ruleId: string, message = ""): Finding {
	return {
		ruleId,
		severity: "error",
		path: "a.md",
		line: 1,
		column: 1,
		endLine: 1,
		endColumn: 2,
		message,
		data: {},
		introduced: true,
	};
}

describe("a finding is known again by", () => {
	test.each<[string, string, string]>([
		["the identity of its link", "[a](«http://www.x.test/a/»)", "https://x.test/a"],
		["its fragment, too", "[a](«https://x.test/a#b»)", "https://x.test/a#b"],
		["the path of its file", "[a](«./b%20c.pdf»)", "file:b c.pdf"],
		["the text it underlines", "## «A title»\n", "A title"],
		["the text over lines, with white space folded", "a «b  c\n d\r\n\te» f", "b c d e"],
		["the text after a byte order mark", "\uFEFF«ab» c", "ab"],
		["the letters, in one Unicode form", "«e\u0301»", "é"],
		["the beginning of what is long", `«${"a".repeat(300)}»`, "a".repeat(200)],
	])("%s", (_, marked, subject) => {
		expect(subjectIn(marked)).toBe(subject);
	});
});

const subjectOf = ({ message }: Finding): string => message;
const entry = (rule: string, subject: string, count: number): BaselineEntry => ({
	rule,
	path: "a.md",
	subject,
	count,
});

test("a baseline has what was found, sorted and counted", () => {
	const findings = [
		finding("pdf", "b"),
		finding("anchor", "c"),
		finding("anchor", "a"),
		finding("anchor", "c"),
	];
	const baseline = baselineOf(findings, subjectOf);
	expect(baseline).toEqual([entry("anchor", "a", 1), entry("anchor", "c", 2), entry("pdf", "b", 1)]);
	expect(printBaseline(baseline)).toBe(`{
	"version": 1,
	"findings": [
		{"path":"a.md","rule":"anchor","subject":"a","count":1},
		{"path":"a.md","rule":"anchor","subject":"c","count":2},
		{"path":"a.md","rule":"pdf","subject":"b","count":1}
	]
}
`);
});

test("it silences as many as it has, and tells what it does not meet", () => {
	const findings = [finding("pdf", "a"), finding("pdf", "a"), finding("anchor", "a")];
	const baseline = [entry("pdf", "a", 1), entry("anchor", "a", 3), entry("order", "a", 2)];
	expect(applyBaseline(findings, baseline, subjectOf)).toEqual({
		findings: [findings[1]],
		unmet: [entry("anchor", "a", 2), entry("order", "a", 2)],
	});
});

const anyFinding = fc
	.tuple(fc.constantFrom("pdf", "anchor"), fc.constantFrom("a", "b", '"\n'))
	.map(([rule, message]) => finding(rule, message));

test("a new baseline silences all, and only that; the order does not matter; it can be read again", () => {
	fc.assert(
		fc.property(fc.array(anyFinding), fc.array(anyFinding), (findings, others) => {
			const baseline = baselineOf(findings, subjectOf);
			expect(applyBaseline(findings, baseline, subjectOf)).toEqual({ findings: [], unmet: [] });
			expect(baselineOf(findings.toReversed(), subjectOf)).toEqual(baseline);
			expect(parseBaseline(printBaseline(baseline))).toEqual(baseline);
			const both = addBaselines(baseline, baselineOf(others, subjectOf));
			expect(both).toEqual(baselineOf([...findings, ...others], subjectOf));
		}),
	);
});

test("what a merge doubles counts once", () => {
	const lines = (count: number) =>
		printBaseline([entry("pdf", "a", count)])
			.split("\n")
			.slice(3, 4);
	const merged = ['{"version": 1, "findings": [', `${lines(1)},`, ...lines(3), "]}"].join("\n");
	expect(parseBaseline(merged)).toEqual([entry("pdf", "a", 3)]);
});

test.each([
	"",
	"[]",
	"{}",
	'{"version": 2, "findings": []}',
	'{"version": 1, "findings": [{"rule": "pdf"}]}',
	"<<<<<<<",
])("%j is no baseline", (text) => {
	expect(parseBaseline(text)).toBeUndefined();
});
