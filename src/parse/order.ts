import type { Span } from "../model.ts";

/** The same things in the order of the text. As a rule they are in it: to look is less work than to sort what is sorted. */
export function inOrder<T extends { readonly span: Span }>(things: T[]): T[] {
	let last = 0;
	for (const { span } of things) {
		const { offset } = span.start;
		if (offset < last) return things.sort((a, b) => a.span.start.offset - b.span.start.offset);
		last = offset;
	}
	return things;
}
