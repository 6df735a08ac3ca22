import type { Position } from "../model.ts";

/** A place in a document, whatever its offset. */
export type Place = Pick<Position, "line" | "column">;

export function isBefore(a: Place, b: Place): boolean {
	return a.line < b.line || (a.line === b.line && a.column < b.column);
}

/** For `sort`: the order of the text. */
export function inOrder(a: Place, b: Place): number {
	return a.line - b.line || a.column - b.column;
}

/** How many of `places`, which are in order, come before another one. */
export function countBefore(places: readonly Place[], place: Place): number {
	let [low, high] = [0, places.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (isBefore(places[middle] as Place, place)) low = middle + 1;
		else high = middle;
	}
	return low;
}
