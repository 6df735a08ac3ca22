import { describe, expect, test } from "vitest";
import { countReasons, summarize } from "../../src/report/summary.ts";
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

const base = { name: "main", commit: "0123456789012345678901234567890123456789" };
const preExisting = { error: 2, warning: 1, info: 0 };

describe("the headline of a run with a base", () => {
	test.each([
		["names it", { base }, {}, "3 of 3 links verified in 2 files: no findings since main"],
		[
			"counts what was there before",
			{ base },
			{ preExisting },
			"3 of 3 links verified in 2 files: no findings since main, 3 pre-existing",
		],
		[
			"counts what is not read",
			{ base },
			{ unread: 40, preExisting, suppressed: 1 },
			"3 of 3 links verified in 2 of 42 files: no findings since main, 3 pre-existing, 1 suppressed",
		],
		[
			"has no control characters",
			{ base: { ...base, name: "ma\u001B[31min\u0000" } },
			{},
			"3 of 3 links verified in 2 files: no findings since main",
		],
	] as const)("%s", (_, environment, stats, headline) => {
		const report = {
			...samples.clean,
			environment: { ...samples.clean.environment, ...environment },
			stats: { ...samples.clean.stats, ...stats },
		};
		expect(summarize(report)).toMatchObject({ state: "clean", headline });
	});

	test("says first that there is nothing to compare with, and is not clean then", () => {
		const unknown = "main is not in this checkout, and cannot be had";
		const report = {
			...samples.noNetwork,
			environment: { ...samples.noNetwork.environment, base: { name: "main", unknown } },
		};
		expect(summarize(report)).toMatchObject({
			state: "partial",
			headline: `1 of 3 links verified in 1 file (nothing to compare with, so everything is checked: ${unknown}; no network: 2 web links not verified): no findings`,
		});
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
	});
	expect(countReasons(samples.mixed, "unsure")).toEqual([
		{ reason: "bot-wall", count: 5, hosts: "medium.com 2, a.test 1, b.test 1 and 1 more host" },
		{ reason: "timeout", count: 1, hosts: "slow.test 1" },
	]);
	expect(countReasons(samples.mixed, "skipped")).toEqual([
		{ reason: "private-address", count: 1, hosts: "127.0.0.1:8000 1" },
	]);
});

test("a link without a host is counted without one", () => {
	expect(countReasons(samples.echoing("papers/a.pdf"), "unsure")).toEqual([
		{ reason: "login", count: 2, hosts: "papers 1" },
	]);
});
