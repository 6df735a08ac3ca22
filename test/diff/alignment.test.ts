import { diffArrays } from "diff";
import { describe, expect, test } from "vitest";
import { align, type Common } from "../../src/diff/alignment.ts";
import fc from "../property.ts";

const count = (common: readonly Common[]): number => common.reduce((sum, { length }) => sum + length, 0);
const numbered = (length: number, write: (at: number) => string) =>
	Array.from({ length }, (_, at) => write(at));

function expectAligned(before: readonly string[], now: readonly string[], common: readonly Common[]): void {
	let end = { before: 0, now: 0 };
	for (const run of common) {
		expect(run.before).toBeGreaterThanOrEqual(end.before);
		expect(run.now).toBeGreaterThanOrEqual(end.now);
		expect(run.length).toBeGreaterThan(0);
		end = { before: run.before + run.length, now: run.now + run.length };
		expect(before.slice(run.before, end.before)).toEqual(now.slice(run.now, end.now));
	}
	expect(end.before).toBeLessThanOrEqual(before.length);
	expect(end.now).toBeLessThanOrEqual(now.length);
}

test("of two texts, as much is common as can be", () => {
	const lines = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 12 });
	fc.assert(
		fc.property(lines, lines, (before, now) => {
			const common = align(before, now);
			expectAligned(before, now, common);
			const kept = diffArrays(before, now).filter(({ added, removed }) => !added && !removed);
			expect(count(common)).toBe(kept.reduce((sum, { value }) => sum + value.length, 0));
		}),
	);
});

describe("of texts with very many edits", () => {
	test("what each has once stays, between changes and where some moved", () => {
		const before = numbered(9000, (at) => (at % 3 === 0 ? `kept ${at}` : `old ${at}`));
		const now = numbered(9000, (at) => (at % 3 === 0 ? `kept ${at}` : `new ${at}`));
		const moved = [...now.slice(0, 3000), ...now.slice(3300), ...now.slice(3000, 3300)];
		expect(count(align(before, now))).toBe(3000);
		const common = align(before, moved);
		expectAligned(before, moved, common);
		expect(count(common)).toBe(2900);
	});

	test("what is repeated stays between what each has once", () => {
		const before = numbered(9000, (at) => ["", `kept ${at}`, `old ${at}`][at % 3] as string);
		const now = numbered(9000, (at) => ["", `kept ${at}`, `new ${at}`][at % 3] as string);
		expect(count(align(before, now))).toBe(6000);
	});

	test("only the ends are common where nothing is there once", () => {
		const before = ["first", ...numbered(9000, (at) => (at % 2 === 0 ? "a" : "b")), "last"];
		const now = ["first", ...numbered(9000, (at) => (at % 2 === 0 ? "c" : "b")), "last"];
		const common = align(before, now);
		expectAligned(before, now, common);
		expect(common).toEqual([
			{ before: 0, now: 0, length: 1 },
			{ before: 9000, now: 9000, length: 2 },
		]);
	});
});
