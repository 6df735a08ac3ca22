import type { Link, ParsedDocument, Suggestion } from "../model.ts";

/**
 * Whether a document kept its links through some edits: those that no edit touches are where they have moved to, and a
 * destination that is rewritten is the destination of a link as a whole. Links that an edit touches otherwise may go.
 *
 * @param edits disjoint, in the order of the text.
 */
export function keepsLinks(
	before: ParsedDocument,
	after: ParsedDocument,
	edits: readonly Suggestion[],
): boolean {
	const found = new Set(after.links.map((link) => keyOf(link, 0, 0)));
	let next = 0;
	let shift = 0;
	return before.links.every((link) => {
		let edit = edits[next];
		while (edit !== undefined && isBefore(edit, link)) {
			shift += growthOf(edit);
			edit = edits[++next];
		}
		if (edit !== undefined && rewrites(edit, link)) return found.has(keyOf(link, shift, growthOf(edit)));
		const touched = edit !== undefined && edit.span.start.offset < link.span.end.offset;
		return touched || found.has(keyOf(link, shift, 0));
	});
}

function isBefore(edit: Suggestion, link: Link): boolean {
	return edit.span.end.offset <= link.span.start.offset && !rewrites(edit, link);
}

function rewrites({ span: { start, end } }: Suggestion, { span }: Link): boolean {
	return start.offset === span.start.offset && end.offset === span.end.offset;
}

function growthOf({ span: { start, end }, text }: Suggestion): number {
	return text.length - (end.offset - start.offset);
}

function keyOf({ kind, span: { start, end } }: Link, shift: number, growth: number): string {
	return `${kind} ${start.offset + shift}-${end.offset + shift + growth}`;
}
