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
	const wanted = fold(name);
	const found = unfolded.has(wanted) ? [wanted] : closest(withinEdits(wanted, sorted, limit));
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

/** In UTF-16 units. Longer than the name of a file can be on most systems is a text, and comparing it would take long. */
const LONGEST_NAME = 255;

/**
 * All names that are at most `limit` edits away; none of a wanted one with more than 255 characters. Since they are in order,
 * what was computed for a beginning holds for all names that share it, and a beginning that is too far away already rules all of
 * them out at once.
 */
export function withinEdits(wanted: string, names: SortedNames, limit: number): Near[] {
	if (wanted.length > LONGEST_NAME) return [];
	const near: Near[] = [];
	const table = new EditTable(wanted, limit);
	let hopeless = Infinity;
	for (const { name, shared } of names) {
		if (shared >= hopeless) continue;
		hopeless = Infinity;
		for (let depth = shared; depth < name.length && hopeless === Infinity; depth++) {
			if (table.fill(depth + 1, name.charCodeAt(depth)) > limit) hopeless = depth + 1;
		}
		const edits = hopeless === Infinity ? table.edits(name.length) : Infinity;
		if (edits <= limit) near.push({ name, edits });
	}
	return near;
}

/**
 * In row d and column c: the edits between the first d characters of a name and the first c of the wanted one. What is further
 * from the diagonal than the limit is more edits than that, and is not worked out: Ukkonen, Algorithms for Approximate String
 * Matching, 1985.
 */
class EditTable {
	readonly #wanted: string;
	readonly #limit: number;
	readonly #rows: number[][];

	constructor(wanted: string, limit: number) {
		this.#wanted = wanted;
		this.#limit = limit;
		this.#rows = [Array.from({ length: wanted.length + 1 }, (_, column) => column)];
	}

	/** Works out a row from the one before. @returns The fewest edits in it. */
	fill(depth: number, character: number): number {
		const from = Math.max(0, depth - this.#limit);
		const to = Math.min(this.#wanted.length, depth + this.#limit);
		const before = this.#rows[depth - 1] ?? [];
		const row = this.#row(depth);
		let fewest = Infinity;
		for (let column = from; column <= to; column++) {
			const differs = column > 0 && this.#wanted.charCodeAt(column - 1) !== character ? 1 : 0;
			const edits = Math.min(
				(before[column - 1] ?? Infinity) + differs,
				(before[column] ?? Infinity) + 1,
				(column > from ? (row[column - 1] ?? Infinity) : Infinity) + 1,
			);
			row[column] = edits;
			if (edits < fewest) fewest = edits;
		}
		return fewest;
	}

	/** Between the whole wanted name and the first characters of the other one. */
	edits(depth: number): number {
		return this.#rows[depth]?.[this.#wanted.length] ?? Infinity;
	}

	#row(depth: number): number[] {
		const known = this.#rows[depth];
		if (known !== undefined) return known;
		const row = new Array<number>(this.#wanted.length + 1).fill(Infinity);
		this.#rows[depth] = row;
		return row;
	}
}

/** The names with the fewest edits. */
export function closest(near: readonly Near[]): string[] {
	const least = near.reduce((edits, { edits: others }) => Math.min(edits, others), Infinity);
	return near.filter(({ edits }) => edits === least).map(({ name }) => name);
}
