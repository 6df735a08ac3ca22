import { expect, test } from "vitest";
import { Pace } from "../../../src/check/http/pace.ts";
import type { Attempt } from "../../../src/model.ts";
import { ManualClock } from "../../clock.ts";
import { answerTo, request, type Saying } from "./stub.ts";

const said = (saying: Saying): Attempt => answerTo(request("https://a.test/"), saying).attempt;
const ok = said({ status: 200 });
const refused = said({ status: 429 });
const never = new AbortController().signal;

function paced(most = 8): { clock: ManualClock; pace: Pace } {
	const clock = new ManualClock(1_000_000);
	return { clock, pace: new Pace(most, clock) };
}

test("a host that nobody complained about is asked at once, as many at a time as allowed", () => {
	const { pace } = paced(8);
	pace.learn(ok, 0);
	expect([pace.wait(), pace.slots.count]).toEqual([0, 8]);
});

test.each<[string, Saying, number, number]>([
	["429 that names no time", { status: 429 }, 1_000, 1],
	["429 with Retry-After", { status: 429, headers: { "retry-after": "7" } }, 7_000, 1],
	["503 with Retry-After", { status: 503, headers: { "retry-after": "2" } }, 2_000, 1],
	["503 without", { status: 503 }, 0, 8],
	["500 with Retry-After", { status: 500, headers: { "retry-after": "2" } }, 2_000, 8],
	["404", { status: 404 }, 0, 8],
	["a failure", { failure: { code: "reset", detail: "" } }, 0, 8],
	[
		"an answer that used up the limit",
		{ status: 200, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "3" } },
		3_000,
		8,
	],
])("after %s", (_, saying, wait, concurrency) => {
	const { clock, pace } = paced(8);
	pace.learn(said(saying), clock.now());
	expect([pace.wait(), pace.slots.count]).toEqual([wait, concurrency]);
});

test("the backlog is how many links there are for each slot", () => {
	const { pace } = paced(2);
	for (let links = 0; links < 7; links += 1) void pace.slots.enter();
	expect(pace.backlog).toBe(3.5);
});

test("refusals in a row pause longer and longer", async () => {
	const { clock, pace } = paced(8);
	const seen: number[] = [];
	for (let times = 0; times < 5; times += 1) {
		pace.learn(refused, clock.now());
		seen.push(pace.wait());
		await clock.advance(pace.wait());
	}
	expect(seen).toEqual([1_000, 2_000, 4_000, 8_000, 16_000]);
});

test("refusals of requests that were on their way together count as one", async () => {
	const { clock, pace } = paced(8);
	const sentAt = clock.now();
	await clock.advance(50);
	for (let times = 0; times < 8; times += 1) pace.learn(refused, sentAt);
	expect([pace.wait(), pace.slots.count]).toEqual([1_000, 1]);
});

test("after a refusal requests are spaced", async () => {
	const { clock, pace } = paced();
	pace.learn(refused, clock.now());
	const times: number[] = [];
	for (let turns = 0; turns < 4; turns += 1) {
		await clock.finish(pace.turn(60_000, never));
		times.push(clock.now() - 1_000_000);
	}
	expect(times).toEqual([1_000, 1_125, 1_250, 1_375]);
});

test("refusals in a row space them wider and wider", async () => {
	const { clock, pace } = paced();
	for (let refusals = 0; refusals < 3; refusals += 1) {
		pace.learn(refused, clock.now());
		await clock.advance(pace.wait());
	}
	await clock.finish(pace.turn(60_000, never));
	expect(pace.wait()).toBe(500);
});

test("calm gives back a step at a time, up to a third of what was refused", () => {
	const { clock, pace } = paced(8);
	pace.learn(refused, clock.now());
	const steps: number[] = [];
	for (let answers = 0; answers < 40; answers += 1) {
		pace.learn(ok, clock.now());
		steps.push(pace.slots.count);
	}
	expect([7, 8, 15, 16, 24, 32, 40].map((count) => steps[count - 1])).toEqual([1, 2, 2, 2, 2, 2, 2]);
});

test("calm takes back wide spaces, but not the first", async () => {
	const { clock, pace } = paced(8);
	for (let refusals = 0; refusals < 3; refusals += 1) {
		pace.learn(refused, clock.now());
		await clock.advance(pace.wait());
	}
	const spaces: number[] = [];
	for (let answers = 1; answers <= 32; answers += 1) {
		pace.learn(ok, clock.now());
		if (answers % 8 !== 0) continue;
		await clock.finish(pace.turn(60_000, never));
		spaces.push(pace.wait());
	}
	expect(spaces).toEqual([250, 125, 125, 125]);
});

test("a failure neither calms nor alarms", () => {
	const { clock, pace } = paced(8);
	pace.learn(refused, clock.now());
	for (let times = 0; times < 40; times += 1) {
		pace.learn(said({ failure: { code: "timeout", detail: "" } }), clock.now());
	}
	expect(pace.slots.count).toBe(1);
});

test("a turn beyond one's patience ends as rate-limited at once", async () => {
	const { clock, pace } = paced();
	pace.learn(said({ status: 429, headers: { "retry-after": "3600" } }), clock.now());
	await expect(pace.turn(60_000, never)).rejects.toMatchObject({ ending: "rate-limited" });
	expect(clock.now()).toBe(1_000_000);
});

test("a refusal that arrives while others wait moves their turn", async () => {
	const { clock, pace } = paced();
	pace.learn(refused, clock.now());
	let turned = false;
	const turn = pace.turn(60_000, never).then(() => {
		turned = true;
	});
	await clock.advance(500);
	pace.learn(said({ status: 429, headers: { "retry-after": "10" } }), clock.now());
	await clock.advance(9_999);
	expect(turned).toBe(false);
	await clock.advance(1);
	expect(turned).toBe(true);
	await turn;
});

test("a signal ends the wait", async () => {
	const { clock, pace } = paced();
	pace.learn(said({ status: 429, headers: { "retry-after": "10" } }), clock.now());
	const stop = new AbortController();
	const turn = pace.turn(60_000, stop.signal);
	stop.abort();
	await turn;
	expect(clock.now()).toBe(1_000_000);
});
