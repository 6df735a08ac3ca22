import { expect, test } from "vitest";
import { type HostHeader, requestHeaders } from "../../../src/check/http/headers.ts";
import { request } from "./stub.ts";

const agent = "shelfread/1.2.3 (+https://example.org/home)";
const token: HostHeader = { host: "api.test", name: "Authorization", value: "Bearer secret" };
const everywhere: HostHeader = { host: "*", name: "X-Team", value: "docs" };
const headersFor = requestHeaders(agent, [token, everywhere], (host) => host === "intranet.test");

test("says who asks, and what for", () => {
	expect(requestHeaders(agent, [], () => false)(request("https://a.test/"))).toEqual({
		"user-agent": agent,
		accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
		"accept-language": "en,*;q=0.5",
		"accept-encoding": "gzip, deflate, br",
	});
});

test.each([
	[agent, "Mozilla/5.0 (compatible; shelfread/1.2.3; +https://example.org/home)"],
	["mybot", "Mozilla/5.0 (compatible; mybot)"],
	["mybot/2", "Mozilla/5.0 (compatible; mybot/2)"],
])("%s is also %s", (userAgent, compatible) => {
	const headers = requestHeaders(userAgent, [], () => false);
	expect(headers(request("https://a.test/"))["user-agent"]).toBe(userAgent);
	expect(headers(request("https://a.test/", { identity: "compatible" }))["user-agent"]).toBe(compatible);
});

test.each([
	["https://api.test/v1", "Bearer secret"],
	["https://api.test:8443/", "Bearer secret"],
	["https://API.test/", "Bearer secret"],
	["http://api.test/v1", undefined],
	["https://a.test/", undefined],
	["https://www.api.test/", undefined],
	["https://api.test.evil.test/", undefined],
	["https://evilapi.test/", undefined],
	["https://evil.test/?https://api.test/", undefined],
	["https://api.test@evil.test/", undefined],
])("a header for api.test on a request to %s: %s", (url, value) => {
	expect(headersFor(request(url)).authorization).toBe(value);
});

test.each([
	["https://a.test/", "docs"],
	["https://api.test/", "docs"],
	["http://a.test/", undefined],
	["http://intranet.test/", "docs"],
])("a header for every host on a request to %s: %s", (url, value) => {
	expect(headersFor(request(url))["x-team"]).toBe(value);
});

test("a header for a host that is allowed to be private may go in the clear", () => {
	const headers = requestHeaders(
		agent,
		[{ ...token, host: "intranet.test" }],
		(host) => host === "intranet.test",
	);
	expect(headers(request("http://intranet.test/")).authorization).toBe("Bearer secret");
});

test("a user's header replaces ours of that name, in any case of letters", () => {
	const headers = requestHeaders(
		agent,
		[{ host: "a.test", name: "ACCEPT", value: "text/plain" }],
		() => false,
	);
	const sent = headers(request("https://a.test/"));
	expect([sent.accept, Object.keys(sent).filter((name) => /^accept$/i.test(name))]).toEqual([
		"text/plain",
		["accept"],
	]);
});

test("sends the chain's cookie and the condition of a request", () => {
	const sent = headersFor(
		request("https://a.test/", { cookie: "a=1", condition: { "if-none-match": '"1"' } }),
	);
	expect(sent).toMatchObject({ cookie: "a=1", "if-none-match": '"1"' });
});
