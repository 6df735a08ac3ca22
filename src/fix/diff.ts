import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatchHunk } from "diff";
import { align } from "../diff/alignment.ts";

/** Lines around a change that are shown with it: what git shows. */
const CONTEXT = 3;

/** What was there and what would be there instead, as `git apply` reads it. Empty when they are the same. */
export function unifiedDiff(path: string, before: string, after: string): string {
	if (before === after) return "";
	const texts = { before: linesOf(before), now: linesOf(after) };
	const hunks = neighbourhoods(changesBetween(texts)).map((changes) => hunkOf(changes, texts));
	return formatPatch(
		{ oldFileName: `a/${path}`, newFileName: `b/${path}`, oldHeader: undefined, newHeader: undefined, hunks },
		FILE_HEADERS_ONLY,
	);
}

/** Of both texts, lines with their line feeds; the last one may have none. */
interface Texts {
	readonly before: readonly string[];
	readonly now: readonly string[];
}

function linesOf(text: string): string[] {
	return text === "" ? [] : text.split(/(?<=\n)/);
}

/** The lines of the one text that lines of the other one come for; `to` is not among them. */
interface Change {
	readonly before: { readonly from: number; readonly to: number };
	readonly now: { readonly from: number; readonly to: number };
}

function changesBetween({ before, now }: Texts): Change[] {
	const changes: Change[] = [];
	let at = { before: 0, now: 0 };
	for (const run of [...align(before, now), { before: before.length, now: now.length, length: 0 }]) {
		if (run.before > at.before || run.now > at.now)
			changes.push({ before: { from: at.before, to: run.before }, now: { from: at.now, to: run.now } });
		at = { before: run.before + run.length, now: run.now + run.length };
	}
	return changes;
}

/** Changes whose contexts meet, together. */
function neighbourhoods(changes: readonly Change[]): Change[][] {
	const found: Change[][] = [];
	for (const change of changes) {
		const neighbours = found.at(-1);
		const last = neighbours?.at(-1)?.before.to ?? -Infinity;
		if (neighbours !== undefined && change.before.from - last <= 2 * CONTEXT) neighbours.push(change);
		else found.push([change]);
	}
	return found;
}

function hunkOf(changes: readonly Change[], { before, now }: Texts): StructuredPatchHunk {
	const [first, last] = [changes[0], changes.at(-1)] as [Change, Change];
	const above = Math.min(CONTEXT, first.before.from);
	const below = Math.min(CONTEXT, before.length - last.before.to);
	const oldStart = first.before.from - above;
	const newStart = first.now.from - above;
	const lines: string[] = [];
	const write = (sign: string, from: readonly string[], start: number, end: number) => {
		for (const line of from.slice(start, end)) lines.push(...written(sign, line));
	};
	let at = oldStart;
	for (const change of changes) {
		write(" ", before, at, change.before.from);
		write("-", before, change.before.from, change.before.to);
		write("+", now, change.now.from, change.now.to);
		at = change.before.to;
	}
	write(" ", before, at, at + below);
	return {
		oldStart: oldStart + 1,
		oldLines: last.before.to + below - oldStart,
		newStart: newStart + 1,
		newLines: last.now.to + below - newStart,
		lines,
	};
}

function written(sign: string, line: string): string[] {
	return line.endsWith("\n") ? [sign + line.slice(0, -1)] : [sign + line, "\\ No newline at end of file"];
}
