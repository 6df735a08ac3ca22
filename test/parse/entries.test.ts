import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Entry, ParsedDocument } from "../../src/model.ts";
import { isCatalogue, parseDocument } from "../../src/parse/index.ts";
import { guises, read } from "./read.ts";

/** An entry in one line: title, parent, and links by role; `^` marks a label from above. */
function summary({ kind, title, parent, links }: Entry): string {
	const roles = links.map(
		({ role, label, inherited, mention }) =>
			`${label === undefined ? role : `${label}${inherited ? "^" : ""}`} ${mention.link.url}`,
	);
	const place = parent === undefined ? "" : ` < ${parent.title}`;
	return [`${kind}: ${title}${place}`, ...roles].join(" | ");
}

const entriesOf = (text: string): string[] => read(text).entries.map(summary);
const kindsOf = (text: string): string[] =>
	read(text).lists.flatMap(({ items }) =>
		items.map(({ kind, text: said, entry }) => `${kind} ${said} > ${entry?.title}`),
	);

test.each<[string, string, string[]]>([
	["a link and its description", "- [A](a) - like [B](b)", ["item: A | primary a | secondary b"]],
	["a date before the link", "- 2023 - [A](a)", ["item: A | primary a"]],
	["an emoji before the link", "- :star: 🔥 [A](a)", ["item: A | primary a"]],
	["a bold link", "- **[A](a)**: b", ["item: A | primary a"]],
	["a bold text", "- **A b** c [pdf](d)", ["item: A b | pdf d"]],
	["a bold venue is no title", "- A b. **CVPR** [pdf](d)", ["item: A b. CVPR | pdf d"]],
	["text before labels", "- A b [Paper](p) | [code](c)", ["item: A b | Paper p | code c"]],
	["labels in brackets", "- A [[paper](p)] [[paer]](q) ([x](r))", ["item: A | paper p | paer q | x r"]],
	["labels in full-width brackets", "- 论【[论文](p)】（[代码](c)）", ["item: 论 | 论文 p | 代码 c"]],
	["labels first", "- [[pdf](p)] A b", ["item: A b | pdf p"]],
	["a picture as a label", "- A [![code](i)](c)", ["item: A | code c"]],
	["a bare URL after a text", "- A: http://a.bc", ["item: A | primary http://a.bc"]],
	["a bare URL alone", "- http://a.bc/d", ["item: http://a.bc/d | primary http://a.bc/d"]],
	["a sentence", "- Read [A](a) twice", ["item: Read A twice | primary a"]],
	["a generic word without an entry above", "- [dataset](d) - SQL", ["item: dataset | primary d"]],
	["only labels, without an entry above", "- [Paper](p) [code](c)", ["item: Paper | primary p | code c"]],
	["a text on its own", "- A b", ["item: A b"]],
	["the first of several lines", "- A b  \n  C. D.  \n  [pdf](p)", ["item: A b | pdf p"]],
	["labels in a second paragraph", "- A b\n\n  [pdf](p)", ["item: A b | pdf p"]],
	["a task", "- [ ] [A](a)", ["item: A | primary a"]],
	["an escape and a reference", "- A\\_b &amp; c [[pdf](p)]", ["item: A_b & c | pdf p"]],
	["a link by reference", "- [A][x] - b\n\n[x]: u", ["item: A | primary u"]],
	["a link in HTML", '- <a href="u">A</a> - b', ["item: A | primary u"]],
	["an index", "- [A](#a)\n  - [B](#b)", []],
	["an entry over labels", "- A\n  - [Paper](p)\n  - Code: [GitHub](g)", ["item: A | Paper p | GitHub g"]],
	["an entry over a group of parts", "- A\n  - GitHub\n    - [x](x)", ["item: A | GitHub^ x"]],
	[
		"an entry over a group of entries",
		"- A\n  - Paper\n    - B [[paper](p)]\n      - [GitHub](g)",
		["item: A", "item: B < A | paper p | GitHub g"],
	],
	["a group", "- Servers\n  - [A](a)\n  - [B](b)", ["item: A | primary a", "item: B | primary b"]],
	["a group that says what its links are", "- Blog\n  - [A](a)", ["item: A | Blog^ a"]],
	["an entry in an entry", "- [A](a)\n  - [B](b) - c", ["item: A | primary a", "item: B < A | primary b"]],
	["attributes", "- A\n  - Datasets\n    - GitHub\n    - ArXiv", ["item: A"]],
	["a row by its linked name", "| a | b |\n|-|-|\n| 1 | [A](a) |", ["row: A | primary a"]],
	["a row by its title", "| Venue | Title | PDF |\n|-|-|-|\n| X | A b | [l](p) |", ["row: A b | PDF^ p"]],
	["a row by its paper", "| Key | Paper |\n|-|-|\n| X | [A](a) |", ["row: A | primary a"]],
	["a row by its first words", "| Model | Paper |\n|-|-|\n| A | [pdf](p) |", ["row: A | pdf p"]],
	["a row without a link", "| a |\n|-|\n| A |", []],
	["a paragraph by its bold text", "**A** B.\n[[pdf](p)]", ["paragraph: A | pdf p"]],
	["a paragraph by its quotation", '"A b", C. [pdf](p)', ["paragraph: A b | pdf p"]],
	["a paragraph by its text", "A b [[pdf]](p)", ["paragraph: A b | pdf p"]],
	["a paragraph by its heading", "# A\n[Paper](p) | [Code](c)", ["paragraph: A | Paper p | Code c"]],
	["a paragraph that begins with a link", "[A](a) - b", ["paragraph: A | primary a"]],
	["prose", "The [code](c) is free, [A](a) says.", []],
	["prose with a label", "See the [code](c) for more.", []],
	["badges", "[![build](i)](b) [![npm](i)](n)", []],
])("%s", (_, text, entries) => {
	expect(entriesOf(text)).toEqual(entries);
});

test("items have kinds, and the entries that they belong to", () => {
	const text =
		"- [I](#i)\n\n<!-- -->\n\n- A\n  - [Paper](p)\n  - GitHub\n    - [x](x)\n  - Notes\n    - GitHub\n- Web\n  - [B](b)\n";
	expect(kindsOf(text)).toEqual([
		"index I > undefined",
		"entry A > A",
		"group Web > undefined",
		"label Paper > A",
		"group GitHub > A",
		"attribute Notes > A",
		"label x > A",
		"attribute GitHub > A",
		"entry B > B",
	]);
});

describe("places", () => {
	const text = "# S\n\n- a *b* c [[paper](u)]\n    - [GitHub](v)\n- [d](w)\n";
	test.each(Object.entries(guises))("%s", (_, dress) => {
		const dressed = dress(text);
		const { entries } = read(dressed);
		const at = ({ start, end }: Entry["span"]): string => dressed.slice(start.offset, end.offset);
		expect(entries.map(({ titleSpan }) => at(titleSpan))).toEqual(["a *b* c", "d"]);
		expect(entries.map(({ span }) => at(span).replace(/\W+/g, " "))).toEqual([
			" a b c paper u GitHub v ",
			" d w ",
		]);
		expect(entries.flatMap(({ links }) => links.map(({ mention }) => at(mention.span)))).toEqual([
			"[paper](u)",
			"[GitHub](v)",
			"[d](w)",
		]);
		expect(entries.map(({ section }) => section.heading?.text)).toEqual(["S", "S"]);
	});

	test("lines are whole, with their end", () => {
		const { entries } = read("- [a](u)\r\n  - [b](v)\r\n- [c](w)");
		const source = "- [a](u)\r\n  - [b](v)\r\n- [c](w)";
		expect(entries.map(({ lines }) => source.slice(lines.start.offset, lines.end.offset))).toEqual([
			"- [a](u)\r\n  - [b](v)\r\n",
			"  - [b](v)\r\n",
			"- [c](w)",
		]);
	});
});

const folder = new URL("../../fixtures/", import.meta.url);
const catalogues = [
	...readdirSync(new URL("entries/", folder)).map((name) => `entries/${name}`),
	"my-llm/README.md",
];

function parseFixture(path: string): ParsedDocument {
	return parseDocument({ path, text: readFileSync(new URL(path, folder), "utf8"), format: "markdown" });
}

test.each(catalogues)("of 100 web links in %s, 98 belong to an entry", (path) => {
	const parsed = parseFixture(path);
	const web = parsed.mentions.filter(({ link }) => /^https?:/.test(link.url));
	const owned = parsed.entries.flatMap(({ links }) => links.map(({ mention }) => mention));
	expect(new Set(owned).size).toBe(owned.length);
	const known = new Set(owned);
	expect(web.filter((mention) => known.has(mention)).length / web.length).toBeGreaterThanOrEqual(0.98);
	expect(parsed.entries.every(({ title }) => title !== "")).toBe(true);
	expect(isCatalogue(parsed)).toBe(true);
});

test.each([
	["CONTRIBUTING.md", false],
	["docs/code-of-conduct.md", false],
	["CHANGELOG.md", false],
	["CHANGELOG_V20.md", false],
	["historyofart.md", true],
	[".github/PULL_REQUEST_TEMPLATE/a.md", false],
	["docs/templates/a.md", false],
	["README.md", true],
	["contributors.md", true],
])("%s can be a catalogue: %s", (path, expected) => {
	const text = Array.from({ length: 10 }, (_, at) => `- [A${at}](https://a.test/${at})\n`).join("");
	expect(isCatalogue(parseDocument({ path, text, format: "markdown" }))).toBe(expected);
});

test.each([
	["nine links", 9, 0, false],
	["half of the items are linked", 10, 10, true],
	["fewer are", 10, 11, false],
])("a catalogue: %s", (_, linked, plain, expected) => {
	const text = "- [A](https://a.test/)\n".repeat(linked) + "- B\n".repeat(plain);
	expect(isCatalogue(read(text))).toBe(expected);
});
