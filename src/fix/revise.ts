import type { ParsedDocument, Suggestion } from "../model.ts";
import { parseDocument } from "../parse/document.ts";
import { applyEdits } from "./apply.ts";
import { keepsLinks } from "./keep.ts";

/** A document after some edits, parsed again. */
export interface Revised {
	readonly parsed: ParsedDocument;
	/** How many edits were made. */
	readonly edits: number;
}

/** Makes those edits that do not overlap and do no harm to other links. Undefined when none is left. */
export function revise(parsed: ParsedDocument, suggestions: readonly Suggestion[]): Revised | undefined {
	const { applied } = applyEdits(parsed.document.text, suggestions);
	const harmless = harmlessOf(parsed, applied);
	return harmless.length === 0 ? undefined : attempt(parsed, harmless);
}

/** Halves the edits until those that break something are found: nearly always there are none. */
function harmlessOf(parsed: ParsedDocument, edits: readonly Suggestion[]): readonly Suggestion[] {
	if (edits.length === 0 || attempt(parsed, edits) !== undefined) return edits;
	if (edits.length === 1) return [];
	const middle = edits.length >> 1;
	const halves = [edits.slice(0, middle), edits.slice(middle)].flatMap((half) => harmlessOf(parsed, half));
	// What does no harm alone may still do some together.
	return attempt(parsed, halves) === undefined ? [] : halves;
}

function attempt(parsed: ParsedDocument, edits: readonly Suggestion[]): Revised | undefined {
	const { text } = applyEdits(parsed.document.text, edits);
	const revised = parseDocument({ ...parsed.document, text });
	return keepsLinks(parsed, revised, edits) ? { parsed: revised, edits: edits.length } : undefined;
}
