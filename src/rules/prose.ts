import type { ParsedDocument, Span, TextRun } from "../model.ts";
import { countFirst } from "../naming/sorted.ts";
import { isWithin } from "./position.ts";

/** Where a document says something in plain words: outside links, code, comments and HTML. */
export class Prose {
	readonly #text: string;
	readonly #spans: readonly Span[];

	constructor({ document, texts }: ParsedDocument) {
		this.#text = document.text;
		this.#spans = texts.filter(({ linked }) => !linked).map(({ span }) => span);
	}

	/** The offsets at which a text begins in plain words, in their order. */
	placesOf(text: string): number[] {
		const places: number[] = [];
		let at = -1;
		for (const { start, end } of this.#spans) {
			if (at < start.offset) at = this.#text.indexOf(text, start.offset);
			for (; at >= 0 && at < end.offset; at = this.#text.indexOf(text, at + 1)) places.push(at);
			if (at < 0) break;
		}
		return places;
	}

	has(offset: number): boolean {
		const next = countFirst(this.#spans, ({ end }) => end.offset <= offset);
		return (this.#spans[next]?.start.offset ?? Infinity) <= offset;
	}
}

/**
 * The texts of each paragraph, cell or heading, in the order of the text. Where two of them may be one, they are taken for
 * one.
 */
export function passagesIn({ document: { text }, texts, tables }: ParsedDocument): TextRun[][] {
	const passages: TextRun[][] = [];
	let end = 0;
	for (const run of texts) {
		const written = text.slice(end, run.span.start.offset);
		const between = written.includes("`") ? written.replace(/(`+)[^`]+\1/g, "") : written;
		end = run.span.end.offset;
		const isCell = between.includes("|") && tables.some(({ span }) => isWithin(run.span, span));
		const open = passages.at(-1);
		if (open === undefined || isCell || blockBoundary.test(between)) passages.push([run]);
		else open.push(run);
	}
	return passages;
}

/** A line end, and then an empty line or what a block begins with. */
const blockBoundary = /[\r\n][ \t>]*(?:[\r\n]|[-*+][ \t]|\d+[.)][ \t]|#)/;
