import { expect, test } from "vitest";
import { Ended } from "../../../src/check/http/fetch.ts";
import type { Reader } from "../../../src/check/http/reader.ts";
import { throttle } from "../../../src/check/http/throttle.ts";
import { ManualClock } from "../../clock.ts";
import { readAlready, request, type Saying, Stub } from "./stub.ts";

interface Limits {
	readonly concurrency?: number;
	readonly perHost?: number | ((host: string) => number);
	/** Milliseconds that it takes to read an answer. */
	readonly reading?: number;
}

function network(
	say: ConstructorParameters<typeof Stub>[0],
	{ concurrency = 64, perHost = 6, reading = 0 }: Limits = {},
) {
	const clock = new ManualClock();
	const stub = new Stub(say, clock);
	const limit = typeof perHost === "number" ? () => perHost : perHost;
	const read: Reader = async (answer) => {
		await clock.sleep(reading);
		return answer;
	};
	return { clock, stub, ...throttle(stub.fetch, { concurrency, perHost: limit, read, clock }) };
}

const slow = (): Saying => ({ status: 200, takes: 1_000 });
const urls = (host: string, count: number): string[] =>
	Array.from({ length: count }, (_, i) => `https://${host}/${i}`);
const askAll = (fetch: ReturnType<typeof network>["fetch"], all: readonly string[]) =>
	Promise.all(all.map((url) => fetch(request(url))));

test.each([
	[12, 6, 2_000],
	[12, 1, 12_000],
	[3, 6, 1_000],
])("%i links to one host at a limit of %i take %i ms", async (links, perHost, expected) => {
	const { clock, stub, fetch } = network(slow, { perHost });
	await clock.finish(askAll(fetch, urls("a.test", links)));
	expect([clock.now(), stub.busiest]).toEqual([expected, Math.min(links, perHost)]);
});

test("the limit in all holds over hosts", async () => {
	const { clock, stub, fetch } = network(slow, { concurrency: 4 });
	await clock.finish(
		askAll(
			fetch,
			["a", "b", "c", "d"].flatMap((name) => urls(`${name}.test`, 4)),
		),
	);
	expect([clock.now(), stub.busiest]).toEqual([4_000, 4]);
});

test("a host may have a limit of its own", async () => {
	const { clock, fetch } = network(slow, { perHost: (host) => (host === "slow.test" ? 1 : 6) });
	await clock.finish(askAll(fetch, [...urls("slow.test", 3), ...urls("a.test", 6)]));
	expect(clock.now()).toBe(3_000);
});

test("a link that waits for its host holds no global slot", async () => {
	const { clock, stub, fetch } = network(
		({ url }) =>
			url === "https://a.test/0" ? { status: 429, headers: { "retry-after": "30" } } : { status: 200 },
		{ concurrency: 1 },
	);
	await clock.finish(fetch(request("https://a.test/0")));
	const waiting = fetch(request("https://a.test/1"));
	await clock.advance(0);
	await fetch(request("https://b.test/"));
	expect(stub.urls).toEqual(["https://a.test/0", "https://b.test/"]);
	expect(stub.times).toEqual([0, 0]);
	await clock.finish(waiting);
	expect(stub.times).toEqual([0, 0, 30_000]);
});

test("links queued at one host do not hold back another", async () => {
	const { clock, stub, fetch } = network(slow, { concurrency: 2, perHost: 1 });
	const all = askAll(fetch, [...urls("a.test", 5), ...urls("b.test", 1)]);
	await clock.advance(0);
	expect(stub.urls).toEqual(["https://a.test/0", "https://b.test/0"]);
	await clock.finish(all);
});

test("the host with the most links for each of its slots goes first", async () => {
	const { clock, stub, fetch } = network(slow, {
		concurrency: 2,
		perHost: (host) => (host === "narrow.test" ? 1 : 6),
		reading: 1,
	});
	const others = ["a", "b", "c"].flatMap((name) => urls(`${name}.test`, 1));
	await clock.finish(askAll(fetch, [...others, ...urls("wide.test", 5), ...urls("narrow.test", 6)]));
	expect(clock.now()).toBe(7 * 1_001);
	const narrow = stub.times.filter((_, i) => stub.urls[i]?.includes("narrow"));
	expect(narrow).toEqual([0, 1, 2, 3, 4, 5].map((turn) => turn * 1_001));
});

test("a host is asked the next while its answer is read", async () => {
	const { clock, stub, fetch } = network(slow, { perHost: 1, reading: 5_000 });
	await clock.finish(askAll(fetch, urls("a.test", 3)));
	expect(stub.times).toEqual([0, 1_000, 2_000]);
	expect(clock.now()).toBe(8_000);
});

test("an answer that is not read yet holds its global slot", async () => {
	const { clock, stub, fetch } = network(slow, { concurrency: 1, perHost: 1, reading: 5_000 });
	await clock.finish(askAll(fetch, urls("a.test", 3)));
	expect(stub.times).toEqual([0, 6_000, 12_000]);
});

test("what fails to be asked or read gives its slots back", async () => {
	const clock = new ManualClock();
	const stub = new Stub(({ url }) => ({ status: url.endsWith("unread") ? 500 : 200 }), clock);
	const { fetch } = throttle(
		(asked) => (asked.url.endsWith("unasked") ? Promise.reject(new Ended("host-silent")) : stub.fetch(asked)),
		{
			concurrency: 1,
			perHost: () => 1,
			read: (answer, asked) =>
				answer.attempt.status === 500 ? Promise.reject(new Error("a bug")) : readAlready(answer, asked),
			clock,
		},
	);
	const outcomes = await Promise.allSettled(
		["unasked", "unread", "read"].map((path) => fetch(request(`https://a.test/${path}`))),
	);
	expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "fulfilled"]);
});

test("a host that refuses is paused, spaced and asked less at a time; every link is asked in the end", async () => {
	const { clock, stub, fetch } = network((_, count) => ({ status: count <= 6 ? 429 : 200, takes: 10 }));
	await clock.finish(askAll(fetch, urls("a.test", 10)));
	expect(stub.times.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 0]);
	expect(stub.times.slice(6)).toEqual([1_010, 1_135, 1_260, 1_385]);
});

test("a host's refusal does not slow another, even one below the same domain", async () => {
	const { clock, stub, fetch } = network(({ url }) => ({ status: url.includes("//a.") ? 429 : 200 }));
	await clock.finish(fetch(request("https://a.test/")));
	await askAll(fetch, [...urls("b.test", 6), ...urls("www.a.test", 6)]);
	expect(stub.times).toEqual(Array(13).fill(0));
});

test("http and https of a name are one host", async () => {
	const { clock, stub, fetch } = network(slow, { perHost: 1 });
	await clock.finish(askAll(fetch, ["https://a.test/", "http://a.test/"]));
	expect(stub.times).toEqual([0, 1_000]);
});

test("tells who waits for whom", async () => {
	const { clock, fetch, waiting } = network(
		({ url }) => (url.includes("paused") ? { status: 429, headers: { "retry-after": "5" } } : slow()),
		{ perHost: 2 },
	);
	const all = askAll(fetch, [...urls("busy.test", 5), ...urls("free.test", 1), ...urls("paused.test", 1)]);
	await clock.advance(0);
	expect(waiting()).toEqual([
		{ host: "busy.test", links: 3, pause: 0 },
		{ host: "paused.test", links: 0, pause: 5_000 },
	]);
	await clock.finish(all);
	await clock.advance(5_000);
	expect(waiting()).toEqual([]);
});

test("what is stopped while it waits is not asked", async () => {
	const { clock, stub, fetch } = network(slow, { perHost: 1 });
	const stop = new AbortController();
	const first = fetch(request("https://a.test/0"));
	const second = fetch(request("https://a.test/1", { signal: stop.signal }));
	const refused = expect(second).rejects.toMatchObject({ ending: "cancelled" });
	await clock.advance(0);
	stop.abort(new Ended("cancelled"));
	await clock.finish(first);
	await refused;
	expect(stub.urls).toEqual(["https://a.test/0"]);
});

test("what is stopped while it waits takes no place of a host that is asked further apart", async () => {
	const { clock, stub, fetch } = network((_, count) =>
		count === 1 ? { status: 429, headers: { "retry-after": "1" } } : { status: 200, takes: 500 },
	);
	await clock.finish(fetch(request("https://a.test/0")));
	const stop = new AbortController();
	const [first, second, third] = urls("a.test", 3).map((url, i) =>
		fetch(request(url, i === 1 ? { signal: stop.signal } : {})),
	);
	const refused = expect(second).rejects.toMatchObject({ ending: "cancelled" });
	await clock.advance(1_200);
	stop.abort(new Ended("cancelled"));
	await clock.finish(Promise.all([first, third]));
	await refused;
	expect(stub.times).toEqual([0, 1_000, 1_500]);
});

test("a link without patience does not wait for a paused host, and gives its slot back", async () => {
	const { clock, stub, fetch } = network(
		(_, count) => (count === 1 ? { status: 429, headers: { "retry-after": "600" } } : { status: 200 }),
		{ perHost: 1 },
	);
	await clock.finish(fetch(request("https://a.test/0")));
	for (const url of urls("a.test", 3)) {
		await expect(fetch(request(url))).rejects.toMatchObject({ ending: "rate-limited" });
	}
	await clock.advance(600_000);
	await fetch(request("https://a.test/again"));
	expect(stub.urls).toEqual(["https://a.test/0", "https://a.test/again"]);
});

test("a turn that was taken before is for one request; what follows waits for its own", async () => {
	const { clock, stub, fetch, takeTurn } = network(slow, { perHost: 1 });
	const url = "https://a.test/0";
	const turn = await takeTurn(url, 60_000, new AbortController().signal);
	const other = fetch(request("https://a.test/1"));
	await clock.advance(500);
	const both = [0, 1].map(() => fetch(request(url, { turn })));
	await clock.finish(Promise.all([...both, other]));
	expect(stub.times).toEqual([500, 1_500, 2_500]);
	expect(stub.urls).toEqual([url, "https://a.test/1", url]);
});

test("a turn that is not used is given back", async () => {
	const { clock, stub, fetch, takeTurn } = network(slow, { perHost: 1, concurrency: 1 });
	const turn = await takeTurn("https://a.test/0", 60_000, new AbortController().signal);
	turn.leave();
	await clock.finish(fetch(request("https://a.test/1")));
	expect(stub.times).toEqual([0]);
});
