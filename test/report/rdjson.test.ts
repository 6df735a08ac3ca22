import { expect, test } from "vitest";
import type { Finding, Report, Span } from "../../src/model.ts";
import { clean, controls } from "../../src/report/clean.ts";
import { rdjson } from "../../src/report/rdjson.ts";
import fc from "../property.ts";
import { anyText } from "./hostile.ts";
import * as samples from "./samples.ts";

const { page } = samples;

function diagnostics(report: Report): Record<string, unknown>[] {
	return JSON.parse(rdjson.render(report, page)).diagnostics;
}

test("a clean run has no diagnostics", () => {
	expect(diagnostics(samples.clean)).toEqual([]);
});

test("severities in reviewdog's words, and lines from the first to the last", () => {
	const ranges = diagnostics(samples.mixed).map(({ severity, location }) => [
		severity,
		(location as { range: unknown }).range,
	]);
	expect(ranges).toEqual([
		["ERROR", { start: { line: 9 }, end: { line: 9 } }],
		["INFO", { start: { line: 12 }, end: { line: 12 } }],
		["ERROR", { start: { line: 104 }, end: { line: 104 } }],
		["ERROR", { start: { line: 105 }, end: { line: 105 } }],
		["ERROR", { start: { line: 7 }, end: { line: 7 } }],
		["WARNING", { start: { line: 31 }, end: { line: 32 } }],
	]);
});

test("a line that a place only touches the start of is not meant", () => {
	const [finding] = samples.documented.findings as [Finding];
	const whole = { ...finding, line: 9, column: 1, endLine: 11, endColumn: 1 };
	expect(diagnostics({ ...samples.documented, findings: [whole] })[0]?.location).toEqual({
		path: "README.md",
		range: { start: { line: 9 }, end: { line: 10 } },
	});
});

/** The suggestions for an edit of a text, whose span is given by the texts before it and in it. */
function suggestions(ahead: string, before: string): unknown {
	const position = (text: string): Span["start"] => {
		const lines = text.split(/\r\n|\r|\n/);
		const column = (lines.at(-1) ?? "").replace("\ufeff", "").length + 1;
		return { line: lines.length, column, offset: text.length };
	};
	const span = { start: position(ahead), end: position(ahead + before) };
	const [finding] = samples.documented.findings as [Finding];
	const suggestion = { span, before, text: "new", safe: true };
	return diagnostics({ ...samples.documented, findings: [{ ...finding, suggestion }] })[0]?.suggestions;
}

const range = (startLine: number, endLine: number, column: number): unknown => [
	{ range: { start: { line: startLine, column: 1 }, end: { line: endLine, column } }, text: "new" },
];

test.each([
	["at the start of a line", "one\n", "two", range(2, 2, 4)],
	["in bytes, not in characters", "一\n", "é文👩", range(2, 2, 10)],
	["whole lines", "one\n", "文\r\nthree\n", range(2, 4, 1)],
	["a part of the last line", "one\n", "two\r\n文", range(2, 3, 4)],
	["an insertion", "one\n", "", range(2, 2, 1)],
	["at the start of a document", "", "one", range(1, 1, 4)],
	["behind a byte order mark, which has bytes and no column", "\ufeff", "one", undefined],
	["within a line, behind who knows what", "- ", "one", undefined],
])("an edit is suggested where its bytes are known: %s", (_, ahead, before, expected) => {
	expect(suggestions(ahead, before)).toEqual(expected);
});

test("hostile text stays text", () => {
	fc.assert(
		fc.property(anyText, (foreign) => {
			const output = rdjson.render(samples.echoing(foreign), page);
			const text = clean(foreign);
			expect(JSON.parse(output).diagnostics).toMatchObject([
				{
					message: `${text}\n${text}`,
					location: { path: text },
					code: { value: text },
					suggestions: [{ text: foreign }],
				},
			]);
			expect(output.replaceAll("\n", "").match(controls)).toBeNull();
			expect(output).not.toMatch(/^\s*::|##\[/m);
		}),
	);
});
