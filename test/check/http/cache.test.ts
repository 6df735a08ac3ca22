import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Cache, type CacheOptions, remembered } from "../../../src/check/http/cache.ts";
import { CacheFile } from "../../../src/check/http/cache-file.ts";
import type { Attempt, HttpObservation, Verdict } from "../../../src/model.ts";
import { ManualClock } from "../../clock.ts";
import { makeFolder } from "../../tree.ts";
import { html } from "./stub.ts";

const DAY = 86_400_000;
const target = { kind: "http", key: "https://a.test/" } as const;
const alive: Verdict = { verdict: "alive", reason: "ok" };
const wall: Verdict = { verdict: "unsure", reason: "bot-wall" };

function seen(attempt: Partial<Attempt> = {}, more: Partial<HttpObservation> = {}): HttpObservation {
	const first = {
		cause: "first",
		method: "GET",
		url: target.key,
		identity: "plain",
		headers: {},
		milliseconds: 1,
	} as const;
	return {
		kind: "http",
		key: target.key,
		via: "page",
		attempts: [{ ...first, status: 200, ...attempt }],
		...more,
	};
}

/** A cache in a folder of its own, and others after it on the same file. */
function caches() {
	const path = join(makeFolder({}), "cache.jsonl");
	const clock = new ManualClock(100 * DAY);
	const open = async (options: Partial<CacheOptions> = {}) =>
		new Cache(await CacheFile.open(path), {
			circumstances: "",
			verdicts: () => [alive],
			now: clock.now,
			...options,
		});
	return { clock, open, read: () => readFileSync(path, "utf8") };
}

test("knows an answer as soon as it is there, and says when it was seen", async () => {
	const { clock, open } = caches();
	const cache = await open();
	expect(cache.recall(target, false)).toBeUndefined();
	cache.remember(seen(), false);
	expect(cache.recall(target, false)).toEqual({ ...seen(), seenAt: clock.now() });
});

test("an answer is in the file before the run is over", async () => {
	const { clock, open } = caches();
	(await open()).remember(seen(), false);
	expect((await open()).recall(target, false)).toEqual({ ...seen(), seenAt: clock.now() });
});

test.each<[string, readonly Verdict[], number]>([
	["alive", [alive], 7],
	["moved", [{ verdict: "moved", reason: "permanent-redirect" }], 7],
	["unsure", [wall], 1],
	["alive for one link and unsure for another", [alive, wall], 1],
])("%s is known for about %o days: %d", async (_, verdicts, days) => {
	const { clock, open } = caches();
	const cache = await open({ verdicts: () => verdicts });
	cache.remember(seen(), false);
	await clock.advance(days * DAY * 0.75 - 1);
	expect(cache.recall(target, false)).toBeDefined();
	await clock.advance(days * DAY * 0.5 + 1);
	expect(cache.recall(target, false)).toBeUndefined();
});

test.each<[string, readonly Verdict[], HttpObservation]>([
	["dead", [{ verdict: "dead", reason: "not-found" }], seen({ status: 404 })],
	["dead for one of its links", [alive, { verdict: "dead", reason: "missing-anchor" }], seen()],
	["skipped", [{ verdict: "skipped", reason: "private-address" }], seen()],
	["no network", [{ verdict: "unsure", reason: "no-network" }], seen({ status: 511 })],
	["ended early", [{ verdict: "unsure", reason: "rate-limited" }], seen({}, { ended: "rate-limited" })],
	["a URL with a password", [alive], seen({ url: "https://me:word@a.test/" })],
	["a URL with a user", [alive], seen({ url: "https://me@a.test/" })],
])("%s is not remembered", async (_, verdicts, observation) => {
	const { open } = caches();
	const cache = await open({ verdicts: () => verdicts });
	cache.remember(observation, false);
	expect(cache.recall(target, false)).toBeUndefined();
	await cache.close(true);
	expect((await open()).recall(target, false)).toBeUndefined();
});

test("an answer that makes a new link dead is not used", async () => {
	const { open } = caches();
	(await open()).remember(seen(), false);
	const next = await open({ verdicts: () => [alive, { verdict: "dead", reason: "missing-anchor" }] });
	expect(next.recall(target, false)).toBeUndefined();
});

test("an answer from a time to come is not used", async () => {
	const { clock, open } = caches();
	(await open({ now: () => clock.now() + DAY })).remember(seen(), false);
	expect((await open()).recall(target, false)).toBeUndefined();
});

test("an answer counts only in its circumstances", async () => {
	const { open } = caches();
	(await open({ circumstances: "one" })).remember(seen(), false);
	expect((await open({ circumstances: "two" })).recall(target, false)).toBeUndefined();
	expect((await open({ circumstances: "one" })).recall(target, true)).toBeUndefined();
	expect((await open({ circumstances: "one" })).recall(target, false)).toBeDefined();
});

const silence = seen({ failure: { code: "timeout", detail: "" } });
const { status: _, ...unanswered } = silence.attempts[0] as Attempt;
const nothing: HttpObservation = { ...silence, attempts: [unanswered] };

test.each([true, false])("silence is remembered at the end, if there was a network: %s", async (online) => {
	const { open } = caches();
	const verdicts = (): readonly Verdict[] => [{ verdict: "unsure", reason: "timeout" }];
	const cache = await open({ verdicts });
	cache.remember(nothing, false);
	expect((await open({ verdicts })).recall(target, false)).toBeUndefined();
	await cache.close(online);
	expect((await open({ verdicts })).recall(target, false) !== undefined).toBe(online);
});

const texts = { text: "the text of the page", source: "<p>the text of the page" };

test("texts stay behind where no verdict rests on them", async () => {
	const { open, read } = caches();
	(await open()).remember(seen({ body: html({ title: "Hello", ...texts }) }), false);
	expect(read()).toContain("Hello");
	expect(read()).not.toContain("the text");
	expect((await open()).recall(target, false)?.attempts[0]?.body).toEqual(html({ title: "Hello" }));
});

test("texts stay where a verdict rests on them", async () => {
	const { clock, open } = caches();
	const verdicts = ({ attempts }: HttpObservation): readonly Verdict[] =>
		attempts[0]?.body?.text === undefined ? [alive] : [wall];
	const observation = seen({ body: html(texts) });
	(await open({ verdicts })).remember(observation, false);
	expect((await open({ verdicts })).recall(target, false)).toEqual({ ...observation, seenAt: clock.now() });
});

test("an answer is dropped after sixty days", async () => {
	const { clock, open, read } = caches();
	(await open()).remember(seen(), false);
	await clock.advance(60 * DAY);
	await (await open()).close(true);
	expect(read()).toContain(target.key);
	await clock.advance(1);
	await (await open()).close(true);
	expect(read()).toBe("");
});

test.each<[string, Partial<Attempt>, boolean]>([
	["an entity tag", { headers: { etag: '"1"' } }, true],
	["a date", { headers: { "last-modified": "then" } }, true],
	["neither", {}, false],
	["a tag on an error", { status: 403, headers: { etag: '"1"' } }, false],
])("an answer with %s can be asked about when it is old", async (_, attempt, known) => {
	const { clock, open } = caches();
	(await open()).remember(seen(attempt), true);
	await clock.advance(30 * DAY);
	const cache = await open();
	expect(cache.answerFrom(target.key, true)).toEqual(known ? seen(attempt).attempts[0] : undefined);
	expect(cache.answerFrom(target.key, false)).toBeUndefined();
	expect((await open({ circumstances: "others" })).answerFrom(target.key, true)).toBeUndefined();
});

test("the page at the end of redirects is the one to ask about", async () => {
	const { open } = caches();
	const end = {
		...seen({ url: "https://b.test/", cause: "redirect", headers: { etag: '"1"' } }).attempts[0],
	} as Attempt;
	const chain = seen({ status: 301 });
	(await open()).remember({ ...chain, attempts: [...chain.attempts, end] }, false);
	const cache = await open();
	expect(cache.answerFrom("https://b.test/", false)).toEqual(end);
	expect(cache.answerFrom(target.key, false)).toBeUndefined();
});

test("what a neighbour says is not the page's answer", async () => {
	const { open } = caches();
	const page = seen({ headers: { etag: '"page"' } });
	const neighbour = { ...page.attempts[0], cause: "sibling", url: "https://a.test/neighbour" } as Attempt;
	const { status: _, ...silent } = neighbour;
	(await open()).remember({ ...page, attempts: [...page.attempts, neighbour, silent] }, false);
	const cache = await open();
	expect(cache.recall(target, false)).toBeDefined();
	expect(cache.answerFrom(target.key, false)).toEqual(page.attempts[0]);
	expect(cache.answerFrom(neighbour.url, false)).toBeUndefined();
});

test("looks once at what it does not know", async () => {
	const { open } = caches();
	let looks = 0;
	const look = remembered(
		async () => {
			looks += 1;
			return seen();
		},
		await open(),
	);
	expect(await look(target, false)).not.toHaveProperty("seenAt");
	expect(await look(target, false)).toHaveProperty("seenAt");
	expect(looks).toBe(1);
});
