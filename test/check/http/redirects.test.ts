import { expect, test } from "vitest";
import { followRedirects } from "../../../src/check/http/redirects.ts";
import type { FailureCode } from "../../../src/model.ts";
import { failure, html, redirect, request, type Saying, Stub } from "./stub.ts";

const ok: Saying = { status: 200 };
const refresh = (url: string, seconds = 0): Saying => ({
	status: 200,
	body: html({ refresh: { url, seconds } }),
});

/** Follows from https://a.test/; gives the hops as `status url` and what was objected to. */
async function follow(site: Readonly<Record<string, Saying>>, maxRedirects = 10) {
	const stub = new Stub(({ url }) => site[url] ?? { status: 404 });
	const chain = await followRedirects(stub.fetch, maxRedirects)(request("https://a.test/"));
	return {
		hops: chain.map(({ status, url }) => `${status} ${url}`),
		causes: chain.map(({ cause }) => cause),
		failure: chain.at(-1)?.failure?.code,
	};
}

test.each([301, 302, 303, 307, 308])("%i leads on", async (status) => {
	expect(
		await follow({ "https://a.test/": redirect("https://b.test/x", status), "https://b.test/x": ok }),
	).toEqual({
		hops: [`${status} https://a.test/`, "200 https://b.test/x"],
		causes: ["first", "redirect"],
		failure: undefined,
	});
});

test.each([200, 201, 300, 304, 404, 500])("%i does not, whatever its Location", async (status) => {
	expect((await follow({ "https://a.test/": redirect("https://b.test/", status) })).hops).toHaveLength(1);
});

test.each([
	["relative", "x?y=1", "https://a.test/x?y=1"],
	["absolute path", "/x", "https://a.test/x"],
	["protocol-relative", "//b.test/x", "https://b.test/x"],
	["with spaces around", "  https://b.test/ ", "https://b.test/"],
	["non-ASCII", "/日本", "https://a.test/%E6%97%A5%E6%9C%AC"],
	["international host", "https://bücher.test/", "https://xn--bcher-kva.test/"],
	["with a fragment", "/x#part", "https://a.test/x"],
	["upper-case scheme", "HTTPS://b.test/", "https://b.test/"],
	["to plain http", "http://b.test/", "http://b.test/"],
	["with dots", "/a/../b", "https://a.test/b"],
])("a Location may be %s", async (_, location, url) => {
	expect((await follow({ "https://a.test/": redirect(location), [url]: ok })).hops).toEqual([
		"302 https://a.test/",
		`200 ${url}`,
	]);
});

test.each<[string, Saying, FailureCode]>([
	["no Location", { status: 302 }, "bad-redirect"],
	["an empty Location", redirect("  "), "bad-redirect"],
	["one that is no URL", redirect("https://"), "bad-redirect"],
	["a bad port", redirect("https://b.test:99999/"), "bad-redirect"],
	["javascript", redirect("javascript:alert(1)"), "bad-redirect"],
	["data", redirect("data:text/html,x"), "bad-redirect"],
	["file", redirect("file:///etc/passwd"), "bad-redirect"],
	["mail", redirect("mailto:a@b.test"), "foreign-redirect"],
	["an app", redirect("itms-apps://b.test/"), "foreign-redirect"],
	["itself", redirect("/"), "redirect-loop"],
	["itself with a fragment", redirect("/#x"), "redirect-loop"],
])("does not follow %s", async (_, saying, code) => {
	const { hops, failure } = await follow({ "https://a.test/": saying });
	expect({ hops: hops.length, failure }).toEqual({ hops: 1, failure: code });
});

test("finds a loop of several", async () => {
	const { hops, failure } = await follow({
		"https://a.test/": redirect("/b"),
		"https://a.test/b": redirect("/c"),
		"https://a.test/c": redirect("/b"),
	});
	expect({ hops: hops.length, failure }).toEqual({ hops: 3, failure: "redirect-loop" });
});

test.each([
	[3, 3, undefined],
	[4, 3, "too-many-redirects"],
	[1, 0, "too-many-redirects"],
	[0, 0, undefined],
])("%i redirects with a limit of %i: %s", async (redirects, limit, expected) => {
	const stub = new Stub((_, count) => (count <= redirects ? redirect(`/${count}`) : ok));
	const chain = await followRedirects(stub.fetch, limit)(request("https://a.test/"));
	expect(chain.at(-1)?.failure?.code).toBe(expected);
	expect(stub.asked).toHaveLength(Math.min(redirects, limit) + 1);
});

test("the same address with a new cookie is not a loop", async () => {
	const stub = new Stub(({ cookie }) =>
		cookie === undefined ? { ...redirect("/"), cookies: ["seen=1; Path=/"] } : ok,
	);
	const chain = await followRedirects(stub.fetch, 10)(request("https://a.test/"));
	expect(chain.map(({ status }) => status)).toEqual([302, 200]);
	expect(stub.asked.map(({ cookie }) => cookie)).toEqual([undefined, "seen=1"]);
});

test("cookies do not leave their host, and come back to it", async () => {
	const stub = new Stub(
		(_, count) =>
			[
				{ ...redirect("https://b.test/"), cookies: ["a=1"] },
				{ ...redirect("https://a.test/in"), cookies: ["b=1"] },
				ok,
			][count - 1] ?? ok,
	);
	await followRedirects(stub.fetch, 10)(request("https://a.test/"));
	expect(stub.asked.map(({ url, cookie }) => [url, cookie])).toEqual([
		["https://a.test/", undefined],
		["https://b.test/", undefined],
		["https://a.test/in", "a=1"],
	]);
});

test("cookies live in one chain only", async () => {
	const stub = new Stub(() => ({ status: 200, cookies: ["a=1"] }));
	const chain = followRedirects(stub.fetch, 10);
	await chain(request("https://a.test/"));
	await chain(request("https://a.test/"));
	expect(stub.asked.map(({ cookie }) => cookie)).toEqual([undefined, undefined]);
});

test.each([
	["at once", refresh("https://b.test/"), ["first", "refresh"]],
	["after five seconds", refresh("https://b.test/", 5), ["first", "refresh"]],
	["after a minute", refresh("https://b.test/", 60), ["first"]],
	["to itself", refresh("https://a.test/"), ["first"]],
	["to an app", refresh("app://b.test/"), ["first"]],
	["on an error page", { ...refresh("https://b.test/"), status: 404 }, ["first"]],
])("a page that refreshes %s", async (_, saying, causes) => {
	expect((await follow({ "https://a.test/": saying, "https://b.test/": ok })).causes).toEqual(causes);
});

test("two pages that refresh each other are a loop", async () => {
	const { failure } = await follow({
		"https://a.test/": refresh("https://b.test/"),
		"https://b.test/": refresh("https://a.test/"),
	});
	expect(failure).toBe("redirect-loop");
});

test("a failure ends the chain", async () => {
	const { hops, failure: code } = await follow({
		"https://a.test/": redirect("https://b.test/"),
		"https://b.test/": failure("reset"),
	});
	expect({ hops: hops.length, code }).toEqual({ hops: 2, code: "reset" });
});

test("every hop is asked as the first was", async () => {
	const stub = new Stub((_, count) => (count === 1 ? redirect("/x") : ok));
	const how = { identity: "compatible", parser: "lenient", timeout: 7, patience: 8, ids: true } as const;
	await followRedirects(stub.fetch, 10)(request("https://a.test/", how));
	expect(stub.asked[1]).toMatchObject({ ...how, cause: "redirect", url: "https://a.test/x" });
});
