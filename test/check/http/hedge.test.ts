import { expect, test } from "vitest";
import { Ended, type WebRequest } from "../../../src/check/http/fetch.ts";
import { hedged } from "../../../src/check/http/hedge.ts";
import { followRedirects } from "../../../src/check/http/redirects.ts";
import type { Attempt } from "../../../src/model.ts";
import { ManualClock } from "../../clock.ts";
import { failure, redirect, request, type Saying, Stub } from "./stub.ts";

const url = "https://a.test/";
const silent = (takes: number): Saying => ({ ...failure("timeout"), takes });

/** Asks with what each request answers, in order. Each round as `status or failure @ milliseconds`. */
async function ask(script: readonly Saying[], more: { beside?: boolean; stop?: AbortSignal } = {}) {
	const clock = new ManualClock();
	const stub = new Stub((_, count) => script[count - 1] ?? {}, clock);
	const first = request(url, more.stop === undefined ? {} : { signal: more.stop });
	const other: WebRequest = { ...first, cause: "retry", timeout: 10_000 };
	const rounds: string[] = [];
	const work = (async () => {
		const chain = followRedirects(stub.fetch, 10);
		for await (const round of hedged(chain, first, () => (more.beside === false ? undefined : other)))
			rounds.push(round.map(inShort).join(" "));
	})();
	return { clock, stub, rounds, work };
}

const inShort = ({ status, failure: failed, milliseconds }: Attempt): string =>
	`${failed?.code ?? status}@${milliseconds}`;

test.each<[string, readonly Saying[], string[], number[], number]>([
	["an answer in time is all", [{ status: 200, takes: 9_999 }], ["200@9999"], [0], 9_999],
	[
		"two that are silent end together",
		[silent(20_000), silent(10_000)],
		["timeout@20000", "timeout@10000"],
		[0, 10_000],
		20_000,
	],
	[
		"the second's answer ends the first",
		[silent(20_000), { status: 200, takes: 300 }],
		["timeout@10300", "200@300"],
		[0, 10_000],
		10_300,
	],
	[
		"the first's answer leaves the second out",
		[{ status: 404, takes: 12_000 }, silent(10_000)],
		["404@12000"],
		[0, 10_000],
		12_000,
	],
	[
		"a second that breaks leaves the first its time",
		[
			{ status: 200, takes: 15_000 },
			{ ...failure("reset"), takes: 100 },
		],
		["200@15000"],
		[0, 10_000],
		15_000,
	],
	[
		"a first that breaks leaves the second its time",
		[
			{ ...failure("reset"), takes: 11_000 },
			{ status: 200, takes: 5_000 },
		],
		["reset@11000", "200@5000"],
		[0, 10_000],
		15_000,
	],
	[
		"a hop may be what is silent",
		[redirect("/b"), silent(20_000), redirect("/b"), { status: 200, takes: 50 }],
		["302@0 timeout@10050", "302@0 200@50"],
		[0, 0, 10_000, 10_000],
		10_050,
	],
	[
		"a later hop of the first ends with the second's answer, too, and is not asked beside again",
		[{ ...redirect("/b"), takes: 12_000 }, { status: 200, takes: 9_000 }, silent(20_000)],
		["302@12000 timeout@10000", "200@9000"],
		[0, 10_000, 12_000],
		22_000,
	],
])("%s", async (_, script, rounds, times, took) => {
	const asked = await ask(script);
	await asked.clock.finish(asked.work);
	expect(asked.rounds).toEqual(rounds);
	expect(asked.stub.times).toEqual(times);
	expect(asked.clock.now()).toBe(took);
});

test("nothing is asked beside where nothing is to be", async () => {
	const { clock, stub, rounds, work } = await ask([silent(20_000)], { beside: false });
	await clock.finish(work);
	expect(rounds).toEqual(["timeout@20000"]);
	expect(stub.asked).toHaveLength(1);
});

test("what is stopped from outside stops both", async () => {
	const stop = new AbortController();
	const { clock, rounds, work } = await ask([silent(20_000), silent(10_000)], { stop: stop.signal });
	const ended = expect(work).rejects.toMatchObject({ ending: "cancelled" });
	await clock.advance(12_000);
	stop.abort(new Ended("cancelled"));
	await ended;
	expect(rounds).toEqual([]);
	expect(clock.now()).toBe(12_000);
});

test("a second that cannot be asked any more is known once the first has had its time", async () => {
	const clock = new ManualClock();
	const stub = new Stub(() => silent(20_000), clock);
	const rounds: Array<readonly Attempt[]> = [];
	const chain = followRedirects(async (asked) => {
		if (asked.cause === "retry") throw new Ended("host-silent");
		return stub.fetch(asked);
	}, 10);
	const work = (async () => {
		const other: WebRequest = { ...request(url), cause: "retry" };
		for await (const round of hedged(chain, request(url), () => other)) rounds.push(round);
	})();
	await expect(clock.finish(work)).rejects.toMatchObject({ ending: "host-silent" });
	expect(rounds.map((round) => round.map(inShort))).toEqual([["timeout@20000"]]);
	expect(clock.now()).toBe(20_000);
});
