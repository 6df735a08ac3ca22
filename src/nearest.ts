/** A name without what eyes overlook: letter case, Unicode normalisation, full-width and other compatibility forms. */
export function fold(name: string): string {
	// Upper case folds more than lower case does: both sigmas, and ß with SS.
	return name.normalize("NFKC").toUpperCase().normalize("NFKC");
}

/**
 * How many characters (UTF-16 units) must be inserted, deleted or replaced to make `b` of `a`: Levenshtein's distance.
 * Infinity when it is more than `limit`, which is found out early.
 */
export function distance(a: string, b: string, limit: number): number {
	let start = 0;
	let aEnd = a.length;
	let bEnd = b.length;
	if (Math.abs(aEnd - bEnd) > limit) return Infinity;
	while (aEnd > 0 && bEnd > 0 && a.charCodeAt(aEnd - 1) === b.charCodeAt(bEnd - 1)) {
		aEnd--;
		bEnd--;
	}
	while (start < aEnd && start < bEnd && a.charCodeAt(start) === b.charCodeAt(start)) start++;
	const [rows, columns] = [aEnd - start, bEnd - start];
	if (rows === 0 || columns === 0) return rows + columns <= limit ? rows + columns : Infinity;

	let previous = Array.from({ length: columns + 1 }, (_, column) => column);
	for (let row = 1; row <= rows; row++) {
		const current = [row];
		let least = row;
		for (let column = 1; column <= columns; column++) {
			const same = a.charCodeAt(start + row - 1) === b.charCodeAt(start + column - 1);
			const cost = Math.min(
				(previous[column - 1] ?? 0) + (same ? 0 : 1),
				(previous[column] ?? 0) + 1,
				(current[column - 1] ?? 0) + 1,
			);
			current.push(cost);
			if (cost < least) least = cost;
		}
		if (least > limit) return Infinity;
		previous = current;
	}
	const result = previous[columns] ?? Infinity;
	return result <= limit ? result : Infinity;
}

/** The one candidate that is nearest to `name` after folding, at most `limit` edits away; none when two are as near. */
export function nearest(name: string, candidates: Iterable<string>, limit: number): string | undefined {
	const folded = fold(name);
	let best: string | undefined;
	let least = limit + 1;
	for (const candidate of candidates) {
		const edits = distance(folded, fold(candidate), Math.min(least, limit));
		if (edits === least) best = undefined;
		else if (edits < least) [best, least] = [candidate, edits];
	}
	return best;
}
