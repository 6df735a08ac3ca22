import type { Suggestion } from "../model.ts";

export interface Applied<S extends Suggestion> {
	readonly text: string;
	/** In the order of the text. */
	readonly applied: readonly S[];
	/** Those that overlap with one that is applied: what they are about may be gone now, so somebody has to look again. */
	readonly deferred: readonly S[];
}

/** Applies what can be applied at once. Of edits that overlap, the one that begins first wins, of these the longest. */
export function applyEdits<S extends Suggestion>(text: string, suggestions: readonly S[]): Applied<S> {
	const applied: S[] = [];
	const deferred: S[] = [];
	for (const suggestion of inOrder(suggestions)) {
		const last = applied.at(-1);
		if (changesNothing(suggestion, text) || (last !== undefined && isSame(last, suggestion))) continue;
		if (last !== undefined && overlap(last, suggestion)) deferred.push(suggestion);
		else applied.push(suggestion);
	}
	let edited = "";
	let done = 0;
	for (const { span, text: replacement } of applied) {
		edited += text.slice(done, span.start.offset) + replacement;
		done = span.end.offset;
	}
	return { text: edited + text.slice(done), applied, deferred };
}

function inOrder<S extends Suggestion>(suggestions: readonly S[]): S[] {
	return suggestions.toSorted(
		(a, b) => a.span.start.offset - b.span.start.offset || b.span.end.offset - a.span.end.offset,
	);
}

function changesNothing({ span, text: replacement }: Suggestion, text: string): boolean {
	return text.slice(span.start.offset, span.end.offset) === replacement;
}

/** Two rules may ask for the same. */
function isSame(a: Suggestion, b: Suggestion): boolean {
	return (
		a.span.start.offset === b.span.start.offset &&
		a.span.end.offset === b.span.end.offset &&
		a.text === b.text
	);
}

/** `b` begins where `a` begins, or after that. Two insertions in one place overlap: nobody knows their order. */
function overlap({ span: a }: Suggestion, { span: b }: Suggestion): boolean {
	return (
		b.start.offset < a.end.offset || (b.start.offset === a.start.offset && b.end.offset === a.end.offset)
	);
}
