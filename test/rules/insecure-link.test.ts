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
