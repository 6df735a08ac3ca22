import { align } from "../diff/alignment.ts";

/**
 * The lines of `now` that `before` did not have at that place, from 1. Line ends and blanks at the end of lines make no
 * difference. Without a `before`, all are new.
 */
export function changedLines(before: string | undefined, now: string): ReadonlySet<number> {
	const lines = linesOf(now);
	const changed = new Set(lines.map((_, index) => index + 1));
	if (before === undefined) return changed;
	for (const { now: from, length } of align(linesOf(before), lines))
		for (let line = from + 1; line <= from + length; line++) changed.delete(line);
	return changed;
}

function linesOf(text: string): string[] {
	return text
		.replace(/^\uFEFF/, "")
		.split(/\r\n|\r|\n/)
		.map((line) => line.trimEnd());
}
