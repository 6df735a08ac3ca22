import { describe, expect, test } from "vitest";
import { summarize } from "../../src/report/summary.ts";
import * as samples from "./samples.ts";

describe("the headline and the state", () => {
	test.each([
		["clean", samples.clean, "clean", "3 of 3 links verified in 2 files: no findings"],
		[
			"mixed",
			samples.mixed,
			"failed",
			"6 of 13 links verified in 12 files: 4 errors, 1 warning, 1 info; 1 run error",
		],
		[
			"no network",
			samples.noNetwork,
			"partial",
			"1 of 3 links verified in 1 file (no network: 2 web links not verified): no findings",
		],
		[
			"stopped",
			samples.stopped,
			"failed",
			"1 of 3 links verified in 1 file (stopped early: 1 link not reached): no findings; 1 run error",
		],
		["empty", samples.empty, "clean", "0 of 0 links verified in 1 file: no findings"],
	] as const)("%s", (_, report, state, headline) => {
		expect(summarize(report)).toMatchObject({ state, headline });
	});
});

test("verdicts that occur, reasons by count, hosts by count and then by name", () => {
	expect(summarize(samples.mixed)).toMatchObject({
		verdicts: [
			{ verdict: "alive", count: 1 },
			{ verdict: "moved", count: 1 },
			{ verdict: "dead", count: 4 },
			{ verdict: "unsure", count: 6 },
			{ verdict: "skipped", count: 1 },
		],
		unsure: [
			{ reason: "bot-wall", count: 5, hosts: "medium.com 2, a.test 1, b.test 1 and 1 more host" },
			{ reason: "timeout", count: 1, hosts: "slow.test 1" },
		],
		skipped: [{ reason: "private-address", count: 1, hosts: "127.0.0.1:8000 1" }],
	});
});

test("a link without a host is counted without one", () => {
	expect(summarize(samples.echoing("papers/a.pdf")).unsure).toEqual([
		{ reason: "login", count: 2, hosts: "papers 1" },
	]);
});
