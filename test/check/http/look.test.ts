import { setMaxListeners } from "node:events";
import { expect, test } from "vitest";
import { Ended } from "../../../src/check/http/fetch.ts";
import { persist } from "../../../src/check/http/look.ts";
import { followRedirects } from "../../../src/check/http/redirects.ts";
import { throttle } from "../../../src/check/http/throttle.ts";
import { ManualClock } from "../../clock.ts";
import { failure, readAlready, redirect, type Saying, Stub } from "./stub.ts";

const timeout = 20_000;
const target = { kind: "http", key: "https://a.test/" } as const;

/** Looks at https://a.test/ through redirects, pace and persistence. */
function looking(say: ConstructorParameters<typeof Stub>[0], retries = 2) {
	const clock = new ManualClock();
	const stub = new Stub(say, clock);
	const { fetch, takeTurn } = throttle(stub.fetch, {
		concurrency: 64,
		perHost: () => 6,
		read: readAlready,
		clock,
	});
	const stop = new AbortController();
	const look = persist(followRedirects(fetch, 10), {
		timeout,
		retries,
		isWall: () => false,
		takeTurn,
		clock,
		signal: stop.signal,
	});
	return { clock, stub, stop, look };
}

/** What each request answers, in order; the last one stays. When each was sent, and how long it all took. */
async function run(script: readonly Saying[]) {
	const { clock, stub, look } = looking((_, count) => script[Math.min(count, script.length) - 1] ?? {});
	const observation = await clock.finish(look(target, false));
	return {
		times: stub.times,
		took: clock.now(),
		causes: observation.attempts.map(({ cause }) => cause),
		status: observation.attempts.at(-1)?.status,
		ended: observation.ended,
	};
}

const timedOut = (takes: number): Saying => ({ ...failure("timeout"), takes });
const limited = (seconds: number): Saying => ({ status: 429, headers: { "retry-after": String(seconds) } });

test.each<[string, readonly Saying[], number[]]>([
	["a good answer is asked for once", [{ status: 200, takes: 300 }], [0]],
	["a missing page too", [{ status: 404 }], [0]],
	["a server error is asked again twice, further apart", [{ status: 503 }], [0, 200, 1_400]],
	["and not after it is over", [{ status: 503 }, { status: 200 }], [0, 200]],
	[
		"a silent page is asked again beside the first, half-way",
		[timedOut(20_000), timedOut(10_000)],
		[0, 10_000],
	],
	[
		"one that cannot be connected to, too",
		[timedOut(20_000), failure("reset"), { status: 200 }],
		[0, 10_000, 21_200],
	],
	["a slow one that answers in time is asked once", [{ status: 200, takes: 10_000 }], [0]],
	["a refused identity is asked again at once", [{ status: 403 }], [0, 0]],
	["a missing name is looked up twice", [failure("no-such-host")], [0, 1_200]],
	["a rate limit waits as told", [limited(10), { status: 200 }], [0, 10_000]],
	[
		"one that is told in words too",
		[{ status: 429, headers: { "retry-after": "0m20s" } }, { status: 200 }],
		[0, 20_000],
	],
	[
		"a maintenance page waits as told",
		[{ status: 503, headers: { "retry-after": "9" } }, { status: 200 }],
		[0, 9_000],
	],
])("%s", async (_, script, times) => {
	expect((await run(script)).times).toEqual(times);
});

test.each<[string, Saying, number]>([
	["a rate limit of an hour", limited(3600), 1],
	["a maintenance of an hour", { status: 503, headers: { "retry-after": "3600" } }, 1],
	["a rate limit that is told again and again", limited(25), 3],
])("%s does not outlast the budget", async (_, saying, requests) => {
	const { times, took } = await run([saying]);
	expect(times).toHaveLength(requests);
	expect(took).toBeLessThanOrEqual(3 * timeout);
});

test("many retries are within the budget, too", async () => {
	const { clock, stub, look } = looking(() => ({ status: 503 }), 10);
	await clock.finish(look(target, false));
	expect(stub.times.map((time) => time / 1_000)).toEqual([0, 0.2, 1.4, 8.6, 18.6, 28.6, 38.6, 48.6, 58.6]);
});

test("a look that ends for its host's pace says so", async () => {
	expect(await run([limited(3600)])).toMatchObject({ took: 0, ended: "rate-limited", status: 429 });
});

test("all tries are in the observation, redirects included", async () => {
	const { clock, look } = looking(({ url }, count) => {
		if (url === "https://a.test/") return redirect("https://b.test/");
		return { status: count < 4 ? 500 : 200 };
	});
	const observation = await clock.finish(look(target, false));
	expect(observation).toMatchObject({ kind: "http", key: "https://a.test/", via: "page" });
	expect(observation.attempts.map(({ cause, url, status }) => [cause, url, status])).toEqual([
		["first", "https://a.test/", 302],
		["redirect", "https://b.test/", 500],
		["retry", "https://a.test/", 302],
		["redirect", "https://b.test/", 200],
	]);
	expect(observation).not.toHaveProperty("ended");
});

test("ids are asked for where they are wanted", async () => {
	const { clock, stub, look } = looking(() => ({ status: 200 }));
	await clock.finish(Promise.all([look(target, true), look(target, false)]));
	expect(stub.asked.map(({ ids }) => ids)).toEqual([true, false]);
});

test.each(["cancelled", "deadline"] as const)("%s during a pause ends with what is known", async (ending) => {
	const { clock, stop, look } = looking(() => ({ status: 503 }));
	const observation = look(target, false);
	await clock.advance(50);
	stop.abort(new Ended(ending));
	expect(await observation).toMatchObject({ ended: ending, attempts: [{ status: 503 }] });
	expect(clock.now()).toBe(50);
});

test("waiting for the first turn is not on the budget", async () => {
	const script: Saying[] = [limited(59), { status: 200 }];
	const slow: Saying[] = [{ status: 503 }, { status: 503 }, { status: 200 }];
	const { clock, look } = looking(({ url }) => (url === target.key ? slow : script).shift() ?? {});
	const first = look({ kind: "http", key: "https://a.test/first" }, false);
	await clock.advance(1);
	const observation = await clock.finish(look(target, false));
	expect(observation.attempts.map(({ status }) => status)).toEqual([503, 503, 200]);
	expect(clock.now()).toBeGreaterThan(3 * timeout);
	await first;
});

test("a bug is not an ending", async () => {
	const { look } = looking(() => {
		throw new TypeError("a bug");
	});
	await expect(look(target, false)).rejects.toThrow("a bug");
});

test("thirty links on a host that takes two at a time all come right", async () => {
	let open = 0;
	const clock = new ManualClock();
	const stub = new Stub((_, count) => ({ status: count, takes: 200 }), clock);
	const { fetch, takeTurn } = throttle(
		async (request) => {
			open += 1;
			const refused = open > 2;
			const answer = await stub.fetch(request);
			open -= 1;
			return { ...answer, attempt: { ...answer.attempt, status: refused ? 429 : 200 } };
		},
		{ concurrency: 64, perHost: () => 6, read: readAlready, clock },
	);
	const signal = new AbortController().signal;
	setMaxListeners(0, signal);
	const look = persist(followRedirects(fetch, 10), {
		timeout,
		retries: 2,
		isWall: () => false,
		takeTurn,
		clock,
		signal,
	});
	const targets = Array.from(
		{ length: 30 },
		(_, i) => ({ kind: "http", key: `https://a.test/${i}` }) as const,
	);
	const observations = await clock.finish(Promise.all(targets.map((one) => look(one, false))));
	expect(observations.map(({ attempts }) => attempts.at(-1)?.status)).toEqual(Array(30).fill(200));
	expect(stub.asked.length).toBeLessThan(45);
});

test("thirty links on a host that takes ten a second all come right", async () => {
	const clock = new ManualClock();
	const served: number[] = [];
	const stub = new Stub(() => {
		const recent = served.filter((at) => at > clock.now() - 1_000).length;
		if (recent >= 10) return { status: 429, headers: { "retry-after": "1" }, takes: 20 };
		served.push(clock.now());
		return { status: 200, takes: 20 };
	}, clock);
	const { fetch, takeTurn } = throttle(stub.fetch, {
		concurrency: 64,
		perHost: () => 6,
		read: readAlready,
		clock,
	});
	const signal = new AbortController().signal;
	setMaxListeners(0, signal);
	const look = persist(followRedirects(fetch, 10), {
		timeout,
		retries: 2,
		isWall: () => false,
		takeTurn,
		clock,
		signal,
	});
	const targets = Array.from(
		{ length: 30 },
		(_, i) => ({ kind: "http", key: `https://a.test/${i}` }) as const,
	);
	const observations = await clock.finish(Promise.all(targets.map((one) => look(one, false))));
	expect(observations.map(({ attempts }) => attempts.at(-1)?.status)).toEqual(Array(30).fill(200));
	expect(stub.asked.length).toBeLessThan(45);
});
