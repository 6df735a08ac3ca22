import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Internet } from "../../bench/internet.ts";
import type { Fate, Host } from "../../bench/shape.ts";

const fates: readonly Fate[] = ["well", "missing", "moved", "busy once", "reset once"];
const host: Host = {
	address: "127.1.0.0",
	latency: 0,
	most: 2,
	pages: fates.map((fate, index) => ({ path: `/works/${index + 1}`, fate })),
};
const slow: Host = { ...host, address: "127.1.0.1", latency: 500 };

// Only Linux answers for all of 127.0.0.0/8 without being told to.
describe.runIf(process.platform === "linux")("Internet", () => {
	let internet: Internet;
	beforeAll(async () => {
		internet = await Internet.open([host, slow]);
	});
	afterAll(() => internet.close());

	/** The status of each of so many visits in a row, 0 for none. */
	async function visit(at: Host, fate: Fate, times: number): Promise<number[]> {
		const url = addressOf(at, fate);
		const statuses: number[] = [];
		for (let time = 0; time < times; time += 1) {
			statuses.push(
				await fetch(url, { headers: { connection: "close" } }).then(
					(answer) => answer.status,
					() => 0,
				),
			);
		}
		return statuses;
	}

	function addressOf(at: Host, fate: Fate): string {
		return internet.url(at, { path: `/works/${fates.indexOf(fate) + 1}`, fate });
	}

	it.each<[Fate, number[]]>([
		["well", [200, 200]],
		["missing", [404, 404]],
		["moved", [200, 200]],
		["busy once", [503, 200]],
		["reset once", [0, 200]],
	])("answers for a page that is %s with %j", async (fate, statuses) => {
		internet.reset();
		expect(await visit(host, fate, 2)).toEqual(statuses);
	});

	it("counts how many come at a time", async () => {
		internet.reset();
		await Promise.all([visit(slow, "well", 1), visit(slow, "missing", 1), visit(host, "well", 1)]);
		expect(internet.traffic()).toEqual({ requests: 3, connections: 2, atATime: 2, refused: 0 });
	});

	it("refuses what a host has no room for", async () => {
		internet.reset();
		const visits = await Promise.all(Array.from({ length: 5 }, () => visit(slow, "well", 1)));
		expect(visits.flat().sort()).toEqual([200, 200, 429, 429, 429]);
		expect(internet.traffic()).toMatchObject({ requests: 5, refused: 3 });
	});
});
