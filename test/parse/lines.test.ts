import { expect, test } from "vitest";
import { Lines } from "../../src/parse/lines.ts";

test.each([
	["a\nb", [0, "1:1", 1, "1:2", 2, "2:1", 3, "2:2"]],
	["a\r\nb\rc", [0, "1:1", 2, "1:3", 3, "2:1", 5, "3:1"]],
	["\uFEFFa\n", [1, "1:1", 2, "1:2", 3, "2:1"]],
	["", [0, "1:1"]],
])("the places in %j", (text, expected) => {
	const lines = new Lines(text);
	const offsets = expected.filter((value) => typeof value === "number");
	// In whatever order somebody asks.
	for (const asked of [offsets, offsets.toReversed()]) {
		const places = asked.map((offset) => {
			const { start, end } = lines.at(offset, offset);
			expect([end.line, end.column, end.offset]).toEqual([start.line, start.column, start.offset]);
			return [start.offset, `${start.line}:${start.column}`];
		});
		expect((asked === offsets ? places : places.toReversed()).flat()).toEqual(expected);
	}
});

test("spans are the same where they begin and end at the same offsets", () => {
	const lines = new Lines("a b");
	expect(lines.at(0, 1)).toEqual(new Lines("a b").at(0, 1));
	expect(lines.at(0, 1)).not.toEqual(lines.at(0, 2));
	expect(lines.at(0, 1).start).not.toEqual(lines.at(1, 1).start);
});

test.each([
	["a\nb\nc", 2, 3, "b\n"],
	["a\nb\nc", 0, 4, "a\nb\n"],
	["a\nb\nc", 2, 2, "b\n"],
	["a\nb\nc", 4, 5, "c"],
	["a\r\nb", 0, 3, "a\r\n"],
])("the whole lines in %j from %d to %d", (text, from, to, expected) => {
	const lines = new Lines(text);
	const { start, end } = lines.whole(lines.at(from, to));
	expect(text.slice(start.offset, end.offset)).toBe(expected);
});
