import { expect, test } from "vitest";
import fc from "../property.ts";
import { guises, read, written } from "./read.ts";

/** A destination as it can be written in some place, and what it means there. */
interface Destination {
	readonly source: string;
	readonly url: string;
}

/** A block of Markdown around a destination. */
interface Block extends Destination {
	readonly before: string;
	readonly after: string;
}

/** Written alike everywhere. */
const plain: Destination[] = [
	..."abzAZ09-~/?#=:;,.'!@%|$^".split(""),
	..."é日😀\u00A0\u200D\uFFFD".split(/(?:)/u),
	"%20",
	"%zz",
	"{x}",
	"ftp://",
].map((source) => ({ source, url: source }));

const references: Destination[] = [
	{ source: "&amp;", url: "&" },
	{ source: "&auml;", url: "ä" },
	{ source: "&#38;", url: "&" },
	{ source: "&#x1F600;", url: "😀" },
	{ source: "&NotEqualTilde;", url: "≂̸" },
	{ source: "&nosuch;", url: "&nosuch;" },
	{ source: "&-", url: "&-" },
];

const escapes: Destination[] = [
	...'()<>[]\\*_`&!"#|'.split("").map((mark) => ({ source: `\\${mark}`, url: mark })),
	{ source: "\\a", url: "\\a" },
];

const sames = (...sources: string[]): Destination[] => sources.map((source) => ({ source, url: source }));

/** Between letters, so that no part meets the markup around it. */
function joined(parts: readonly Destination[]): fc.Arbitrary<Destination> {
	return fc.array(fc.constantFrom(...parts), { maxLength: 8 }).map((chosen) => ({
		source: `a${chosen.map((part) => part.source).join("")}z`,
		url: `a${chosen.map((part) => part.url).join("")}z`,
	}));
}

const raw = joined(
	[...plain, ...references, ...escapes, ...sames("(", "(b(c))", "*", "_", "[", "]", '"')].filter(
		({ source }) => source !== "(",
	),
);
const bracketed = joined([...plain, ...references, ...escapes, ...sames(" ", "(", ")", "*", "[", "]", '"')]);
const attribute = joined([
	...plain,
	...references,
	...sames("(", ")", "*", "_", "`", "[", "]", "\\", "&copy=", "<", ">"),
]);
const inBareUrls = sames("b", "/", "?c=", "&d=", "(e)", "%20", "é", "😀", ":8");
const bareTail = joined([...inBareUrls, ...sames("_", "~", "*")]);
/** After an open bracket a URL is found last, when the emphasis is. */
const tailInText = joined(inBareUrls);

const around =
	(before: string, after: string) =>
	(destination: Destination): Block => ({ before, after, ...destination });

const prefixed =
	(prefix: string, scheme = "") =>
	({ source, url }: Destination): Destination => ({ source: prefix + source, url: scheme + prefix + url });

const block: fc.Arbitrary<Block> = fc.oneof(
	raw.map(around("[b](", ")")),
	raw.map(around("😀 *[[b]( ", ' "c")]*')),
	raw.map(around("# ![b](", " 'c') d")),
	raw.map(around("| b |\t\n| - |\n| c |\n\n[d]: ", " (e)")),
	bracketed.map(around("b\t[c](<", ">)")),
	bracketed.map(around("[b]:\n<", ">\n'c'")),
	attribute.map(around('<p>b\n<img\talt="c" src="', '"\n></p>')),
	attribute.map(around("b <a\nhref = '", "'>c</a>")).filter(({ source }) => !source.includes("'")),
	attribute.map(around('<img srcset=",', ' 2x">')).filter(({ source }) => !/\s/.test(source)),
	bareTail.map(prefixed("http://b.cc/")).map(around("b <", ">")),
	bareTail.map(prefixed("https://b.cc/")).map(around("b\n(", ")")),
	bareTail.map(prefixed("www.b.cc/", "http://")).map(around("b &amp; ", ". c")),
	tailInText.map(prefixed("http://b.cc/")).map(around("b\\* &amp;\nc [", " d")),
	fc
		.constantFrom("b.c+d@e.ff", "b-c@d-e.ff")
		.map((source) => around("b &auml;\n\\", " c")({ source, url: `mailto:${source}` })),
);

const [opening, closing] = ["\uE000", "\uE001"];

/** Takes the marks out of a text and says what was between them. */
function unmark(text: string): { readonly text: string; readonly places: [start: number, end: number][] } {
	const places: [number, number][] = [];
	let plainText = "";
	for (const [index, part] of text.split(opening).entries()) {
		const [inside = "", outside = ""] = index === 0 ? ["", part] : part.split(closing);
		if (index > 0) places.push([plainText.length, plainText.length + inside.length]);
		plainText += inside + outside;
	}
	return { text: plainText, places };
}

test("finds every destination of generated documents where it is written", () => {
	fc.assert(
		fc.property(
			fc.array(block, { minLength: 1, maxLength: 6 }),
			fc.constantFrom(...Object.values(guises)),
			(blocks, dress) => {
				const marked = blocks.map(({ before, source, after }) => before + opening + source + closing + after);
				const { text, places } = unmark(dress(marked.join("\n\n")));
				const { links } = read(text);
				expect(links.map(({ url, span }) => ({ url, place: [span.start.offset, span.end.offset] }))).toEqual(
					blocks.map(({ url }, index) => ({ url, place: places[index] })),
				);
				expect(links.map((link) => written(text, link))).toEqual(blocks.map(({ source }) => source));
			},
		),
		{ numRuns: 500 },
	);
});

test("says lines and columns that lead to the offset", () => {
	fc.assert(
		fc.property(
			fc.array(block, { minLength: 1, maxLength: 4 }),
			fc.constantFrom(...Object.values(guises)),
			(blocks, dress) => {
				const { text } = unmark(
					dress(blocks.map(({ before, source, after }) => before + source + after).join("\n\n")),
				);
				const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
				for (const link of read(text).links) {
					const { start, end } = link.span;
					expect(lines[start.line - 1]?.slice(start.column - 1, end.column - 1)).toBe(written(text, link));
				}
			},
		),
		{ numRuns: 100 },
	);
});
