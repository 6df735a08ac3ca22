import { describe, expect, it } from "vitest";
import { costs, spread, tableOf } from "../../bench/table.ts";

describe("spread", () => {
	it.each([
		[[3, 1, 2], "2 (1..3)"],
		[[4, 1, 2, 3], "2.50 (1..4)"],
		[[7, 7, 7], "7"],
		[[0.118, 0.12, 0.1213], "0.12"],
		[[18.94, 19.06, 120.4], "19.1 (18.9..120)"],
	])("of %j is %s", (values, text) => {
		expect(spread(values)).toBe(text);
	});
});

describe("tableOf", () => {
	it("says who is not there, and how to repeat it", () => {
		const contestant = (name: string, version: string | undefined) => ({
			name,
			tool: { name, version, start: [name] as const },
			args: ["--all", "."],
			exits: 0,
		});
		const sample = { wall: 1.5, cpu: 1.25, peak: 40, stdout: "" };
		const results = [
			{ contestant: contestant("quick", "1.0.0"), samples: [sample] },
			{ contestant: contestant("gone", undefined), samples: [], trouble: "not installed" },
		];
		expect(tableOf(results, costs).split("\n")).toEqual([
			"|  | wall, s | CPU, s | peak, MiB |",
			"| --- | ---: | ---: | ---: |",
			"| quick | 1.50 | 1.25 | 40 |",
			"| gone | not installed |  |  |",
			"",
			"- quick: `quick --all .`",
			"- gone: `gone --all .`",
		]);
	});
});
