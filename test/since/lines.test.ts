import { expect, test } from "vitest";
import { changedLines } from "../../src/since/lines.ts";
import fc from "../property.ts";

const changed = (before: string | undefined, now: string): number[] => [...changedLines(before, now)];

test.each<[what: string, before: string | undefined, now: string, changed: readonly number[]]>([
	["nothing", "a\nb\n", "a\nb\n", []],
	["a line", "a\nb\nc\n", "a\nB\nc\n", [2]],
	["an added line", "a\nc\n", "a\nb\nc\n", [2]],
	["a removed line", "a\nb\nc\n", "a\nc\n", []],
	["the first line", "a\nb\n", "A\nb\n", [1]],
	["the last line", "a\nb", "a\nB", [2]],
	["a second line that is like another", "a\n\nb\n", "a\n\na\n\nb\n", [3, 4]],
	["all lines in turn", "a\nb\nc\n", "x\ny\nz\n", [1, 2, 3]],
	["a block that moved", "a\nb\nc\nd\ne\n", "c\nd\ne\na\nb\n", [4, 5]],
	["lines at both ends", "b\nc\n", "a\nb\nc\nd\n", [1, 4]],
	["LF to CRLF", "a\nb\n", "a\r\nb\r\n", []],
	["LF to CR", "a\nb\n", "a\rb\r", []],
	["LF to CRLF, and a line", "a\nb\n", "a\r\nB\r\n", [2]],
	["blanks at the end of a line", "a\nb\n", "a  \nb\t\n", []],
	["blanks at the start of a line", "a\nb\n", "a\n  b\n", [2]],
	["the final line end, gone", "a\nb\n", "a\nb", []],
	["the final line end, added", "a\nb", "a\nb\n", [3]],
	["a byte order mark, added", "a\nb\n", "\uFEFFa\nb\n", []],
	["a byte order mark, gone", "\uFEFFa\nb\n", "a\nb\n", []],
	["a document that was empty", "", "a\nb", [1, 2]],
	["a document that is empty now", "a\nb\n", "", []],
	["a document that is new", undefined, "a\nb", [1, 2]],
])("%s", (_, before, now, lines) => {
	expect(changed(before, now)).toEqual(lines);
});

test("a rewrite that is too long to compare counts as a whole, but for the ends that did not change", () => {
	const rewrite = (mark: string) => Array.from({ length: 5000 }, (_, line) => `${mark}${line}`).join("\n");
	const lines = changed(`same\n${rewrite("a")}\nlast`, `same\n${rewrite("b")}\nlast`);
	expect([lines.length, lines[0], lines.at(-1)]).toEqual([5000, 2, 5001]);
});

test("of two thousand changed lines and more, those between them are not blamed", () => {
	const write = (mark: string) =>
		Array.from({ length: 6000 }, (_, at) => (at % 2 ? mark : "") + at).join("\n");
	const lines = changed(write("a"), write("b"));
	expect([lines.length, lines[0], lines.at(-1)]).toEqual([3000, 2, 6000]);
});

test("the lines that did not change are lines of before, in their order", () => {
	const text = fc
		.array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 })
		.map((lines) => lines.join("\n"));
	fc.assert(
		fc.property(text, text, (before, now) => {
			const lines = changedLines(before, now);
			let rest = before.split("\n");
			for (const [index, line] of now.split("\n").entries()) {
				if (lines.has(index + 1)) continue;
				expect(rest).toContain(line);
				rest = rest.slice(rest.indexOf(line) + 1);
			}
		}),
	);
});
