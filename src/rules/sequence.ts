const collators: readonly Intl.Collator[] = [true, false].map(
	(numeric) => new Intl.Collator("en", { sensitivity: "base", numeric }),
);

/** One that is out of place, by its index, and the indexes of its neighbours to be; absent at the ends. */
export interface Outlier {
	readonly at: number;
	readonly after?: number;
	readonly before?: number;
}

/**
 * The fewest titles that must move so that the rest is sorted, in that one of the usual orders which leaves the fewest: with
 * numbers by their values or as text, with punctuation and symbols or without. What is pinned on top is not among them.
 */
export function outliersIn(titles: readonly string[]): Outlier[] {
	const letters = titles.map((title) => title.replace(/[^\p{L}\p{M}\p{N}\s]+/gu, ""));
	const [best = []] = [titles, letters]
		.flatMap((names) => collators.map(({ compare }) => outliersBy(names, compare)))
		.sort((a, b) => a.length - b.length);
	return best;
}

type Compare = (a: string, b: string) => number;

function outliersBy(titles: readonly string[], compare: Compare): Outlier[] {
	const kept = longestSorted(titles, compare);
	const [first = titles.length] = kept;
	const inOrder = new Set(kept);
	return titles.flatMap((title, at) => {
		if (at < first || inOrder.has(at)) return [];
		const place = kept.findIndex((index) => compare(titles[index] ?? "", title) > 0);
		const [after, before] = place < 0 ? [kept.at(-1), undefined] : [kept[place - 1], kept[place]];
		return [{ at, ...(after === undefined ? {} : { after }), ...(before === undefined ? {} : { before }) }];
	});
}

/** The indexes of a longest run, with gaps, in which no title is before its predecessor: patience sorting. */
function longestSorted(titles: readonly string[], compare: Compare): number[] {
	// ends[n] is the index of the smallest title that a run of n + 1 can end with so far.
	const ends: number[] = [];
	const previous: (number | undefined)[] = [];
	for (const [at, title] of titles.entries()) {
		const found = ends.findIndex((end) => compare(titles[end] ?? "", title) > 0);
		const length = found < 0 ? ends.length : found;
		previous.push(ends[length - 1]);
		ends[length] = at;
	}
	const run: number[] = [];
	for (let at = ends.at(-1); at !== undefined; at = previous[at]) run.unshift(at);
	return run;
}
