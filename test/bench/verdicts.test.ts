import { describe, expect, it } from "vitest";
import type { Fate } from "../../bench/shape.ts";
import {
	countWrong,
	readLinkinator,
	readLychee,
	readMarkdownLinkCheck,
	readShelfread,
} from "../../bench/verdicts.ts";

const urls = ["http://127.1.0.0/a", "http://127.1.0.0/b", "http://127.1.0.0/c"] as const;
const [a, b, c] = urls;

describe("verdicts", () => {
	it.each([
		[
			"shelfread",
			readShelfread,
			JSON.stringify({
				links: [
					{ url: a, verdict: "moved" },
					{ url: b, verdict: "dead" },
					{ url: c, verdict: "unsure" },
				],
			}),
		],
		[
			"lychee",
			readLychee,
			JSON.stringify({
				error_map: { "README.md": [{ url: b }] },
				timeout_map: { "README.md": [{ url: c }] },
			}),
		],
		[
			"linkinator",
			readLinkinator,
			JSON.stringify({
				links: [
					{ url: a, state: "OK" },
					{ url: b, state: "BROKEN" },
					{ url: c, state: "BROKEN" },
				],
			}),
		],
		[
			"markdown-link-check",
			readMarkdownLinkCheck,
			`\nFILE: README.md\n  [✓] ${a}\n  [✖] ${b}\n  [✖] ${c}\n\n  3 links checked.\n  [✖] ${b} → Status: 404\n  [✖] ${c} → Status: 0\n`,
		],
	])("of %s are read", (_, read, stdout) => {
		expect(read(stdout, urls)).toEqual(
			new Map([
				[a, true],
				[b, false],
				[c, false],
			]),
		);
	});

	it.each<[fate: Fate, told: boolean | undefined, wrong: number]>([
		["well", true, 0],
		["moved", true, 0],
		["busy once", true, 0],
		["reset once", false, 1],
		["missing", false, 0],
		["missing", true, 1],
		["silent", false, 0],
		["well", undefined, 1],
	])("on a page that is %s: %s", (fate, told, wrong) => {
		const said = new Map(told === undefined ? [] : [[a, told]]);
		expect(countWrong(said, new Map([[a, fate]]))).toBe(wrong);
	});
});
