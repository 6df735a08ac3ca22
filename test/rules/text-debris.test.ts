import { expect, test } from "vitest";
import { unmixed } from "../../src/rules/look-alike.ts";
import { textDebris } from "../../src/rules/text-debris.ts";
import { shelfOf } from "../resolve/samples.ts";
import { tenEntries } from "./list.ts";
import { see } from "./samples.ts";

test.each([
	["\u{FB01}ne", "fine", true],
	["trans\u{AD}former", "transformer", true],
	["\u{200B}a", "a", true],
	["a\u{FEFF}b", "ab", true],
	["a\u{200D} b", "a b", true],
	["an \u{FFFC}object", "an object", true],
	["\u{202A}a\u{202C}", "a\u{202C}", true],
	["\u{421}ommunity", "Community", false],
])("%j is to be %j", (written, fixed, safe) => {
	const [found] = see(textDebris, { text: `${written}\n\n${tenEntries}` }, shelfOf());
	expect(found).toMatchObject({ fixed: `${fixed}\n\n${tenEntries}`, safe });
});

test("what a replacement character stands for is lost", () => {
	expect(see(textDebris, { text: `caf\u{FFFD}\n\n${tenEntries}` }, shelfOf())).toEqual([
		{
			written: "\u{FFFD}",
			message: "a character of caf\u{FFFD} was lost: U+FFFD stands in its place",
			help: "Look it up in the source of the text.",
		},
	]);
});

test.each([
	["m\u{43E}del", "model"],
	["\u{391}ttention", "Attention"],
	["ска\u{447}а\u{442}c", "скачатс"],
	["model", undefined],
	["модель", undefined],
	["URL\u{430}", undefined],
	["GPUшный", undefined],
	["μTorrent", undefined],
	["Δt", undefined],
])("%s in one script is %s", (word, expected) => {
	expect(unmixed(word)).toBe(expected);
});
