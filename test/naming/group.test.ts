import { expect, test } from "vitest";
import { groupBy } from "../../src/naming/group.ts";

test("things stand under what they have in common, in their order", () => {
	expect([...groupBy(["bee", "ant", "bug", "asp"], ([letter]) => letter)]).toEqual([
		["b", ["bee", "bug"]],
		["a", ["ant", "asp"]],
	]);
});

test("a key is whatever a map takes", () => {
	const [one, other] = [{}, {}];
	expect(groupBy([1, 2, 3], (number) => (number === 2 ? other : one)).get(one)).toEqual([1, 3]);
});
