import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { urlOf } from "./specimen.ts";
import { specimens } from "./specimens.ts";
import { type Checker, fromBuild, fromSource, type Visit, Zoo } from "./visit.ts";

const checkers: ReadonlyArray<readonly [string, Checker]> = [
	["the sources", fromSource],
	["the built command", fromBuild],
];

describe.each(checkers)("%s in the zoo", (_, check) => {
	let zoo: Zoo;
	let visit: Visit;
	beforeAll(async () => {
		zoo = await Zoo.open(specimens);
		visit = await zoo.visit(specimens, check);
	}, 30_000);
	afterAll(() => zoo.close());

	test.each(specimens.map((specimen, i) => ({ specimen, i, name: specimen.name })))(
		"$name",
		({ specimen: { expected, requests }, i }) => {
			const { got, spent = Number.NaN, arrived } = visit.sightings[i] ?? {};
			expect(got).toBe(expected);
			expect(spent).toBeLessThanOrEqual(requests);
			expect(arrived).toBeLessThanOrEqual(spent);
		},
	);

	test("only addresses of the public internet are connected to", () => {
		expect(visit.connections.length).toBeGreaterThan(specimens.length / 2);
		const elsewhere = visit.connections.filter((line) => !/ (93\.184\.|2606:2800:)\S+ \d+$/.test(line));
		expect(elsewhere).toEqual([]);
	});
});

test("every specimen has a name and a URL of its own", () => {
	expect(new Set(specimens.map(({ name }) => name)).size).toBe(specimens.length);
	expect(new Set(specimens.map(urlOf)).size).toBe(specimens.length);
});
