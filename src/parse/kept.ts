/**
 * A copy to keep for the whole run. An array that grew has room for more: V8 gives it 17 places with the first `push`, and a document has
 * thousands of lists of one or two.
 */
export function kept<T>(values: readonly T[]): T[] {
	return values.slice();
}
