import type { ParsedDocument, TextRun } from "../model.ts";
import { passagesIn } from "./prose.ts";

/** A bracket without its other half. */
export interface StrayBracket {
	/** Its offset in the document. */
	readonly at: number;
	readonly bracket: string;
	/** Whether it stands before a link, or after one. */
	readonly side: "before" | "after";
}

/** The brackets that touch a link and have no other half in their passage; of the others, prose has its own. */
export function strayBrackets(parsed: ParsedDocument): StrayBracket[] {
	const { text } = parsed.document;
	const links = parsed.mentions.map(({ span }) => span).filter(({ start }) => text[start.offset] === "[");
	const before = new Set(
		links.map(({ start }) => start.offset - 1).filter((at) => isOpening(text.charAt(at))),
	);
	const after = new Set(links.map(({ end }) => end.offset).filter((at) => isClosing(text.charAt(at))));
	if (before.size + after.size === 0) return [];
	// A link is where the texts around it end.
	const touches = ({ span: { start, end } }: TextRun) =>
		after.has(start.offset) || before.has(end.offset - 1);
	return passagesIn(parsed)
		.filter((passage) => passage.some(touches))
		.flatMap((passage) => unmatched(passage, text))
		.flatMap(({ at, bracket }): StrayBracket[] => {
			if (after.has(at)) return [{ at, bracket, side: "after" }];
			return before.has(at) ? [{ at, bracket, side: "before" }] : [];
		});
}

interface Bracket {
	readonly at: number;
	readonly bracket: string;
}

/** Round and square ones are matched by themselves: authors nest them in any way. A reader sees escaped ones as well. */
function unmatched(passage: readonly TextRun[], text: string): Bracket[] {
	const open: Record<string, Bracket[]> = { round: [], square: [] };
	const stray: Bracket[] = [];
	for (const one of bracketsIn(passage, text)) {
		const family = open[/[[\]【】]/.test(one.bracket) ? "square" : "round"] ?? [];
		if (!isClosing(one.bracket)) family.push(one);
		else if (family.pop() === undefined) stray.push(one);
	}
	return [...stray, ...Object.values(open).flat()];
}

function bracketsIn(passage: readonly TextRun[], text: string): Bracket[] {
	return passage.flatMap(({ span, linked }) => {
		if (linked) return [];
		const source = text.slice(span.start.offset, span.end.offset);
		return [...source.matchAll(/[()[\]（）【】]/g)].map(({ 0: bracket, index }) => ({
			at: span.start.offset + index,
			bracket,
		}));
	});
}

function isOpening(character: string): boolean {
	return /^[([（【]$/.test(character);
}

function isClosing(character: string): boolean {
	return /^[)\]）】]$/.test(character);
}
