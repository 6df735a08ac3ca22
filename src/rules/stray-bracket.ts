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

type Family = "round" | "square";

const opening = new Map<string, Family>(
	Object.entries({ "(": "round", "（": "round", "[": "square", "【": "square" }),
);
const closing = new Map<string, Family>(
	Object.entries({ ")": "round", "）": "round", "]": "square", "】": "square" }),
);

/** The brackets that touch a link and have no other half in their passage; of the others, prose has its own. */
export function strayBrackets(parsed: ParsedDocument): StrayBracket[] {
	const { text } = parsed.document;
	const before = new Set<number>();
	const after = new Set<number>();
	for (const { span } of parsed.mentions) {
		const [start, end] = [span.start.offset, span.end.offset];
		if (text[start] !== "[") continue;
		const opened = opening.get(text.charAt(start - 1));
		const closed = closing.get(text.charAt(end));
		// `([paper](u))`: whatever is within, these two are halves of one.
		if (opened === closed) continue;
		if (opened !== undefined) before.add(start - 1);
		if (closed !== undefined) after.add(end);
	}
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
	const open = { round: [] as Bracket[], square: [] as Bracket[] };
	const stray: Bracket[] = [];
	for (const one of bracketsIn(passage, text)) {
		const [opened, closed] = [opening.get(one.bracket), closing.get(one.bracket)];
		if (opened !== undefined) open[opened].push(one);
		else if (closed !== undefined && open[closed].pop() === undefined) stray.push(one);
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
