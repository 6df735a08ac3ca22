import { getEventListeners } from "node:events";
import type { LookupFunction } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Client, openClient } from "../../../src/check/http/client.ts";
import { Ended, type WebRequest } from "../../../src/check/http/fetch.ts";
import { guardedLookup } from "../../../src/check/http/guard.ts";
import { resolveNames } from "../../../src/check/http/names.ts";
import { openReader } from "../../../src/check/http/reader.ts";
import type { Attempt } from "../../../src/model.ts";
import { Internet } from "../../wire/internet.ts";
import { connections, install } from "../../wire/preload.mjs";
import { request } from "./stub.ts";

let internet: Internet;
let client: Client;
const read = openReader();
const page = "<!doctype html><title>Hello</title><h1>There</h1><p>Text";

beforeAll(async () => {
	internet = await Internet.open({
		"good.test": (_, response) => {
			response.writeHead(200, { "content-type": "text/html", "set-cookie": ["a=1", "b=2"], "x-other": "1" });
			response.end(page);
		},
		"echo.test": (asked, response) => response.end(`${asked.method} ${asked.url} ${asked.headers["x-test"]}`),
		"gzip.test": (_, response) => {
			response
				.writeHead(200, { "content-encoding": "gzip", "content-type": "text/html" })
				.end(gzipSync(page));
		},
		"endless.test": (_, response) => {
			response.writeHead(200, { "content-type": "text/html" });
			const write = (): void => {
				while (response.write("<p>more</p>".repeat(1000)));
				if (!response.destroyed) response.once("drain", write);
			};
			write();
		},
		"dripping.test": (_, response) => {
			response.writeHead(200, { "content-type": "text/html" }).write(page);
		},
		"unicode.test": (_, response) => {
			response.writeHead(302, { location: Buffer.from("/日本").toString("latin1") }).end();
		},
		"refused.test": { connection: "refused" },
		"reset.test": { connection: "reset" },
		"silent.test": { connection: "silent" },
		"garbage.test": { connection: (socket) => socket.end("this is no HTTP\r\n\r\n") },
		"again.test": { addresses: "EAI_AGAIN" },
		"private.test": { addresses: ["10.0.0.1"] },
		"loopback.test": { addresses: ["127.0.0.1"] },
		"mixed.test": { addresses: ["192.168.0.1", "93.184.216.34"], site: (_, response) => response.end("in") },
		"expired.test": { certificate: { expired: true } },
		"other.test": { certificate: { names: ["elsewhere.test"] } },
		"self.test": { certificate: { selfSigned: true } },
		"incomplete.test": { certificate: { incomplete: true } },
	});
});
beforeEach(() => {
	install(internet.table);
	client = open(() => false);
	return () => client.close();
});
afterAll(() => internet.close());

function open(
	allows: (host: string) => boolean,
	lookup: LookupFunction = guardedLookup(resolveNames(), allows),
): Client {
	return openClient({
		lookup,
		allows,
		// Longer than a test may take: what ends earlier was ended by the request's own time.
		timeout: 600_000,
		connections: 6,
		headers: () => ({ "x-test": "sent" }),
		now: Date.now,
	});
}

/** The attempt, with its body read. */
async function attemptAt(url: string, more: Partial<WebRequest> = {}): Promise<Attempt> {
	const asked = request(url, more);
	return (await read(await client.fetch(asked), asked)).attempt;
}

test("an answer: status, the headers that matter, what the body says, cookies apart", async () => {
	const asked = request("https://good.test/x?y=1");
	const answer = await client.fetch(asked);
	expect(answer.attempt).not.toHaveProperty("body");
	const { attempt, cookies, page } = await read(answer, asked);
	expect(page).toBeUndefined();
	expect(attempt).toMatchObject({
		cause: "first",
		method: "GET",
		url: "https://good.test/x?y=1",
		identity: "plain",
		status: 200,
		headers: { "content-type": "text/html" },
		address: "127.0.0.1",
		body: { looksLike: "html", complete: true, title: "Hello", h1: "There" },
	});
	expect(Object.keys(attempt.headers)).toEqual(["content-type"]);
	expect(cookies).toEqual(["a=1", "b=2"]);
});

test("asks with GET, the path as it is, and the headers it is given", async () => {
	const { body } = await attemptAt("http://echo.test/a%20b/?q=%E2%9C%93");
	expect(body?.text).toBe("GET /a%20b/?q=%E2%9C%93 sent");
});

test("reads what is compressed", async () => {
	expect((await attemptAt("https://gzip.test/")).body?.title).toBe("Hello");
});

test("does not download what is endless", async () => {
	const { body } = await attemptAt("https://endless.test/");
	expect(body).toMatchObject({ complete: false });
	expect(body?.bytes).toBeGreaterThanOrEqual(64 * 1024);
	expect(body?.bytes).toBeLessThan(1024 * 1024);
});

test("a Location in UTF-8 is read as such", async () => {
	expect((await client.fetch(request("https://unicode.test/"))).attempt.headers.location).toBe("/日本");
});

test.each([
	["https://refused.test/", "refused"],
	["https://reset.test/", "reset"],
	["http://garbage.test/", "unreadable-answer"],
	["https://nowhere.test/", "no-such-host"],
	["https://again.test/", "lookup-failed"],
	["https://expired.test/", "tls-expired"],
	["https://other.test/", "tls-wrong-host"],
	["https://self.test/", "tls-self-signed"],
	["https://incomplete.test/", "tls-incomplete"],
])("%s fails as %s", async (url, code) => {
	const { attempt } = await client.fetch(request(url));
	expect(attempt.failure?.code).toBe(code);
	expect(attempt).not.toHaveProperty("status");
});

test("a host that never answers times out, with the time in words", async () => {
	const { attempt } = await client.fetch(request("http://silent.test/", { timeout: 50 }));
	expect(attempt.failure).toEqual({ code: "timeout", detail: "no answer in 0.05 s" });
});

test("half-way of a silence somebody is told, who may end it as if all of the time were over", async () => {
	const told: string[] = [];
	const ask = (url: string, timeout: number, then = (_: () => void): void => {}) =>
		client.fetch(
			request(url, {
				timeout,
				onSilence: (giveUp) => {
					told.push(url);
					then(giveUp);
				},
			}),
		);
	await ask("http://good.test/", 60_000);
	await ask("http://dripping.test/", 1_000);
	const waited = await ask("http://silent.test/waited", 100);
	const ended = await ask("http://silent.test/ended", 600, (giveUp) => giveUp());
	expect(told).toEqual(["http://silent.test/waited", "http://silent.test/ended"]);
	expect(waited.attempt.failure).toEqual({ code: "timeout", detail: "no answer in 0.1 s" });
	expect(ended.attempt.failure?.code).toBe("timeout");
	expect(ended.attempt.failure?.detail).not.toBe("no answer in 0.6 s");
});

test("a host that is never connected to times out, too", async () => {
	await client.close();
	client = open(
		() => false,
		() => {},
	);
	const { attempt } = await client.fetch(request("http://good.test/", { timeout: 50 }));
	expect(attempt.failure).toEqual({ code: "timeout", detail: "no answer in 0.05 s" });
});

test.each([
	"http://127.0.0.1/",
	"http://127.1/",
	"http://0x7f.1/",
	"http://2130706433/",
	"http://0/",
	"http://[::1]/",
	"http://[::ffff:7f00:1]/",
	"http://169.254.169.254/latest/meta-data/",
	"https://private.test/",
	"https://loopback.test/",
])("%s is never connected to, by either parser", async (url) => {
	for (const parser of ["strict", "lenient"] as const) {
		const { attempt } = await client.fetch(request(url, { parser }));
		expect(attempt.failure?.code).toBe("private-address");
	}
	expect(connections).toEqual([]);
});

test("a name with a private and a public address is reached by the public one", async () => {
	const { attempt } = await client.fetch(request("http://mixed.test/"));
	expect(attempt.status).toBe(200);
	expect(connections).toEqual(["mixed.test 93.184.216.34 80"]);
});

test("a host that is allowed to be private is reached", async () => {
	await client.close();
	client = open((host) => host === "private.test");
	expect((await client.fetch(request("http://private.test/"))).attempt.status).toBe(421);
	expect((await client.fetch(request("http://loopback.test/"))).attempt.failure?.code).toBe(
		"private-address",
	);
});

test("counts what it sends", async () => {
	await client.fetch(request("http://echo.test/"));
	await client.fetch(request("http://127.0.0.1/"));
	await client.fetch(request("http://refused.test/"));
	expect(client.sent()).toBe(2);
});

test.each(["strict", "lenient"] as const)(
	"stopped from outside, it throws the reason (%s)",
	async (parser) => {
		const stop = new AbortController();
		const answer = client.fetch(request("http://silent.test/", { signal: stop.signal, parser }));
		stop.abort(new Ended("cancelled"));
		await expect(answer).rejects.toMatchObject({ ending: "cancelled" });
	},
);

test.each(["https://good.test/", "http://refused.test/"])(
	"%s leaves nothing on the run's signal",
	async (url) => {
		const { signal } = new AbortController();
		await client.fetch(request(url, { signal }));
		expect(getEventListeners(signal, "abort")).toEqual([]);
	},
);

test("what was stopped before it began is not asked", async () => {
	const signal = AbortSignal.abort(new Ended("deadline"));
	await expect(client.fetch(request("https://good.test/", { signal }))).rejects.toMatchObject({
		ending: "deadline",
	});
});

test("the lenient parser gives the same answer", async () => {
	const [strict, lenient] = await Promise.all(
		(["strict", "lenient"] as const).map((parser) => client.fetch(request("https://good.test/", { parser }))),
	);
	expect(lenient?.page).toEqual(strict?.page);
	expect(lenient?.cookies).toEqual(strict?.cookies);
});
