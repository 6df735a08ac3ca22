import { expect, test } from "vitest";
import { anchor } from "../../src/rules/anchor.ts";
import { shelfOf } from "../resolve/samples.ts";
import { type Seen, see } from "./samples.ts";

const shelf = shelfOf("docs/a.md", "docs/b.md", "docs/paper.pdf");
const looks = {
	"docs/a.md": { anchors: ["intro", "set-up", "größe", "c", "c-1"] },
	"docs/b.md": { anchors: ["usage", "usage-1", "the-end"] },
	"docs/paper.pdf": { pages: 3 },
};
const nothingLikeIt = "Name a heading that is there, or add the anchor.";

test.each<[string, Seen]>([
	[
		"[x](#Intro)",
		{
			written: "#Intro",
			message: "#Intro is written #intro in this document",
			help: "Write #intro.",
			severity: "warning",
			fixed: "[x](#intro)",
			safe: true,
		},
	],
	[
		"[x](#setup)",
		{
			written: "#setup",
			message: "#setup names no heading or id in this document",
			help: "Did you mean #set-up?",
			fixed: "[x](#set-up)",
			safe: true,
		},
	],
	[
		"[x](#gr%C3%B6%C3%9Fen)",
		{
			written: "#gr%C3%B6%C3%9Fen",
			message: "#gr%C3%B6%C3%9Fen names no heading or id in this document",
			help: "Did you mean #größe?",
			fixed: "[x](#gr%C3%B6%C3%9Fe)",
			safe: false,
		},
	],
	[
		"[The end!](./b.md?plain=1#finish)",
		{
			written: "./b.md?plain=1#finish",
			message: "#finish names no heading or id in docs/b.md",
			help: "Did you mean #the-end?",
			fixed: "[The end!](./b.md?plain=1#the-end)",
			safe: false,
		},
	],
	[
		"[x](b.md#usage-2)",
		{
			written: "b.md#usage-2",
			message: "#usage-2 names no heading or id in docs/b.md",
			help: "Did you mean #usage-1?",
			fixed: "[x](b.md#usage-1)",
			safe: false,
		},
	],
	[
		"[x](#Lorem)",
		{ written: "#Lorem", message: "#Lorem names no heading or id in this document", help: nothingLikeIt },
	],
	[
		"[x](#---)",
		{ written: "#---", message: "#--- names no heading or id in this document", help: nothingLikeIt },
	],
	[
		"[x](#set\\_up)",
		{
			written: "#set\\_up",
			message: "#set_up names no heading or id in this document",
			help: "Did you mean #set-up?",
		},
	],
])("%s", (text, expected) => {
	expect(see(anchor, { text }, shelf, looks)).toEqual([expected]);
});

test("what is there, or cannot be known, is not found", () => {
	const text = "[a](#intro) [b](#) [c](b.md) [d](#top) [e](gone.md#x) [f](paper.pdf#page=9) [g](b.md#L3)";
	expect(see(anchor, { text }, shelf, looks)).toEqual([]);
});
