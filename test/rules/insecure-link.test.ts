import { expect, test } from "vitest";
import type { Verdict } from "../../src/model.ts";
import { insecureLink } from "../../src/rules/insecure-link.ts";
import { shelfOf } from "../resolve/samples.ts";
import { otherEntries, see } from "./samples.ts";

const text = `[a](http://x.test/a "A") <https://x.test/b>${otherEntries}`;
const found = (verdicts: Readonly<Record<string, Verdict>>) =>
	see(insecureLink, { text }, shelfOf(), {}, verdicts).map(({ fixed, safe }) => ({ fixed, safe }));

test("https is written in the place of http", () => {
	expect(found({})).toEqual([{ fixed: text.replace("http:", "https:"), safe: false }]);
});

test.each<[why: string, url: string, verdict: Verdict]>([
	["the proof is dead", "https://x.test/b", { verdict: "dead", reason: "tls" }],
	["the link is dead", "http://x.test/a", { verdict: "dead", reason: "not-found" }],
	["the link has moved", "http://x.test/a", { verdict: "moved", reason: "permanent-redirect" }],
])("where %s, nothing is found", (_, url, verdict) => {
	expect(found({ [url]: verdict })).toEqual([]);
});

const lonely = `[a](http://x.test/a?q)${otherEntries}`;
const sentTo = (finalUrl: string): Verdict => ({ verdict: "alive", reason: "redirected", finalUrl });

test.each<[why: string, verdict: Verdict, found: readonly object[]]>([
	[
		"the host sends its readers to the same page",
		sentTo("https://x.test/a?q"),
		[{ message: "http://x.test/a?q is not encrypted, and x.test sends its readers on to https", safe: true }],
	],
	["the host answers as it is asked", { verdict: "alive", reason: "ok" }, []],
	["the host sends its readers to another page", sentTo("https://x.test/login"), []],
	["another host", sentTo("https://www.x.test/a?q"), []],
	["without https", sentTo("http://x.test/a?q"), []],
])("without a proof in the document: %s", (_, verdict, expected) => {
	const seen = see(insecureLink, { text: lonely }, shelfOf(), {}, { "http://x.test/a?q": verdict });
	expect(seen).toEqual(expected.map((one) => expect.objectContaining(one)));
});
