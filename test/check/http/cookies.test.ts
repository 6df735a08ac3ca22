import { expect, test } from "vitest";
import { CookieJar } from "../../../src/check/http/cookies.ts";

/** Host, what it sets, where the next request goes, and the Cookie header it has. */
test.each<[string, string, string[], string, string | undefined]>([
	["comes back to its host", "https://a.test/", ["id=1"], "https://a.test/x", "id=1"],
	["leaves its attributes behind", "https://a.test/", ["id=1; Path=/; HttpOnly"], "https://a.test/", "id=1"],
	["stays with others", "https://a.test/", ["id=1", "lang=en"], "https://a.test/", "id=1; lang=en"],
	["is replaced by its successor", "https://a.test/", ["id=1", "id=2"], "https://a.test/", "id=2"],
	["does not go to another host", "https://a.test/", ["id=1"], "https://b.test/", undefined],
	["does not go to a host below", "https://a.test/", ["id=1"], "https://www.a.test/", undefined],
	["goes below its domain", "https://www.a.test/", ["id=1; Domain=.a.test"], "https://x.a.test/", "id=1"],
	["goes to its domain", "https://www.a.test/", ["id=1; domain=A.test"], "https://a.test/", "id=1"],
	[
		"knows a domain by whole labels",
		"https://www.a.test/",
		["id=1; Domain=a.test"],
		"https://ba.test/",
		undefined,
	],
	["is not set for a stranger", "https://a.test/", ["id=1; Domain=b.test"], "https://b.test/", undefined],
	[
		"is kept by its own host all the same",
		"https://a.test/",
		["id=1; Domain=b.test"],
		"https://a.test/",
		"id=1",
	],
	[
		"is not set for a name that ends alike",
		"https://ba.test/",
		["id=1; Domain=a.test"],
		"https://a.test/",
		undefined,
	],
	["is not set for a whole suffix", "https://a.test/", ["id=1; Domain=test"], "https://b.test/", undefined],
	["needs a name", "https://a.test/", ["=1", "lonely", ""], "https://a.test/", undefined],
	["may hold an equals sign", "https://a.test/", ["id=a=b"], "https://a.test/", "id=a=b"],
	["goes with Max-Age=0", "https://a.test/", ["id=1", "id=; Max-Age=0"], "https://a.test/", undefined],
	[
		"goes with a negative Max-Age",
		"https://a.test/",
		["id=1", "id=; max-age=-1"],
		"https://a.test/",
		undefined,
	],
	["must not be huge", "https://a.test/", [`id=${"x".repeat(5000)}`], "https://a.test/", undefined],
])("a cookie %s", (_, from, headers, to, expected) => {
	const jar = new CookieJar();
	jar.keep(from, headers);
	expect(jar.for(to)).toBe(expected);
});
