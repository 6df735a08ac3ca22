import { expect, test } from "vitest";
import { Ended, type WebRequest } from "../../../src/check/http/fetch.ts";
import type { Look } from "../../../src/check/http/look.ts";
import type { Chain } from "../../../src/check/http/redirects.ts";
import { askSiblings, siblingOf } from "../../../src/check/http/sibling.ts";
import type { Attempt, HttpObservation } from "../../../src/model.ts";

function attempt(url: string, more: Partial<Attempt> = {}): Attempt {
	return {
		cause: "first",
		method: "GET",
		url,
		identity: "plain",
		status: 200,
		headers: {},
		milliseconds: 1,
		...more,
	};
}

/** A look that sees every page, over a chain that keeps what it was asked. */
function setUp(answer: (request: WebRequest) => readonly Attempt[], suspects = true) {
	const asked: WebRequest[] = [];
	const chain: Chain = async (request) => {
		asked.push(request);
		return answer(request);
	};
	const seen: Look = async ({ key }) => ({
		kind: "http",
		key,
		via: "page",
		attempts: [attempt(key, { identity: "compatible" })],
	});
	const look = askSiblings(seen, chain, {
		suspects: () => suspects,
		timeout: 1000,
		signal: new AbortController().signal,
	});
	return { asked, look: (key: string): Promise<HttpObservation> => look({ kind: "http", key }, true) };
}

const missing = ({ url, cause }: WebRequest): readonly Attempt[] => [
	attempt(url, { cause, status: 301 }),
	attempt(`${url}/`, { cause: "redirect", status: 404 }),
];

test("asks for nobody's neighbour without a suspicion", async () => {
	const { asked, look } = setUp(missing, false);
	expect((await look("https://example.org/a/b")).attempts).toHaveLength(1);
	expect(asked).toEqual([]);
});

test("adds every hop of the probe as the neighbour's", async () => {
	const { asked, look } = setUp(missing);
	const { attempts } = await look("https://example.org/a/b");
	expect(attempts.map(({ cause, status }) => [cause, status])).toEqual([
		["first", 200],
		["sibling", 301],
		["sibling", 404],
	]);
	expect(asked).toMatchObject([
		{
			url: siblingOf("https://example.org/a/b"),
			cause: "sibling",
			identity: "compatible",
			ids: false,
			timeout: 1000,
		},
	]);
});

test("asks once for a host and directory, at whatever time the looks end", async () => {
	const { asked, look } = setUp(missing);
	const pages = ["/a/b", "/a/c", "/a/c/", "/a/d?x=1", "/a/b/c", "/b", "/c"];
	const looks = await Promise.all(pages.map((path) => look(`https://example.org${path}`)));
	await look("https://example.org/a/e");
	await look("https://www.example.org/a/e");
	expect(asked.map(({ url }) => url.replace(/[^/]*$/, "")).sort()).toEqual([
		"https://example.org/",
		"https://example.org/a/",
		"https://example.org/a/b/",
		"https://www.example.org/a/",
	]);
	expect(looks.map(({ attempts }) => attempts.length)).toEqual(pages.map(() => 3));
});

test("a run that ends meanwhile leaves the look as it was", async () => {
	const { look } = setUp(() => {
		throw new Ended("cancelled");
	});
	const observation = await look("https://example.org/a/b");
	expect(observation.attempts).toHaveLength(1);
	expect(observation.ended).toBeUndefined();
});

test("a bug is not swallowed", async () => {
	const { look } = setUp(() => {
		throw new TypeError("a bug");
	});
	await expect(look("https://example.org/a/b")).rejects.toThrow("a bug");
});

test.each([
	["https://example.org/a/b", "https://example.org/a/"],
	["https://example.org/a/b/", "https://example.org/a/"],
	["https://example.org/b.html?c=/d/e", "https://example.org/"],
	["http://example.org:8080/a//b", "http://example.org:8080/a//"],
])("the neighbour of %s is in %s", (url, directory) => {
	const sibling = siblingOf(url);
	expect(sibling).toMatch(/\/shelfread-[0-9a-f]{12}$/);
	expect(sibling.slice(0, sibling.lastIndexOf("/") + 1)).toBe(directory);
	expect(siblingOf(url)).toBe(sibling);
});
