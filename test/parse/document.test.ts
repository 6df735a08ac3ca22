import { describe, expect, test } from "vitest";
import { fragmentsOf } from "../../src/parse/index.ts";
import { read, written } from "./read.ts";

/** Kind, text, destination as written, and the URL where it differs from that. */
function found(text: string): string[][] {
	return read(text).links.map((link) => {
		const source = written(text, link);
		return [link.kind, link.text, source, ...(link.url === source ? [] : [link.url])];
	});
}

test.each<[string, string, string[][]]>([
	["a link", "[a](b)", [["link", "a", "b"]]],
	["a link with a title", "[a]( b 'b' )", [["link", "a", "b"]]],
	["a link without a destination", "[a]()", [["link", "a", ""]]],
	["a link with an empty destination", '[a](<> "t")', [["link", "a", ""]]],
	["an escape and a character reference", "[a](b\\)&auml;)", [["link", "a", "b\\)&auml;", "b)ä"]]],
	["spaces between angle brackets", "[a](<b c.pdf>)", [["link", "a", "b c.pdf"]]],
	["balanced parentheses", "[a](b_(c(d))_e)", [["link", "a", "b_(c(d))_e"]]],
	["brackets around a link", "[[paper](b.pdf)]", [["link", "paper", "b.pdf"]]],
	[
		"text with markup, on two lines",
		"[*a*\n`b`\\\n![c](d)](e)",
		[
			["image", "c", "d"],
			["link", "a b c", "e"],
		],
	],
	["an image", '![a *b*](c "t")', [["image", "a b", "c"]]],
	["links in an image's text", "![a [b](c)](d)", [["image", "a b", "d"]]],
	["a reference", "[a][b]\n\n[b]: <c> 'd'", [["definition", "b", "c"]]],
	[
		"an image by reference in a link",
		"[![a][b]](c)\n\n[b]: d",
		[
			["link", "a", "c"],
			["definition", "b", "d"],
		],
	],
	["a definition that nothing uses", "[A B]: c", [["definition", "A B", "c"]]],
	[
		"definitions of one label",
		"[a]: b\n[a]: c",
		[
			["definition", "a", "b"],
			["definition", "a", "c"],
		],
	],
	["a definition over several lines", "[\na\n]:\nb\n'c\nd'", [["definition", "a", "b"]]],
	["an autolink", "<http://a.b/c>", [["autolink", "http://a.b/c", "http://a.b/c"]]],
	["an address between angle brackets", "<a@b.cc>", [["autolink", "a@b.cc", "a@b.cc", "mailto:a@b.cc"]]],
	["a bare URL", "(http://a.b/c).", [["autolink", "http://a.b/c", "http://a.b/c"]]],
	["a bare host", "www.a.bc", [["autolink", "www.a.bc", "www.a.bc", "http://www.a.bc"]]],
	["a bare address", "a@b.cc", [["autolink", "a@b.cc", "a@b.cc", "mailto:a@b.cc"]]],
	["a bare address with its scheme", "mailto:a@b.cc", [["autolink", "mailto:a@b.cc", "mailto:a@b.cc"]]],
	["a bare URL after punctuation", "a&amp;[http://b.cc", [["autolink", "http://b.cc", "http://b.cc"]]],
	["a bare URL in a link", "[http://a.bc](d)", [["link", "http://a.bc", "d"]]],
	["a cell", "| a |\n| - |\n| [b](c) |", [["link", "b", "c"]]],
	["a footnote", "a[^1]\n\n[^1]: [b](c)", [["link", "b", "c"]]],
	["a heading", "# [a](b)", [["link", "a", "b"]]],
	["a task", "- [ ] &amp;_a@b.cc", [["autolink", "_a@b.cc", "_a@b.cc", "mailto:_a@b.cc"]]],
	["math, which is text", "$[a](b)$", [["link", "a", "b"]]],
	["code", "`[a](b)` ``<http://c.d>``\n\n```\n[e](f)\n```\n\n    http://g.h", []],
	["comments", "<!-- [a](b) <a href=c> -->\n\nd <!-- [e](f) --> g", []],
	["YAML front matter", "---\na: http://b.c\n---\n[d](e)", [["link", "d", "e"]]],
	["TOML front matter", "+++\na = 'http://b.c'\n+++\n[d](e)", [["link", "d", "e"]]],
])("finds the links of %s", (_, text, links) => {
	expect(found(text)).toEqual(links);
});

test.each<[string, string, string[][]]>([
	["text between tags", "a <a href='b'>*c* d</a>", [["html", "c d", "b"]]],
	["a block", "<p>\n<a href=b>\n c\n</a>", [["html", "c", "b"]]],
	["blocks with Markdown between", "<a href=b>\n\n*c*\n\n</a>\n\nd", [["html", "c", "b"]]],
	["a link that is not closed", "a *<a href=b>c* d", [["html", "c", "b"]]],
	[
		"a link in a link that is not closed",
		"<a href=b>c <a href=d>e</a>",
		[
			["html", "c", "b"],
			["html", "e", "d"],
		],
	],
	[
		"a Markdown link in a link",
		"<a href=b>[c](d) e</a>",
		[
			["html", "c e", "b"],
			["link", "c", "d"],
		],
	],
	[
		"a link that ends in a Markdown link",
		"<a href=b>c [d</a> e](f)",
		[
			["html", "c d", "b"],
			["link", "d e", "f"],
		],
	],
	[
		"an image in a link",
		"<a href=b><img alt=c src=d></a>",
		[
			["html", "c", "b"],
			["html", "c", "d"],
		],
	],
	["upper case", "<A HREF=b>c</A>", [["html", "c", "b"]]],
	[
		"character references",
		'<a href="?b&amp;c&copy=d&#x41;">e</a>',
		[["html", "e", "?b&amp;c&copy=d&#x41;", "?b&c&copy=dA"]],
	],
	["a reference first", '<a href="&amp;b">e</a>', [["html", "e", "&amp;b", "&b"]]],
	["white space around", '<a href=" b\n">c</a>', [["html", "c", "b"]]],
	[
		"no value",
		"<a href>c</a> <a href=''>d</a>",
		[
			["html", "c", ""],
			["html", "d", ""],
		],
	],
	["an attribute twice", "<a href=b href=c>d</a>", [["html", "d", "b"]]],
	[
		"a set of sources",
		'<img srcset="a.png, b,c.png 2x,\n\td&amp;.png (1,2) 3x,,e" alt=f>',
		[
			["html", "f", "a.png"],
			["html", "f", "b,c.png"],
			["html", "f", "d&amp;.png", "d&.png"],
			["html", "f", "e"],
		],
	],
	[
		"other attributes",
		"<video poster=a></video><q cite=b></q><object data=c></object><p data=d></p>",
		[
			["html", "", "a"],
			["html", "", "b"],
			["html", "", "c"],
		],
	],
	[
		"scripts and styles",
		"<script src=a>'<a href=b>'</script>\n<style>/* <a href=c> */</style>",
		[["html", "", "a"]],
	],
	[
		"preformatted text",
		"<pre>\n<a href=a>b</a>\n\n<a href=c>d</a>\n</pre>",
		[
			["html", "b", "a"],
			["html", "d", "c"],
		],
	],
	["a tag that does not end", "<div\n<a href=a", []],
	["the end of a link that was never open", "</a><a href=b>c</a>", [["html", "c", "b"]]],
	["containers", ">\t<div>\n>\t<a\n>\thref=a>b</a>\n", [["html", "b", "a"]]],
])("finds the links of HTML: %s", (_, text, links) => {
	expect(found(text)).toEqual(links);
});

test.each<[string, string, string]>([
	["after astral characters", "😀 [a](b)", "1:8-1:9"],
	["after a tab", "-\t[a](b)", "1:7-1:8"],
	["after a tab in a quote", ">\t- \t[a](b)", "1:10-1:11"],
	["after a byte order mark", "\uFEFF[a](b)", "1:5-1:6"],
	["after lines with CRLF", "a\r\n\r\n[a](b)", "3:5-3:6"],
	["after lines with CR", "a\r\r[a](b)", "3:5-3:6"],
	["after lines with LF and a byte order mark", "\uFEFFa\n[a](b)", "2:5-2:6"],
	["with nothing in it", "[a](   )", "1:5-1:5"],
])("says the line and column %s", (_, text, place) => {
	const [start, end] = read(text).links.flatMap((link) => [link.span.start, link.span.end]);
	expect(`${start?.line}:${start?.column}-${end?.line}:${end?.column}`).toBe(place);
});

test("counts a byte order mark in offsets", () => {
	expect(read("\uFEFF[a](b)").links[0]?.span.start.offset).toBe(5);
});

test.each<[string, string, [depth: number, text: string, slug: string][]]>([
	["punctuation", "## Hello, World!", [[2, "Hello, World!", "hello-world"]]],
	[
		"equal headings",
		"# a\n# A\n# a-1\n# a",
		[
			[1, "a", "a"],
			[1, "A", "a-1"],
			[1, "a-1", "a-1-1"],
			[1, "a", "a-2"],
		],
	],
	[
		"a closing sequence",
		"# a #\n## b ##",
		[
			[1, "a", "a"],
			[2, "b", "b"],
		],
	],
	["an underlined heading", "a *b*\nc\n---", [[2, "a b c", "a-bc"]]],
	["nothing", "#", [[1, "", ""]]],
	["emoji", "# 🎉 a :tada:", [[1, "🎉 a :tada:", "-a-tada"]]],
	["Chinese punctuation", "# 你好，世界！（一）", [[1, "你好，世界！（一）", "你好世界一"]]],
	["underscores and dashes", "# a_b -- c", [[1, "a_b -- c", "a_b----c"]]],
	["letters with marks", "# Ünï cödé", [[1, "Ünï cödé", "ünï-cödé"]]],
	["a link and an image", "## [x](y) ![alt](z)", [[2, "x", "x-"]]],
	["an image before", "## ![i](u) Title", [[2, "Title", "-title"]]],
	["an image by reference", "## ![i][u] Title\n\n[u]: v", [[2, "Title", "-title"]]],
	["tags", "## <b>x</b> y <br> <img src=a alt=b>", [[2, "x y", "x-y--"]]],
	["code", "# `a.b()` <!-- c -->", [[1, "a.b()", "ab-"]]],
	["a character reference", "# a &amp; b", [[1, "a & b", "a--b"]]],
	["a footnote", "# b[^x]\n\na[^y]\n\n[^x]: c\n[^y]: d", [[1, "b1", "b1"]]],
	["HTML", "<h1 align=center>\n  A &amp; <b>b</b>\n</h1>", [[1, "A & b", "--a--b"]]],
	["HTML with Markdown in it", "<h2>\n\n*a* ![b](c)\n\n</h2>\n\nd", [[2, "a", "a-"]]],
	[
		"HTML that ends another heading",
		"<h2>a\n<h3>b</h4>",
		[
			[2, "a", "a"],
			[3, "b", "b"],
		],
	],
	["HTML that nothing ends", "> <h2>a\n\nb", [[2, "a", "a"]]],
	["code and front matter", "---\n# a\n---\n```\n# b\n```", []],
	["a quote", "> # a", [[1, "a", "a"]]],
])("finds headings: %s", (_, text, headings) => {
	expect(read(text).headings.map(({ depth, text, slug }) => [depth, text, slug])).toEqual(headings);
});

test("says where headings are", () => {
	const text = "# a #\r\n\r\n> b\n> ---\n\n<p><h2>c</h2 >\n";
	const places = read(text).headings.map(({ span }) => text.slice(span.start.offset, span.end.offset));
	expect(places).toEqual(["# a #", "b\n> ---", "<h2>c</h2 >"]);
});

describe("what a fragment can name", () => {
	test.each<[string, string, string[]]>([
		["ids and names", '<a name="b"></a>\n\n# c\n\nd <i id=e&amp;f>g</i>', ["c", "b", "e&f"]],
		["none in code and comments", "`<a id=b>`\n<!-- <a id=c> -->", []],
		[
			"footnotes",
			"a[^B] c[^B]\n\n[^B]: d",
			["fn-b", "user-content-fn-b", "fnref-b", "user-content-fnref-b", "fnref-b-2", "user-content-fnref-b-2"],
		],
	])("%s", (_, text, fragments) => {
		expect(fragmentsOf(read(text))).toEqual(fragments);
	});
});

test.each([
	["brackets", "[".repeat(5000)],
	["quotes", ">".repeat(5000)],
	["parentheses", `[a](${"(".repeat(5000)}`],
	["emphasis", "*a **b ".repeat(500) + "** c*".repeat(500)],
	["HTML", "<b><div>".repeat(5000)],
	["lists", "- ".repeat(500)],
])("reads deeply nested %s", (_, text) => {
	expect(read(`${text}\n\n[b](c)\n\n> [d](e)`).links).toMatchObject([{ url: "c" }, { url: "e" }]);
});
