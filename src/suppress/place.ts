import type { Position } from "../model.ts";
import { countFirst } from "../naming/sorted.ts";

/** A place in a document, whatever its offset. */
export type Place = Pick<Position, "line" | "column">;

export function isBefore(a: Place, b: Place): boolean {
	return a.line < b.line || (a.line === b.line && a.column < b.column);
}

/** For `sort`: the order of the text. */
export function byPlace(a: Place, b: Place): number {
	return a.line - b.line || a.column - b.column;
}

/** How many of `places`, which are in order, come before another one. */
export function countBefore(places: readonly Place[], place: Place): number {
	return countFirst(places, (one) => isBefore(one, place));
}
