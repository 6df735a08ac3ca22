import { expect, test } from "vitest";
import { countFirst, longestSorted } from "../../src/naming/sorted.ts";
import fc from "../property.ts";

const numbers = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 10 });

test("what comes first is counted as by looking at each", () => {
	fc.assert(
		fc.property(numbers, fc.integer({ min: 0, max: 10 }), (list, limit) => {
			const sorted = list.toSorted((a, b) => a - b);
			expect(countFirst(sorted, (one) => one < limit)).toBe(list.filter((one) => one < limit).length);
		}),
	);
});

test("no run in order is longer", () => {
	/** The longest that ends with each, by all that may come before it. */
	const longest = (list: readonly number[]): number => {
		const lengths: number[] = [];
		for (const [at, one] of list.entries())
			lengths.push(
				1 + Math.max(0, ...lengths.filter((_, before) => (list[before] ?? 0) <= one && before < at)),
			);
		return Math.max(0, ...lengths);
	};
	fc.assert(
		fc.property(numbers, (list) => {
			const run = longestSorted(list, (a, b) => a - b).map((at) => [at, list[at] ?? 0] as const);
			expect(run.length).toBe(longest(list));
			for (const [index, [at, one]] of run.slice(1).entries()) {
				expect(at).toBeGreaterThan(run[index]?.[0] ?? at);
				expect(one).toBeGreaterThanOrEqual(run[index]?.[1] ?? Infinity);
			}
		}),
	);
});
