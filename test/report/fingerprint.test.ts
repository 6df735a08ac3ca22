import { expect, test } from "vitest";
import type { Finding } from "../../src/model.ts";
import { fingerprint, identify } from "../../src/report/fingerprint.ts";
import * as samples from "./samples.ts";

const finding = (place: Partial<Finding>): Finding => ({
	...{ ruleId: "a-rule", severity: "error", path: "a.md", message: "said", introduced: true },
	...{ line: 1, column: 1, endLine: 1, endColumn: 9, data: {} },
	...place,
});

const fingerprints = (...findings: readonly Finding[]): string[] =>
	identify({ links: samples.documented.links, findings }).map(fingerprint);

test.each<[string, readonly Finding[], readonly string[]]>([
	[
		"the link in its place counts, not what was found out about it",
		[finding({ path: "README.md", line: 9, column: 14, endLine: 9, endColumn: 33, data: { tries: "2" } })],
		["a-rule:README.md:https://x.test/gone:1"],
	],
	[
		"without a link there, the texts of its data do; numbers are lines and counts",
		[finding({ data: { title: "T5", line: 7, other: "BERT", certain: true } })],
		["a-rule:a.md:T5 BERT:1"],
	],
	[
		"the same once more is counted, in each file and for each rule apart",
		[finding({}), finding({ line: 2 }), finding({ ruleId: "b-rule" }), finding({ path: "b.md" })],
		["a-rule:a.md::1", "a-rule:a.md::2", "b-rule:a.md::1", "a-rule:b.md::1"],
	],
	[
		"what is long is cut, and stays apart",
		[finding({ data: { url: "x".repeat(300) } }), finding({ data: { url: "x".repeat(301) } })],
		[`a-rule:a.md:${"x".repeat(200)}:1`, `a-rule:a.md:${"x".repeat(200)}:2`],
	],
])("%s", (_, findings, expected) => {
	expect(fingerprints(...findings)).toEqual(expected);
});

test.each(Object.entries(samples.samples))("%s: none twice", (_, report) => {
	const all = identify(report).map(fingerprint);
	expect(new Set(all).size).toBe(report.findings.length);
});

test("a document that grows above leaves them as they are", () => {
	const down = <T extends { line: number; endLine: number }>(items: readonly T[]): T[] =>
		items.map((item) => ({ ...item, line: item.line + 5, endLine: item.endLine + 5 }));
	const { links, findings } = samples.mixed;
	expect(identify({ links: down(links), findings: down(findings) }).map(fingerprint)).toEqual(
		identify(samples.mixed).map(fingerprint),
	);
});
