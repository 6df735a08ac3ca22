import { expect, test } from "vitest";
import { FoldedText, fold } from "../../../src/check/http/folded.ts";
import fc from "../../property.ts";

/** Every character that `\s` matches, and a few that it does not. */
const characters = [
	..."\t\n\v\f\r \u00a0\u1680\u2000\u2005\u200a\u2028\u2029\u202f\u205f\u3000\ufeff",
	..."ab\u0085\u200b\u180e\u2060é語\ud83d",
];
const piece = fc.string({ unit: fc.constantFrom(...characters), maxLength: 12 });

function folded(pieces: readonly string[], most: number): FoldedText {
	const text = new FoldedText(most);
	for (const one of pieces) text.add(one);
	return text;
}

test.each([
	["one", "one"],
	["  a \n b\t\tc ", "a b c"],
	["a b", "a b"],
	["a\u00a0b", "a b"],
	[" \n ", ""],
])("%j is folded to %j", (text, expected) => {
	expect(fold(text)).toBe(expected);
});

test("pieces are folded as their whole is", () => {
	fc.assert(
		fc.property(fc.array(piece), (pieces) => {
			const { length, whole } = folded(pieces, Number.POSITIVE_INFINITY);
			const expected = fold(pieces.join(""));
			expect([length, whole]).toEqual([expected.length, expected]);
		}),
	);
});

test.each([
	[["abc", " ", "de "], 6, "abc de"],
	[["abc", " ", "de "], 5, undefined],
	[["abcdef", "g", ""], 5, undefined],
	[[], 0, ""],
])("of %j at most %i characters are kept: %j", (pieces, most, whole) => {
	expect(folded(pieces, most).whole).toBe(whole);
});
