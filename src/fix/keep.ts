import type { Link, ParsedDocument, Suggestion } from "../model.ts";

/**
 * Whether a document kept its links through some edits: those that no edit touches are where they have moved to, with the
 * same URL, and a destination that is rewritten is the destination of a link as a whole.
 *
 * @param edits disjoint, in the order of the text.
 */
export function keepsLinks(
	before: ParsedDocument,
	after: ParsedDocument,
	edits: readonly Suggestion[],
): boolean {
	const found = new Map(after.links.map((link) => [keyOf(link, 0), link]));
	let next = 0;
	let shift = 0;
	for (const link of inOrder(before.links)) {
		const { start, end } = link.span;
		for (
			let edit = edits[next];
			edit !== undefined && edit.span.end.offset <= start.offset;
			edit = edits[++next]
		) {
			if (isExactly(edit, link)) break;
			shift += edit.text.length - (edit.span.end.offset - edit.span.start.offset);
		}
		const edit = edits[next];
		if (edit !== undefined && isExactly(edit, link)) {
			const growth = edit.text.length - (end.offset - start.offset);
			if (!found.has(keyOf(link, shift, growth))) return false;
		} else if (edit === undefined || edit.span.start.offset >= end.offset) {
			if (found.get(keyOf(link, shift))?.url !== link.url) return false;
		}
	}
	return true;
}

/** A picture in a link comes after it among the links, but before it in the text. */
function inOrder(links: readonly Link[]): readonly Link[] {
	return links.toSorted((a, b) => a.span.start.offset - b.span.start.offset);
}

function isExactly({ span: { start, end } }: Suggestion, { span }: Link): boolean {
	return start.offset === span.start.offset && end.offset === span.end.offset;
}

function keyOf({ kind, span: { start, end } }: Link, shift: number, growth = 0): string {
	return `${kind} ${start.offset + shift}-${end.offset + shift + growth}`;
}
