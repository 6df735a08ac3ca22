import { expect, test } from "vitest";
import { label } from "../../src/rules/label.ts";
import { shelfOf } from "../resolve/samples.ts";
import { type Seen, see } from "./samples.ts";

const names = [..."abcdefghijkl"];
const list = names.map((name) => `- Title ${name} [[paper](https://${name}.example.org/)]\n`).join("");

test.each<[string, Omit<Seen, "written">]>([
	[
		"- Title [[Paepr](u)] [[paer](v)]",
		{
			message: "the label paer looks like a misspelling of paper, which occurs 12 times",
			help: "Write paper.",
			fixed: "- Title [[Paepr](u)] [[paper](v)]",
			safe: false,
		},
	],
	[
		"- Title [[*Papr*](u)]",
		{
			message: "the label Papr looks like a misspelling of Paper, which occurs 12 times",
			help: "Write Paper.",
			fixed: "- Title [[*Paper*](u)]",
			safe: false,
		},
	],
	[
		"- Title [[PAER]](u)",
		{
			message: "the label PAER looks like a misspelling of PAPER, which occurs 12 times",
			help: "Write PAPER.",
			fixed: "- Title [[PAPER]](u)",
			safe: false,
		},
	],
	[
		"- Title [[Paper1](u)]",
		{
			message: "the label Paper1 has a number, and its entry has no other Paper",
			help: "Write Paper, or add the link that is missing.",
			fixed: "- Title [[Paper](u)]",
			safe: false,
		},
	],
	[
		"- Title [[PAPER](u)]",
		{
			message: "the label PAPER is written paper 12 of 13 times",
			help: "Write paper.",
			severity: "info",
			fixed: "- Title [[paper](u)]",
			safe: false,
		},
	],
	[
		"- Title [paper](u)",
		{
			message: "the label paper is not wrapped in brackets as 12 of 13 inline labels",
			help: "Write them all in one way.",
			severity: "info",
			fixed: "- Title [[paper](u)]",
			safe: false,
		},
	],
])("%s", (item, expected) => {
	const [found, ...others] = see(label, { text: `${list}${item}\n` }, shelfOf());
	expect(others).toEqual([]);
	expect({ ...found, fixed: found?.fixed?.slice(list.length, -1) }).toEqual({
		written: found?.written,
		...expected,
	});
});

test.each([
	"- Title [[Paper1](u)] [[Paper2](v)]",
	"- Title [[Paler](u)]\n- Title [[Paler](v)]\n- Title [[Paler](w)]",
	"- Title ([paper](u), [code](v))",
	"- Title\n  - [Paper](u)",
	"- [Paler](u) - a title",
	"- Title [![PAPER](i.png)](u)",
])("%s is one's choice", (item) => {
	expect(see(label, { text: `${list}${item}\n` }, shelfOf())).toEqual([]);
});
