import { describe, expect, test } from "vitest";
import type { Span } from "../../src/model.ts";
import { isGeneric } from "../../src/parse/index.ts";
import { guises, read } from "./read.ts";

const at = (text: string, { start, end }: Span): string => text.slice(start.offset, end.offset);

describe("mentions", () => {
	test.each<[string, string, string[][]]>([
		["a link", "x [*a*  b](c 'd') y", [["a b", "[*a*  b](c 'd')", "*a*  b", "c"]]],
		["a link without a text", "[](c)", [["", "[](c)", "", "c"]]],
		[
			"references",
			"[a][b] [b] [b][]\n\n[b]: c",
			[
				["a", "[a][b]", "a", "c"],
				["b", "[b]", "b", "c"],
				["b", "[b][]", "b", "c"],
			],
		],
		["an autolink", "<http://a.b>", [["http://a.b", "<http://a.b>", "http://a.b", "http://a.b"]]],
		["a bare URL", "(www.a.bc)", [["www.a.bc", "www.a.bc", "www.a.bc", "http://www.a.bc"]]],
		["HTML", '<a href="c">*a*</a >', [["a", '<a href="c">*a*</a >', "*a*", "c"]]],
		["HTML that nobody closes", '<a href="c">a\n\nb', [["a", '<a href="c">a', "a", "c"]]],
		["a picture", "[![a](b)](c)", [["a", "[![a](b)](c)", "![a](b)", "c"]]],
	])("of %s", (_, text, expected) => {
		for (const [guise, dress] of Object.entries(guises)) {
			const dressed = dress(text);
			const found = read(dressed).mentions.map(({ text: seen, span, textSpan, link }) => [
				seen,
				at(dressed, span),
				at(dressed, textSpan),
				link.url,
			]);
			expect([guise, found]).toEqual([guise, expected]);
		}
	});

	test("a picture is all that is seen of it, or not", () => {
		const { mentions } = read("[![a](b)](c) [a ![b](c)](d)");
		expect(mentions.map(({ pictured, text }) => [pictured, text])).toEqual([
			[true, "a"],
			[false, "a"],
		]);
	});
});

describe("labels", () => {
	test("of several definitions the first counts", () => {
		const text = "[x][a] ![y][A]\n\n[a]: 1 't'\n[A]: 2\n[b]: 3\n";
		const { definitions, references } = read(text);
		expect(
			definitions.map(({ label, link, span, used, first }) => [
				label,
				link.url,
				at(text, span),
				used,
				first?.link.url,
			]),
		).toEqual([
			["a", "1", "[a]: 1 't'", true, undefined],
			["A", "2", "[A]: 2", false, "1"],
			["b", "3", "[b]: 3", false, undefined],
		]);
		expect(
			references.map(({ kind, label, span, definition }) => [
				kind,
				label,
				at(text, span),
				definition?.link.url,
			]),
		).toEqual([
			["link", "a", "[x][a]", "1"],
			["image", "A", "![y][A]", "1"],
		]);
	});

	test.each<[string, string[]]>([
		["see [a][b] and ![c][]", ["b", "c"]],
		["`[a][b]`", []],
		["array[i][j] and \\[a][b]", []],
		["[ ][x]", ["x"]],
		["[^1][^2]", []],
		["[a]", []],
	])("%s lacks %j", (text, labels) => {
		expect(read(text).references.map(({ label }) => label)).toEqual(labels);
	});
});

test("sections know what is under them", () => {
	const text = "in\n# A\n## B\n\n---\n## C\n<!-- soon -->\n# D\n\ntext\n## E\n";
	const { sections } = read(text);
	expect(
		sections.map(({ path, span, content, empty }) => [
			path.map(({ text: title }) => title).join("/"),
			at(text, span).length,
			at(text, content).trim(),
			empty,
		]),
	).toEqual([
		["", text.length, "in", false],
		["A", 33, "", false],
		["A/B", 10, "---", true],
		["A/C", 19, "<!-- soon -->", false],
		["D", 15, "text", false],
		["D/E", 5, "", true],
	]);
});

test("tables have as many cells as are written", () => {
	const text = "| a | b |\n|---|---|\n| *c* | [d](e) | f |\n|  \n| g \\| h |\n";
	const { tables } = read(text);
	expect(tables.map(({ header }) => header.map(({ text: said }) => said))).toEqual([["a", "b"]]);
	expect(
		tables.flatMap(({ rows }) =>
			rows.map(({ cells }) => cells.map((cell) => [cell.text, at(text, cell.span)])),
		),
	).toEqual([
		[
			["c", "*c*"],
			["d", "[d](e)"],
			["f", "f"],
		],
		[["", ""]],
		[["g | h", "g \\| h"]],
	]);
});

test("texts are prose", () => {
	const text = "---\na: b\n---\na `b` <!-- c --> [d](e) **f**\n\n    g\n";
	const { texts, comments } = read(text);
	expect(
		texts
			.filter(({ value }) => value.trim() !== "")
			.map(({ value, span, linked }) => [value, at(text, span), linked]),
	).toEqual([
		["a ", "a ", false],
		["d", "d", true],
		["f", "f", false],
	]);
	expect(comments.map(({ text: said, span }) => [said, at(text, span)])).toEqual([["c", "<!-- c -->"]]);
});

test.each([
	["Paper", true],
	["[PDF]", true],
	["GitHub2", true],
	["Online Demo", true],
	["📖 arXiv Paper", true],
	["Hugging Face Datasets", true],
	["Technical Report", true],
	["Paper & Code", true],
	["项目主页", true],
	["論文", true],
	["Präsentation", false],
	["🔗", true],
	[":octocat:", true],
	["", false],
	["1", false],
	["Online", false],
	["PyTorch", false],
	["PaLM 2 Technical Report", false],
	["paer", false],
	["Paperspace", false],
	["C++", false],
])("%s is generic: %s", (text, expected) => {
	expect(isGeneric(text)).toBe(expected);
});
