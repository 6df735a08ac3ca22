import { groupBy } from "./group.ts";

/** A name without what eyes overlook: letter case, Unicode normalisation, full-width and other compatibility forms. */
export function fold(name: string): string {
	// Upper case folds more than lower case does: both sigmas, and ß with SS.
	return name.normalize("NFKC").toUpperCase().normalize("NFKC");
}

/** The one candidate that is nearest to `name` after folding, at most `limit` edits away; none when two are as near. */
export function nearest(name: string, candidates: Iterable<string>, limit: number): string | undefined {
	return nearestAmong(foldAll(candidates), name, limit);
}

/** Candidates for many names. */
export interface FoldedNames {
	/** By what they are folded to. */
	readonly unfolded: ReadonlyMap<string, readonly string[]>;
	/** The keys of `unfolded`. */
	readonly sorted: SortedNames;
}

export function foldAll(candidates: Iterable<string>): FoldedNames {
	const unfolded = groupBy(candidates, fold);
	return { unfolded, sorted: sortNames(unfolded.keys()) };
}

/** As `nearest`. */
export function nearestAmong(
	{ unfolded, sorted }: FoldedNames,
	name: string,
	limit: number,
): string | undefined {
	const found = closest(withinEdits(fold(name), sorted, limit));
	const [best, ...others] = found.flatMap((key) => unfolded.get(key) ?? []);
	return others.length === 0 ? best : undefined;
}

/** Names in order, each with the number of characters at its start that it shares with the one before. */
export type SortedNames = ReadonlyArray<{ readonly name: string; readonly shared: number }>;

export function sortNames(names: Iterable<string>): SortedNames {
	const sorted = [...names].sort();
	return sorted.map((name, at) => ({ name, shared: sharedLength(sorted[at - 1] ?? "", name) }));
}

function sharedLength(a: string, b: string): number {
	let length = 0;
	while (length < a.length && length < b.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
	return length;
}

/** A name and how many characters (UTF-16 units) must be inserted, deleted or replaced to come to it: Levenshtein. */
export interface Near {
	readonly name: string;
	readonly edits: number;
}

/**
 * All names that are at most `limit` edits away. Since they are in order, what was computed for a beginning holds for all
 * names that share it, and a beginning that is too far away already rules all of them out at once.
 */
export function withinEdits(wanted: string, names: SortedNames, limit: number): Near[] {
	const near: Near[] = [];
	// rows[d][c]: the edits between the first d characters of the name at hand and the first c of the wanted one.
	const rows = [Array.from({ length: wanted.length + 1 }, (_, column) => column)];
	let hopeless = Infinity;
	for (const { name, shared } of names) {
		if (shared >= hopeless) continue;
		hopeless = Infinity;
		for (let depth = shared; depth < name.length && hopeless === Infinity; depth++) {
			const row = nextRow(rows[depth] ?? [], wanted, name.charCodeAt(depth));
			rows[depth + 1] = row;
			if (Math.min(...row) > limit) hopeless = depth + 1;
		}
		const edits = rows[name.length]?.[wanted.length] ?? Infinity;
		if (hopeless === Infinity && edits <= limit) near.push({ name, edits });
	}
	return near;
}

function nextRow(row: readonly number[], wanted: string, character: number): number[] {
	let left = (row[0] ?? 0) + 1;
	const next = [left];
	for (let column = 1; column < row.length; column++) {
		const replaced = (row[column - 1] ?? 0) + (wanted.charCodeAt(column - 1) === character ? 0 : 1);
		left = Math.min(replaced, (row[column] ?? 0) + 1, left + 1);
		next.push(left);
	}
	return next;
}

/** The names with the fewest edits. */
export function closest(near: readonly Near[]): string[] {
	const least = near.reduce((edits, { edits: others }) => Math.min(edits, others), Infinity);
	return near.filter(({ edits }) => edits === least).map(({ name }) => name);
}
