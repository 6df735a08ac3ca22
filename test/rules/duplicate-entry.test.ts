import { expect, test } from "vitest";
import { duplicateEntry } from "../../src/rules/duplicate-entry.ts";
import { shelfOf } from "../resolve/samples.ts";
import { see } from "./samples.ts";

/** Enough other entries for a catalogue. */
const others = Array.from({ length: 10 }, (_, i) => `- [thing ${i}](https://example.org/${i})\n`).join("");

function fixesOf(entries: string, path = "README.md") {
	return see(duplicateEntry, { text: `${others}\n# Tools\n\n${entries}`, path }, shelfOf()).map(
		({ fixed, safe }) => ({ fixed: fixed?.split("# Tools\n\n")[1], safe }),
	);
}

test.each<[string, string, string | undefined, boolean | undefined]>([
	["the same text", "- [a](https://a.org) x\n- [a](https://a.org) x\n", "- [a](https://a.org) x\n", true],
	[
		"the later one knows less",
		"- [a](https://a.org) x\n- [A](https://a.org)\n",
		"- [a](https://a.org) x\n",
		false,
	],
	[
		"the first one knows less",
		"- [a](https://a.org)\n- [b](https://b.org)\n- [a](https://a.org) [[code](https://c.org)]\n",
		"- [b](https://b.org)\n- [a](https://a.org) [[code](https://c.org)]\n",
		false,
	],
	[
		"each has its own",
		"- [a](https://a.org) [[demo](https://d.org)]\n- [b](https://b.org)\n- [a](https://a.org) [[code](https://c.org)]\n",
		"- [a](https://a.org) [[demo](https://d.org)] [code](https://c.org)\n- [b](https://b.org)\n",
		false,
	],
	[
		"nested lists go with their entry",
		"- a\n  - [Paper](https://a.org)\n- a\n  - [Paper](https://a.org)\n",
		"- a\n  - [Paper](https://a.org)\n",
		true,
	],
	["in a quote", "> - [a](https://a.org)\n> - [a](https://a.org)\n", "> - [a](https://a.org)\n", true],
	[
		"on a line that begins another list",
		"- - [a](https://a.org)\n  - [a](https://a.org)\n",
		undefined,
		undefined,
	],
])("%s", (_, entries, fixed, safe) => {
	expect(fixesOf(entries)).toEqual([{ fixed, safe }]);
});

test("standard input gets no suggestion, since nothing can apply it", () => {
	expect(fixesOf("- [a](https://a.org)\n- [a](https://a.org)\n", "<stdin>")).toEqual([
		{ fixed: undefined, safe: undefined },
	]);
});
