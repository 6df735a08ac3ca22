import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { systemClock } from "../../../src/check/clock.ts";
import { Ended } from "../../../src/check/http/fetch.ts";
import { openWeb, type Web, type WebOptions } from "../../../src/check/http/web.ts";
import { Internet, type Site } from "../../wire/internet.ts";
import { connections, install } from "../../wire/preload.mjs";

const to =
	(location: string, headers: Record<string, string> = {}): Site =>
	(_, response) => {
		response.writeHead(302, { location, ...headers }).end();
	};
const ok: Site = (_, response) => response.end("ok");

let internet: Internet;
let stop: AbortController;
let webs: Web[];

beforeAll(async () => {
	internet = await Internet.open({
		"ok.test": ok,
		"token.test": (request, response) =>
			to(request.url === "/in" ? "https://token.test/" : "https://other.test/")(request, response, 0),
		"downgrade.test": to("http://downgrade.test/plain"),
		"returning.test": to("https://ok.test/"),
		"other.test": ok,
		"inward.test": to("http://127.0.0.1:8080/admin"),
		"metadata.test": to("http://169.254.169.254/latest/meta-data/"),
		"disguised.test": to("http://[::ffff:a00:1]/"),
		"named.test": to("http://intranet.test/"),
		"intranet.test": { addresses: ["10.1.2.3"] },
		"refreshing.test": (_, response) => {
			response.writeHead(200, { "content-type": "text/html" });
			response.end('<!doctype html><meta http-equiv="refresh" content="0;url=http://192.168.0.1/">');
		},
		"rebinding.test": { addresses: ["93.184.216.34"], laterAddresses: ["127.0.0.1"], site: ok },
		"picky.test": (request, response) => {
			response.writeHead(request.headers["user-agent"]?.startsWith("Mozilla/5.0") ? 200 : 403).end();
		},
		"silent.test": { connection: "silent" },
	});
});
beforeEach(() => {
	install(internet.table);
	(internet.requests as Map<string, unknown>).clear();
	stop = new AbortController();
	webs = [];
	return () => Promise.all(webs.map((web) => web.close()));
});
afterAll(() => internet.close());

/** Pauses cost nothing here: a real one would only be waited for. */
const clock = { ...systemClock, sleep: () => Promise.resolve() };

function open(options: Partial<WebOptions> = {}): Web {
	const web = openWeb({
		timeout: 5,
		retries: 2,
		signs: { isWall: () => false, suspects: () => false },
		maxRedirects: 10,
		concurrency: 64,
		perHost: () => 6,
		connections: 6,
		allows: () => false,
		userAgent: "shelfread/1 (+https://example.org)",
		headers: [],
		clock,
		signal: stop.signal,
		...options,
	});
	webs.push(web);
	return web;
}

const look = (web: Web, url: string) => web.look({ kind: "http", key: url }, false);
const sent = (host: string, name: string) => internet.requests.get(host)?.map(({ headers }) => headers[name]);

test("one look, one request, one observation", async () => {
	const web = open();
	const observation = await look(web, "https://ok.test/");
	expect(observation).toMatchObject({
		kind: "http",
		key: "https://ok.test/",
		via: "page",
		attempts: [{ status: 200 }],
	});
	expect([web.requests(), internet.count("ok.test"), web.waiting(), await web.online()]).toEqual([
		1,
		1,
		[],
		true,
	]);
});

test.each([
	["https://inward.test/", "inward.test"],
	["https://metadata.test/", "metadata.test"],
	["https://disguised.test/", "disguised.test"],
	["https://named.test/", "named.test"],
	["https://refreshing.test/", "refreshing.test"],
])("%s leads to a private address, which is never connected to", async (url, host) => {
	const { attempts } = await look(open(), url);
	expect(attempts.at(-1)?.failure?.code).toBe("private-address");
	expect(attempts).toHaveLength(2);
	expect(connections.map((line) => line.split(" ")[0])).toEqual([host]);
});

test("a name that changes its address after the check is not followed inside", async () => {
	const web = open();
	await Promise.all(["a", "b", "c"].map((path) => look(web, `http://rebinding.test/${path}`)));
	await look(web, "https://rebinding.test/");
	expect(new Set(connections.map((line) => line.split(" ")[1]))).toEqual(new Set(["93.184.216.34"]));
});

test("a user's header reaches its own host, each time, and no other", async () => {
	const headers = [{ host: "token.test", name: "Authorization", value: "Bearer secret" }];
	const { attempts } = await look(open({ headers }), "https://token.test/in");
	expect(attempts.map(({ url }) => url)).toEqual([
		"https://token.test/in",
		"https://token.test/",
		"https://other.test/",
	]);
	expect(sent("token.test", "authorization")).toEqual(["Bearer secret", "Bearer secret"]);
	expect(sent("other.test", "authorization")).toEqual([undefined]);
	expect(JSON.stringify(attempts)).not.toContain("secret");
});

test("a user's header does not go in the clear, whoever sends it there", async () => {
	const headers = [{ host: "downgrade.test", name: "Authorization", value: "Bearer secret" }];
	await look(open({ headers, maxRedirects: 1 }), "https://downgrade.test/");
	expect(sent("downgrade.test", "authorization")).toEqual(["Bearer secret", undefined]);
});

test("a refusal is asked again under the compatible name, and stays honest", async () => {
	const { attempts } = await look(open(), "https://picky.test/");
	expect(attempts.map(({ status, identity, cause }) => [status, identity, cause])).toEqual([
		[403, "plain", "first"],
		[200, "compatible", "identity"],
	]);
	expect(sent("picky.test", "user-agent")).toEqual([
		"shelfread/1 (+https://example.org)",
		"Mozilla/5.0 (compatible; shelfread/1; +https://example.org)",
	]);
});

test("sends no Referer and no cookies of another look", async () => {
	const web = open();
	await look(web, "https://returning.test/");
	await look(web, "https://ok.test/");
	expect(sent("ok.test", "referer")).toEqual([undefined, undefined]);
	expect(sent("ok.test", "cookie")).toEqual([undefined, undefined]);
});

test("a stopped run gives what is known, at once", async () => {
	const observation = look(open(), "http://silent.test/");
	stop.abort(new Ended("deadline"));
	expect(await observation).toMatchObject({ attempts: [], ended: "deadline" });
});

test("without a network it says so", async () => {
	install({ ...internet.table, names: {} });
	const web = open();
	const { attempts } = await look(web, "https://ok.test/");
	expect(attempts.map(({ failure }) => failure?.code)).toEqual(["no-such-host", "no-such-host"]);
	expect(await web.online()).toBe(false);
});
