import { expect, test } from "vitest";
import { fold, nearest, sortNames, withinEdits } from "../../src/naming/nearest.ts";
import fc from "../property.ts";

/** Levenshtein's recurrence as it is in the books. */
function plainDistance(a: string, b: string): number {
	if (a === "" || b === "") return a.length + b.length;
	if (a.at(-1) === b.at(-1)) return plainDistance(a.slice(0, -1), b.slice(0, -1));
	return (
		1 +
		Math.min(
			plainDistance(a.slice(0, -1), b),
			plainDistance(a, b.slice(0, -1)),
			plainDistance(a.slice(0, -1), b.slice(0, -1)),
		)
	);
}

test("withinEdits finds what comparing each name would find", () => {
	const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
	fc.assert(
		fc.property(word, fc.uniqueArray(word), fc.nat(6), (wanted, names, limit) => {
			const expected = names
				.toSorted()
				.map((name) => ({ name, edits: plainDistance(wanted, name) }))
				.filter(({ edits }) => edits <= limit);
			expect(withinEdits(wanted, sortNames(names), limit)).toEqual(expected);
		}),
	);
});

test.each([
	["README.md", "readme.MD"],
	["Caf\u00e9", "cafe\u0301"],
	["（1）", "(1)"],
	["STRASSE", "straße"],
	["ΟΔΟΣ", "οδος"],
])("fold makes one of %s and %s", (a, b) => {
	expect(fold(a)).toBe(fold(b));
});

test.each([
	["redme.md", ["readme.md", "guide.md"], 2, "readme.md"],
	["README.md", ["readme.md"], 0, "readme.md"],
	["far", ["readme.md"], 2, undefined],
	["cat", ["bat", "hat"], 2, undefined],
	["cat", [], 2, undefined],
	["cat", ["CAT", "cat!"], 2, "CAT"],
	["cat", ["CAT", "Cat"], 2, undefined],
	["a".repeat(255), ["a".repeat(256)], 2, "a".repeat(256)],
	["a".repeat(256), ["a".repeat(255)], 2, undefined],
	["a".repeat(256), ["A".repeat(256)], 2, "A".repeat(256)],
])("nearest to %s of %j within %i is %s", (name, candidates, limit, expected) => {
	expect(nearest(name, candidates, limit)).toBe(expected);
});
