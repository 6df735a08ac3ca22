/**
 * A copy to keep for the whole run. An array that grew has room for more: V8 gives it 17 places with the first `push`, and a document has
 * thousands of lists of one or two.
 */
export function kept<T>(values: readonly T[]): T[] {
	return values.slice();
}

/** An array, with one value more. The first one gets no more room than it needs, since most stay alone. */
export function withLast<T>(values: T[] | undefined, last: T): T[] {
	if (values === undefined) return [last];
	values.push(last);
	return values;
}
