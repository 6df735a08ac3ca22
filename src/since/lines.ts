import { diffArrays } from "diff";

/**
 * Edits between two texts that are looked for, before all that is between their common ends counts as changed. Comparing takes
 * about their square.
 */
const MAX_EDITS = 2000;

/**
 * The lines of `now` that `before` did not have at that place, from 1. Line ends and blanks at the end of lines make no
 * difference. Without a `before`, all are new.
 */
export function changedLines(before: string | undefined, now: string): ReadonlySet<number> {
	const lines = linesOf(now);
	if (before === undefined) return new Set(lines.map((_, index) => index + 1));
	const old = linesOf(before);
	const start = sharedLength(old, lines);
	const end = sharedLength(old.slice(start).reverse(), lines.slice(start).reverse());
	const middle = lines.slice(start, lines.length - end);
	const edits = diffArrays(old.slice(start, old.length - end), middle, { maxEditLength: MAX_EDITS });
	if (edits === undefined) return new Set(middle.map((_, index) => start + index + 1));
	const changed = new Set<number>();
	let line = start;
	for (const { value, added, removed } of edits) {
		if (removed) continue;
		for (const _ of value) {
			line += 1;
			if (added) changed.add(line);
		}
	}
	return changed;
}

function linesOf(text: string): string[] {
	return text
		.replace(/^\uFEFF/, "")
		.split(/\r\n|\r|\n/)
		.map((line) => line.trimEnd());
}

function sharedLength(one: readonly string[], other: readonly string[]): number {
	const least = Math.min(one.length, other.length);
	let length = 0;
	while (length < least && one[length] === other[length]) length += 1;
	return length;
}
