import { expect, test } from "vitest";
import { Prose } from "../../src/rules/prose.ts";
import { read } from "../parse/read.ts";
import fc from "../property.ts";

test("a text is found where it begins in plain words, and nowhere else", () => {
	const prose = new Prose(read("a] `b]` [c] [d](e) f]]\n\n<g>]</g> [h]: ]"));
	expect(prose.placesOf("]")).toEqual([1, 10, 20, 21, 27, 35, 38]);
	expect(prose.placesOf("](")).toEqual([]);
});

test("it is found wherever looking at each place finds it", () => {
	const piece = fc.constantFrom(
		"a",
		"]",
		")[",
		"`b]`",
		"[c](d)",
		"[e]",
		"\n\n",
		"- ",
		"<f>",
		"<!-- ] -->",
		"|",
	);
	const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(""));
	fc.assert(
		fc.property(text, fc.constantFrom("]", ")["), (source, sought) => {
			const prose = new Prose(read(source));
			const places = [...source].flatMap((_, at) =>
				source.startsWith(sought, at) && prose.has(at) ? [at] : [],
			);
			expect(prose.placesOf(sought)).toEqual(places);
		}),
	);
});
