import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { audit } from "../../../src/audit.ts";
import { systemClock } from "../../../src/check/clock.ts";
import { defaultLayer, mergeSettings } from "../../../src/config/merge.ts";
import type { Settings } from "../../../src/config/settings.ts";
import type { Report } from "../../../src/model.ts";
import { options } from "../../../src/run/setup.ts";
import { addFiles, makeFolder } from "../../tree.ts";
import { Internet } from "../../wire/internet.ts";
import { install } from "../../wire/preload.mjs";

const ETAG = '"v1"';
const page = (title: string): string =>
	`<!doctype html><title>${title}</title><p id=here>${"Some text. ".repeat(9)}`;
/** Whether the site that comes and goes is there. */
let up = true;
let internet: Internet;

beforeAll(async () => {
	internet = await Internet.open({
		"alive.test": (_, response) => {
			response
				.writeHead(200, { "content-type": "text/html", "set-cookie": "session=cookie-secret" })
				.end(page("Alive"));
		},
		"moved.test": (request, response) => {
			if (request.url === "/") response.writeHead(301, { location: "/new" }).end();
			else response.writeHead(200, { "content-type": "text/html" }).end(page("New"));
		},
		"forbidden.test": (_, response) => response.writeHead(403).end("no"),
		"dead.test": (_, response) => response.writeHead(404).end("gone"),
		"etag.test": (request, response) => {
			const known = request.headers["if-none-match"] === ETAG;
			response.writeHead(known ? 304 : 200, { etag: ETAG, "content-type": "text/html" });
			response.end(known ? undefined : page("Tagged"));
		},
		"dated.test": (request, response) => {
			const known = request.headers["if-modified-since"] === "Thu, 01 Jan 2026 00:00:00 GMT";
			response.writeHead(known ? 304 : 200, {
				"last-modified": "Thu, 01 Jan 2026 00:00:00 GMT",
				"content-type": "text/html",
			});
			response.end(known ? undefined : page("Dated"));
		},
		"changing.test": (request, response, count) => {
			response.writeHead(200, { etag: `"${count}"`, "content-type": "text/html" }).end(page(`Take ${count}`));
			expect(request.headers["if-none-match"]).toBe(count === 1 ? undefined : `"${count - 1}"`);
		},
		"flaky.test": (_, response) => {
			if (up) response.writeHead(200, { etag: ETAG, "content-type": "text/html" }).end(page("Up"));
			else response.writeHead(404).end();
		},
		"wall.test": (_, response) => {
			response.writeHead(503, { "cf-mitigated": "challenge", "content-type": "text/html" });
			response.end("<title>Just a moment...</title>");
		},
		"silent.test": { addresses: "EAI_AGAIN" },
		"example.com": (_, response) => response.end("here"),
	});
	install(internet.table);
});
afterAll(() => internet.close());
beforeEach(() => {
	up = true;
	(internet.requests as Map<string, unknown>).clear();
});

interface Run extends Partial<Settings> {
	/** How many days after now the run is. */
	readonly day?: number;
}

async function run(folder: string, { day = 0, ...own }: Run = {}): Promise<Report> {
	const said = { cache: "cache.jsonl", retries: 0, ...own };
	const { settings } = mergeSettings(defaultLayer(options), { origin: "the test", settings: said });
	const clock = { ...systemClock, now: () => Date.now() + day * 86_400_000 };
	return (await audit(settings, { cwd: folder, clock })).report;
}

const list = (...urls: string[]) => ({ "list.md": urls.map((url) => `- <${url}>\n`).join("") });
const requests = ({ stats }: Report): number => stats.requests;
const reasons = ({ links }: Report): string[] => links.map(({ verdict, reason }) => `${verdict}/${reason}`);

test("a warm run asks nothing that is fresh, and says the same", async () => {
	const folder = makeFolder(list("https://alive.test/", "https://moved.test/", "https://wall.test/"));
	const cold = await run(folder);
	expect([reasons(cold).slice(0, 2), requests(cold)]).toEqual([["alive/ok", "moved/permanent-redirect"], 4]);
	const warm = await run(folder);
	expect(requests(warm)).toBe(0);
	expect(warm.links).toEqual(cold.links);
	expect([...internet.requests.values()].flat()).toHaveLength(4);
});

test.each<[string, number, number]>([
	["https://alive.test/", 5, 9],
	["https://moved.test/", 5, 9],
	["https://forbidden.test/", 0.7, 1.3],
])("%s is not asked again on day %d, and is on day %d", async (url, fresh, stale) => {
	const folder = makeFolder(list(url));
	const cold = requests(await run(folder));
	expect(requests(await run(folder, { day: fresh }))).toBe(0);
	expect(requests(await run(folder, { day: stale }))).toBe(cold);
	expect(requests(await run(folder, { day: stale + fresh }))).toBe(0);
});

test("a dead link is asked every time, and its recovery is seen at once", async () => {
	const folder = makeFolder(list("https://flaky.test/", "https://dead.test/"));
	up = false;
	expect(reasons(await run(folder))).toEqual(["dead/not-found", "dead/not-found"]);
	expect(existsSync(join(folder, "cache.jsonl"))).toBe(false);
	up = true;
	expect(reasons(await run(folder))).toEqual(["alive/ok", "dead/not-found"]);
	expect(internet.count("dead.test")).toBe(2);
});

test("a page that is known and an anchor that is missing from it: asked again", async () => {
	const folder = makeFolder(list("https://alive.test/#here"));
	expect(reasons(await run(folder, { fragments: true }))).toEqual(["alive/ok"]);
	expect(requests(await run(folder, { fragments: true }))).toBe(0);
	addFiles(folder, list("https://alive.test/#there"));
	const broken = await run(folder, { fragments: true });
	expect([reasons(broken), requests(broken)]).toEqual([["dead/missing-anchor"], 1]);
});

test.each(["https://etag.test/", "https://dated.test/"])(
	"%s is asked whether it has changed",
	async (url) => {
		const folder = makeFolder(list(url));
		const cold = await run(folder);
		const stale = await run(folder, { day: 10 });
		expect([requests(stale), stale.links]).toEqual([1, cold.links]);
		expect(requests(await run(folder, { day: 14 }))).toBe(0);
		expect(requests(await run(folder, { day: 21 }))).toBe(1);
		expect(internet.count(new URL(url).hostname)).toBe(3);
		expect(readFileSync(join(folder, "cache.jsonl"), "utf8")).toContain('"status":200');
	},
);

test("a page that has changed is taken as it is now", async () => {
	const folder = makeFolder(list("https://changing.test/"));
	await run(folder);
	await run(folder, { day: 10 });
	expect(readFileSync(join(folder, "cache.jsonl"), "utf8")).toContain("Take 2");
	expect(readFileSync(join(folder, "cache.jsonl"), "utf8")).not.toContain("Take 1");
});

test("a stale page that is gone is dead, whatever is remembered", async () => {
	const folder = makeFolder(list("https://flaky.test/"));
	await run(folder);
	up = false;
	expect(reasons(await run(folder, { day: 10 }))).toEqual(["dead/not-found"]);
});

test.each<[string, Partial<Settings>]>([
	["another name", { "user-agent": "mybot/1" }],
	["another header", { header: ["alive.test X-Key: secret"] }],
	["fewer redirects", { "max-redirects": 2 }],
	["more time", { timeout: 30 }],
	["more tries", { retries: 1 }],
	["private addresses", { "allow-private": true }],
	["anchors", { fragments: true }],
])("with %s the answer may be another one: asked again", async (_, changed) => {
	const folder = makeFolder(list("https://alive.test/#here"));
	await run(folder);
	expect(requests(await run(folder, changed))).toBe(1);
	expect(requests(await run(folder, changed))).toBe(0);
	expect(requests(await run(folder))).toBe(0);
});

test.each<[string, Partial<Settings>]>([
	["another value of a header", { header: ["alive.test X-Key: other"] }],
	["another concurrency", { header: ["alive.test X-Key: secret"], concurrency: 1, "host-concurrency": 1 }],
])("with %s it is the same", async (_, changed) => {
	const folder = makeFolder(list("https://alive.test/"));
	await run(folder, { header: ["alive.test X-Key: secret"] });
	expect(requests(await run(folder, changed))).toBe(0);
});

test("keeps no secrets, no cookies and no texts", async () => {
	const folder = makeFolder(list("https://alive.test/", "https://user:password@alive.test/x"));
	await run(folder, { header: ["alive.test Authorization: Bearer token-secret"] });
	const text = readFileSync(join(folder, "cache.jsonl"), "utf8");
	expect(text).toContain("https://alive.test/");
	expect(text).not.toMatch(/token-secret|cookie-secret|password|Some text/);
});

test("what failed while there was no network is not remembered", async () => {
	const folder = makeFolder(list("https://silent.test/"));
	const offline = await Internet.open({ "silent.test": { addresses: "EAI_AGAIN" } });
	install(offline.table);
	try {
		expect(reasons(await run(folder))).toEqual(["unsure/no-network"]);
	} finally {
		install(internet.table);
		await offline.close();
	}
	expect(existsSync(join(folder, "cache.jsonl"))).toBe(false);
	expect(reasons(await run(folder))).toEqual(["unsure/connection"]);
	expect(requests(await run(folder))).toBe(0);
});

test("without a network, what is fresh is still known", async () => {
	const folder = makeFolder(list("https://alive.test/"));
	await run(folder);
	addFiles(folder, list("https://alive.test/", "https://unknown.test/"));
	const offline = await Internet.open({});
	install(offline.table);
	try {
		expect(reasons(await run(folder))).toEqual(["alive/ok", "unsure/no-network"]);
	} finally {
		install(internet.table);
		await offline.close();
	}
});

test("two runs at the same time keep each other's answers", async () => {
	const folder = makeFolder({
		"a.md": "<https://alive.test/a>\n<https://alive.test/both>\n",
		"b.md": "<https://alive.test/b>\n<https://alive.test/both>\n",
	});
	await Promise.all([run(folder, { paths: ["a.md"] }), run(folder, { paths: ["b.md"] })]);
	expect(requests(await run(folder, { paths: ["a.md", "b.md"] }))).toBe(0);
});

test("the same world gives the same file, but for its times", async () => {
	const folder = makeFolder(list("https://wall.test/", "https://moved.test/", "https://alive.test/"));
	const read = (): string =>
		readFileSync(join(folder, "cache.jsonl"), "utf8").replace(/"(at|milliseconds)":\d+/g, '"$1":0');
	await run(folder);
	const first = read();
	await run(folder, { day: 10 });
	expect(read()).toBe(first);
	expect(
		first
			.split("\n")
			.slice(0, -1)
			.map((line) => JSON.parse(line).key.split(" ")[0]),
	).toEqual(["https://alive.test/", "https://moved.test/", "https://wall.test/"]);
});

test("a file that is something else: a message, and the run is as without a cache", async () => {
	const folder = makeFolder({ ...list("https://alive.test/"), "cache.jsonl": "# Notes\n" });
	const report = await run(folder);
	expect(reasons(report)).toEqual(["alive/ok"]);
	expect(report.errors).toMatchObject([{ code: "cache-set-aside", fatal: false }]);
	expect((await run(folder)).errors).toEqual([]);
});

test("a cache that cannot be: a message for each of its files, and the run is as without", async () => {
	const folder = makeFolder(list("https://alive.test/"));
	const report = await run(folder, { cache: "list.md/cache.jsonl" });
	expect([reasons(report), report.errors]).toMatchObject([
		["alive/ok"],
		[
			{ code: "cache-not-read", fatal: false },
			{ code: "cache-not-written", fatal: false },
		],
	]);
});

test("lifetimes differ from link to link", async () => {
	const urls = Array.from({ length: 20 }, (_, i) => `https://alive.test/${i}`);
	const folder = makeFolder(list(...urls));
	await run(folder);
	const again = requests(await run(folder, { day: 7 }));
	expect(again).toBeGreaterThan(0);
	expect(again).toBeLessThan(20);
});
