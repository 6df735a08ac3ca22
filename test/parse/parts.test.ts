import type { Nodes } from "mdast";
import { describe, expect, test, vi } from "vitest";
import { Lines } from "../../src/parse/lines.ts";
import { piecesOf } from "../../src/parse/origins.ts";
import { parseParts } from "../../src/parse/parts.ts";
import { sourceRange } from "../../src/parse/piece.ts";
import { parseTree, parseWhole, type Tree } from "../../src/parse/tree.ts";
import { walk } from "../../src/parse/walk.ts";
import fc from "../property.ts";
import { guises, isParsed } from "./read.ts";

/** The same as the parser gives for the whole document: nodes, positions, and where each character comes from. */
function expectWhole(text: string): void {
	const [tree, whole] = [parseTree(text), parseWhole(text)];
	expect(tree.root.children, text).toEqual(whole.root.children);
	if (text !== "") expect(tree.root.position, text).toEqual(whole.root.position);
	expect(originsOf(tree), text).toEqual(originsOf(whole));
}

function originsOf(tree: Tree): unknown[] {
	return nodesOf(tree).map((node) => {
		if (node.type !== "text" && node.type !== "html") return tree.written.get(node);
		const pieces = piecesOf(node, tree);
		const ends = Array.from({ length: node.value.length + 1 }, (_, index) => index);
		return ends.flatMap((at) => [sourceRange(pieces, at, at), sourceRange(pieces, 0, at)]);
	});
}

function nodesOf({ root }: Tree): Nodes[] {
	const nodes: Nodes[] = [];
	walk(root, { enter: (node) => nodes.push(node) });
	return nodes;
}

/** What goes to the parser. */
function parsedOf(text: string): string[] {
	const parse = vi.fn((part: string) => parseWhole(part).root);
	parseParts(text, new Lines(text), { written: new Map(), pieces: new Map() }, parse);
	return parse.mock.calls.map(([part]) => part);
}

const plain = {
	paragraphs:
		'Words, *more* words\nand **[a link](https://a.b/c_(d)?e&f "title")**.\n\n_Others_, `code` and snake_case!',
	"underlined headings": "Title *a*\n===\ntext\n\n[b](c)\n  d\n-\n- e\n\nf\n------",
	headings: "# Title\ntext\n\n## [A](b) - C\n\n---\n\n###### x",
	lists:
		"- **[A](b)** [[code](c)] - d.\n  - e\n    1. f\n    2. g\n- h\n\n- i\n\n3. j\n4. k\n   - ![l](m)\n\n* n\n\ntext:\n- o",
	"lists with wide markers":
		"*   a\n*   b\n    *   c\n\n    *   d\n\n        1.  e\n        2.  f\n\n-   g\n    h\n  i\n\n+    j",
	"lists with wide indents": "- a\n    - b\n    - c\n        - d\n- e\n\n1. f\n     - g\n2. h\n   1. i",
	"items with lazy lines": "- a\nb *c*\n- d\n  - e\nf\n  g\n        h\n- i\n\n1. j\n k",
	tables: "| A | B |\n|:--|:-:|\n| [a](b) | 1 |\n| |2|\n| x |",
	code: "text\n```js\n[a]: b\n\n- x\n```\n\n```\n```\n~",
	definitions: 'See [[code](a)] and <https://b.c>.\n\n[A b]: c "d"\n[e]: f_(g)',
	escapes: "\\[a\\] \\b [\\*c\\*](d) **e\\_f**\n\n- \\[[f](g)\\]",
	"items of many lines": "- a\n  b [c](d)\n  [e](f)\n    g\n  - h\n    i\n- j\n\n1. k\n   l",
	HTML: '<!-- a\n\nb --> c\n\n<div>\n<p align="left">d</p>\n\n</div>\n\n<details open>\n\ne',
	tags: 'a<br> b <sub x=1 y z="*w*">c</sub>[<img src="d">](e)\n\n| f<br/>g |\n|-|\n| <a href=\'h\'>i</a> |\n\n- j <b>k</b> _l_',
	emphasis: "**Note:** a *(b)*, **“c”** and __--d__.\n\n*e:*\n**f, g;**\n- **`h`:** _&c._ **<b>i</b>**",
	breaks: "a\\\nb `c`\\\n  *d*\\\ne\n\n- f\\\n  g",
	"referred images": "![a b][C] [![c]][d] ![C][] **![c]**\n\n[c]: e\n[d]: f",
	references: "[a b][C d], [c D][] and **[c d]**; [`e`] and [f][g]\n\n[c d]: h\n[`e`]: i",
	"byte order mark": "\uFEFF# a\n\n- [b](c)",
};

describe("what is written plainly", () => {
	test.each(Object.entries(plain))("%s are read as the parser reads them", (_, text) => {
		for (const dress of Object.values(guises)) expectWhole(dress(text));
	});

	test.each(Object.entries(plain).filter(([name]) => name !== "code" && name !== "references"))(
		"%s do not go to the parser",
		(_, text) => {
			expect(parsedOf(text)).toEqual([]);
		},
	);
});

test("of a document only what is not plain goes to the parser", () => {
	const text = "# A\n\nb\n\n<br>\n\n[c](d)\n\n- e\n- f &amp; g\n- h\n\n> i\n\n  - j\n\nk\n";
	expect(parsedOf(text)).toEqual(["<br>\n\n", "f &amp; g", "> i\n\n  - j\n\n"]);
	expectWhole(text);
});

test("a label that is defined elsewhere is known to each part", () => {
	const text = "[a] <br> [b]\n\nplain\n\n- [c][A]\n- [b]\n- [[a]](d)\n\n[a]: b\n";
	expectWhole(text);
	expect(nodesOf(parseTree(text)).filter(({ type }) => type === "linkReference")).toHaveLength(3);
});

test.each([
	["a definition in code", "```\n[a]: b\n```\n\n[a]"],
	["a definition in a quote", "[a]\n\n> [a]: b"],
	["a footnote", "a[^1]\n\n[^1]: b\n\n    c"],
	["a footnote after text without a blank line", "a\n[^1]: b\n\nc[^1] ![^1](d)"],
	["a label over two lines", "[a\nb]: c\n\n[a b]"],
	["a definition under an indent", "[a]\n\n  [a]: b"],
	["a label with capitals that are two letters", "[ẞ] [SS] [ß] [ŉ]\n\n[ss]: a\n\n> [ʼN]: b"],
	["a mark before an indent", "- [\n    [a](b)\n\nc]\n  *d*\n\n- **e**\n  [f](g) !\n  `h`"],
	["code over the lines of an item", "- ``\n  a\n  ``"],
	["HTML that is none", "<https://a.b>\n\n<!-->\n\na\n\n<diva>\n\n<a>\n\n- b"],
	["a title on a line of its own", "[a]\n\n[a]: b\n'c'"],
	["front matter", "---\na: b\n\n# c\n---\n\n- d"],
	["front matter that is not closed", "---\n\na\n\n- \n"],
	["a rule in the place of front matter further down", "a\n\n---\nb: c\n---\n\nd"],
	["an underline with nothing above it", "a\n-\n===\n\n=\n\nb\n---\n---"],
	["an underline below a definition", "[a]: b\n===\n\n[c]: d\n---\n\n[a] [c]"],
	["an underline below a row", "a | b\n-\n\na\n-|\n\n|c|\n-\n"],
	["a list after indented code", "    a\n\n2. b\n\n\tc\n\n2) d\n\n> e\n\n2. f"],
	["a list after a quote", "> a\n\n2. b\n\n- c\n\n> d\n> - e\n\n- f\n"],
	["code that is not closed", "```\n\na\n\n# b\n\n- c"],
	["HTML that is not closed", "<!--\n\na\n\n# b\n\n-->\n\nc"],
	["an item over many lines", "- a\n  b\n\n  c\n\nd"],
	["an item that begins with code", "- ```\n  a\n\n  b\n  ```\n\nc"],
	["a task", "- [ ] a\n- [x] b"],
	["text after a list", "- a\nb\n\nc"],
	["lists of two kinds", "- a\n* b\n\n+ c\n1) d\n2. e"],
	["a number that is too large for a nested list", "- a\n  2. b"],
	["a table with code over a bar", "| a |\n|-|\n|`|`|"],
	["a row of blanks", "| a |\n|-|\n| |"],
	["a no-break space", "|\u00A0|\n|-|\n\n- \u00A0a\n\n\u00A0\n\n*\u00A0b*"],
	["emphasis deeper than is read", `${"*a _b ".repeat(15)}c${"_ d*".repeat(15)}\n\n[*e [${"*f ".repeat(30)}`],
	["code whose fences are longer than any that closes it", "`````\n\na\n\n````js\n\nb\n\n```\n"],
	["a comment that ends before it begins", "a --> b\n\n<!-- c\n\nd\n\n```\n\n-->\n"],
	[
		"a line separator, which ends no line",
		"a\u2028b\n[^c\u2028]: d\n\n| e |\n|-|\n| f\u2028[g](h) |\n\n- i\u2029j",
	],
	["a row that is cut off", "| a |\n|-|\n| b"],
	[
		"a list deeper than is read",
		Array.from({ length: 80 }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n"),
	],
])("%s has the tree that it has as a whole", (_, text) => {
	for (const dress of Object.values(guises)) expectWhole(dress(text));
});

const words = [
	..."abé，😀\u00A0\u2028\f\v()\"'#$|^-:!~\\&@<>*_`[]\t ".split(/(?:)/u),
	...[
		"b c",
		"**",
		"__",
		"](u)",
		"](http://x.y/z_(a))",
		"![",
		"<https://a.b/c>",
		"&amp;",
		"~~",
		"  ",
		". ",
		", ",
	],
	...[
		"www.x.yz",
		"a@b.cc",
		"1.",
		"[^1]",
		"[a]",
		"[b][a]",
		"[a](b)",
		"**b**",
		"*i*",
		"`c`",
		"<br>",
		'<b c="',
		'">',
		"</i>",
		"/>",
		"<!--",
		"-->",
		"_x_",
	],
];
const some = (parts: readonly string[], maxLength: number, between = "") =>
	fc.array(fc.constantFrom(...parts), { maxLength }).map((chosen) => chosen.join(between));
const line = some(words, 7);
const text = some([...words, "\n"], 10);
const markers = ["- ", "* ", "+ ", "1. ", "2. ", "10. ", "1) ", "-  ", "\t- ", "- [ ] ", "\n- ", "\n1. "];
const item = fc
	.tuple(
		fc.constantFrom("", "", "  ", "    ", "   "),
		fc.constantFrom(...markers, ""),
		line,
		fc.constantFrom("", "", "\n  b *c*", "\n    [d](e)", "\nf", "\n  `g\n  h`", "\n   \\i"),
	)
	.map((parts) => parts.join(""));
const row = fc
	.array(fc.oneof(line, fc.constantFrom("", " ", "---", ":-:", "-")), { maxLength: 4 })
	.map((cells) => `|${cells.join("|")}|`);
const delimiters = fc.constantFrom("|-|", "|---|:-:|", "| -: |-|-|", "|-|-|-|-|");
const fence = fc.constantFrom("```", "```js", "````", "~~~", "``` a b", "``` ", "  ```", "");
const block = fc.oneof(
	text,
	fc.array(item, { maxLength: 6 }).map((items) => items.join("\n")),
	fc.tuple(fc.constantFrom("# ", "## ", "#"), line).map((parts) => parts.join("")),
	fc.tuple(row, delimiters, fc.array(row, { maxLength: 4 })).map((rows) => rows.flat().join("\n")),
	fc.tuple(fence, text, fence).map((lines) => lines.join("\n")),
	fc.constantFrom(
		"---",
		"***",
		"- - -",
		"===",
		"a\n===",
		"b *c*\n-",
		"=",
		"--",
		"a\n--- ",
		"> q",
		"[^1]: n",
		"---\na: b\n---",
	),
	fc.constantFrom(
		"[a]: b",
		'[A b]: c "d"',
		"[a]: b\n[c]: d",
		'[a]: b\n"t"',
		"<div>",
		"<!-- x",
		"-->",
		"<pre>",
		"</pre>",
	),
);
const document = fc
	.array(fc.tuple(block, fc.constantFrom("\n\n", "\n\n", "\n\n", "\n", "\n \n", "\n\n\n")), { maxLength: 6 })
	.map((blocks) => blocks.flat().join(""));

test("any long document without anything plain has the tree that it has as a whole", () => {
	const quote = line.map((written) => `> a ${written}\n> &amp;`);
	// After code like that, the parser takes empty items for text.
	const likeEmptyItem = /^ {4,}(?:[-+*]|\d+[.)])[ \t]*$/m;
	const unplain = fc.constantFrom(
		" a",
		"  - b\n",
		"&amp;\n===",
		"- c\n\n  &amp;",
		"[^1]: &amp;\n\n    d",
		"<!-- e\n\n&amp;",
		"~~~\n\n&amp;",
	);
	const blocks = fc.array(fc.oneof(quote, unplain, block), { minLength: 30, maxLength: 60, size: "max" });
	fc.assert(
		fc.property(blocks, (written) => {
			const text = written.join("\n\n");
			fc.pre(!likeEmptyItem.test(text) && isParsed(() => parseWhole(text)));
			expectWhole(text);
		}),
		{ numRuns: 150 },
	);
});

test("a long part ends before a block that cannot belong to it", () => {
	const parts = parsedOf("> a\n> &amp;\n\n".repeat(40));
	expect(parts.map((part) => part.split("\n").length - 1)).toEqual([51, 51, 18]);
});

test("any document has the tree that it has as a whole", () => {
	const guise = fc.constantFrom(...Object.values(guises).slice(0, 4));
	fc.assert(
		fc.property(document, guise, (written, dress) => {
			fc.pre(isParsed(() => parseWhole(dress(written))));
			expectWhole(dress(written));
		}),
		{ numRuns: 1500 },
	);
});
