import { describe, expect, test } from "vitest";
import { revise } from "../../src/fix/revise.ts";
import { parseDocument } from "../../src/parse/index.ts";
import fc from "../property.ts";
import { edit } from "./edits.ts";

function parse(text: string) {
	return parseDocument({ path: "a.md", text, format: "markdown" });
}

/** Replaces what is between «»; the rest of the text is the document. */
function replace(marked: string, ...replacements: readonly string[]) {
	const text = marked.replace(/[«»]/g, "");
	const edits = replacements.map((replacement, index) => {
		const start = nth(marked, "«", index) - 2 * index;
		return edit(text, start, nth(marked, "»", index) - 2 * index - 1, replacement);
	});
	return revise(parse(text), edits);
}

function nth(text: string, mark: string, index: number): number {
	return [...text.matchAll(new RegExp(mark, "g"))][index]?.index ?? -1;
}

describe("an edit is made", () => {
	test.each<[string, string, readonly string[], string]>([
		["of a destination", "[a](«b») [c](d)", ["x"], "[a](x) [c](d)"],
		["of two", "[a](«b») [c](«d»)", ["x/y", "z"], "[a](x/y) [c](z)"],
		["of a reference's", "[a][b]\n\n[b]: «c»\n", ["d"], "[a][b]\n\n[b]: d\n"],
		["of a bare URL", "see «http://x.test/a», [b](c)", ["https://x.test/a"], "see https://x.test/a, [b](c)"],
		["that takes a link away", "- [a](b)\n«- [a](b)\n»- [c](d)\n", [""], "- [a](b)\n- [c](d)\n"],
		["around a link", "«**»[a](b)«**»", ["_", "_"], "_[a](b)_"],
		["of a picture in a link", "[![a](«b»)](c)", ["dd"], "[![a](dd)](c)"],
		["of a link around a picture", "[![a](b)](«c»)", ["dd"], "[![a](b)](dd)"],
		["after a byte order mark", "\uFEFF[a](«b»)\r\n", ["x"], "\uFEFF[a](x)\r\n"],
	])("%s", (_, marked, replacements, edited) => {
		const revised = replace(marked, ...replacements);
		expect(revised?.parsed.document.text).toBe(edited);
		expect(revised?.edits).toBe(replacements.length);
	});
});

describe("an edit is left out", () => {
	test.each<[string, string, readonly string[]]>([
		["whose destination would be cut", "[a](«b»)", ["x y)"]],
		["whose bare URL would be cut", "«http://x.test/a», b", ["http://x.test/a."]],
		["that would hide what follows", "«a» [b](c)", ["<!--"]],
		["that would make a link code", "a «b» [c](d)` e", ["`"]],
		["that changes nothing", "[a](«b»)", ["b"]],
	])("%s", (_, marked, replacements) => {
		expect(replace(marked, ...replacements)).toBeUndefined();
	});

	test("alone: the others are made", () => {
		const revised = replace("[a](«b») [c](«d») [e](«f»)", "x", ") <!--", "z");
		expect(revised?.parsed.document.text).toBe("[a](x) [c](d) [e](z)");
		expect(revised?.edits).toBe(2);
	});
});

const piece = fc.constantFrom(
	"[a](b) ",
	"![a](<b c>) ",
	"[![a](b)](c) ",
	"<https://x.test/> ",
	"https://x.test/a ",
	"`[a](b)` ",
	"[a]\n\n[a]: b\n\n",
	"<a href='b'>c</a> ",
	"\n\n# T\n\n",
	"\n- ",
	"\r\n> ",
	"| a | [b](c) |\n|---|---|\n",
	"<!-- a --> ",
	"é😀 ",
);
const document = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
const destination = fc.constantFrom(
	"x",
	"x/y.pdf",
	"https://y.test/",
	"a b",
	"x)",
	"(x)",
	"",
	"x`",
	"<x",
	"]",
);

test("a fixed document has the same links, but for the fixed ones", () => {
	fc.assert(
		fc.property(document, fc.infiniteStream(fc.option(destination, { nil: undefined })), (text, choices) => {
			const before = parse(text);
			const edits = before.links.flatMap(({ span }) => {
				const { value: chosen } = choices.next();
				return chosen === undefined ? [] : [edit(text, span.start.offset, span.end.offset, chosen)];
			});
			const revised = revise(before, edits);
			if (revised === undefined) return;
			const rewritten = new Map(edits.map(({ span, text: url }) => [span.start.offset, url]));
			expect(revised.edits).toBeGreaterThan(0);
			expect(revised.parsed.links.map(({ kind }) => kind)).toEqual(before.links.map(({ kind }) => kind));
			for (const [index, link] of revised.parsed.links.entries()) {
				const old = before.links[index];
				const written = revised.parsed.document.text.slice(link.span.start.offset, link.span.end.offset);
				const original = text.slice(old?.span.start.offset, old?.span.end.offset);
				expect([original, rewritten.get(old?.span.start.offset ?? -1)]).toContain(written);
			}
			expect(revise(revised.parsed, [])).toBeUndefined();
		}),
	);
});
