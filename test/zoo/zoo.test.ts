import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { urlOf } from "./specimen.ts";
import { specimens } from "./specimens.ts";
import { type Checker, fromBuild, fromSource, type Sighting, Zoo } from "./visit.ts";

const checkers: ReadonlyArray<readonly [string, Checker]> = [
	["the sources", fromSource],
	["the built command", fromBuild],
];

describe.each(checkers)("%s in the zoo", (_, check) => {
	let zoo: Zoo;
	let sightings: readonly Sighting[];
	beforeAll(async () => {
		zoo = await Zoo.open(specimens);
		sightings = await zoo.visit(specimens, check);
	}, 30_000);
	afterAll(() => zoo.close());

	test.each(specimens.map((specimen, i) => ({ specimen, i, name: specimen.name })))(
		"$name",
		({ specimen: { expected, requests }, i }) => {
			const { got, spent = Number.NaN, arrived } = sightings[i] ?? {};
			expect(got).toBe(expected);
			expect(spent).toBeLessThanOrEqual(requests);
			expect(arrived).toBeLessThanOrEqual(spent);
		},
	);
});

test("every specimen has a name and a URL of its own", () => {
	expect(new Set(specimens.map(({ name }) => name)).size).toBe(specimens.length);
	expect(new Set(specimens.map(urlOf)).size).toBe(specimens.length);
});
