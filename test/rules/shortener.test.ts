import { expect, test } from "vitest";
import type { Verdict } from "../../src/model.ts";
import { shortener } from "../../src/rules/shortener.ts";
import { shelfOf } from "../resolve/samples.ts";
import { see } from "./samples.ts";

const finalUrl = "https://talks.example.org/slides";

test.each<[verdict: Verdict, fixed: string | undefined]>([
	[{ verdict: "alive", reason: "redirected", finalUrl }, `<${finalUrl}>`],
	[{ verdict: "moved", reason: "permanent-redirect", finalUrl }, `<${finalUrl}>`],
	[{ verdict: "alive", reason: "ok" }, undefined],
	[{ verdict: "unsure", reason: "bot-wall", finalUrl }, undefined],
	[{ verdict: "dead", reason: "not-found", finalUrl }, undefined],
])("%j is replaced by %s", (verdict, fixed) => {
	const url = "https://bit.ly/3abcdef";
	const [seen] = see(shortener, { text: `<${url}>` }, shelfOf(), {}, { [url]: verdict });
	expect(seen?.message).toContain("bit.ly");
	expect(seen?.fixed).toBe(fixed);
});
