import { describe, expect, test } from "vitest";
import { width, wrap } from "../../src/report/wrap.ts";
import fc from "../property.ts";

test.each([
	["", 0],
	["plain", 5],
	["论文", 4],
	["ＡＢ", 4],
	["ｱ", 1],
	["한국어", 6],
	["e\u0301", 1],
	["🚀", 2],
	["𠀀", 2],
	["“”…—", 4],
])("the width of %j is %i", (text, columns) => {
	expect(width(text)).toBe(columns);
});

describe("wrap", () => {
	test.each([
		["one two three", 9, ["one two", "three"]],
		["fits exactly", 12, ["fits exactly"]],
		["论文 论文", 8, ["论文", "论文"]],
		["see https://long.test/path here", 10, ["see", "https://long.test/path", "here"]],
		["", 10, [""]],
	])("%j in %i columns", (text, columns, lines) => {
		expect(wrap(text, columns)).toEqual(lines);
	});

	test("loses nothing, and only a single word is longer than the line", () => {
		const words = fc.array(fc.string({ unit: "grapheme", minLength: 1 }).map((s) => s.replaceAll(" ", "_")));
		fc.assert(
			fc.property(words, fc.integer({ min: 1, max: 40 }), (words, columns) => {
				const lines = wrap(words.join(" "), columns);
				expect(lines.join(" ")).toBe(words.join(" "));
				for (const line of lines) expect(width(line) <= columns || !line.includes(" ")).toBe(true);
			}),
		);
	});
});
