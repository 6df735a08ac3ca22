import { countFirst, longestSorted } from "../naming/sorted.ts";

let collators: readonly Intl.Collator[] | undefined;

/** Made for the first list that is sorted: that takes ten milliseconds, which most runs do not need to spend. */
function usualOrders(): readonly Intl.Collator[] {
	collators ??= [true, false].map((numeric) => new Intl.Collator("en", { sensitivity: "base", numeric }));
	return collators;
}

/** What is in order, and what is not. */
export interface Sorting {
	/** How many are in order. */
	readonly sorted: number;
	readonly outliers: readonly Outlier[];
}

/** One that is out of place, by its index, and the indexes of its neighbours to be; absent at the ends. */
export interface Outlier {
	readonly at: number;
	readonly after?: number;
	readonly before?: number;
}

/**
 * The fewest titles that must move so that the rest is sorted, in that one of the usual orders which leaves the fewest: with
 * numbers by their values or as text, with punctuation and symbols or without. What is pinned on top is neither sorted nor an
 * outlier.
 */
export function sortingOf(titles: readonly string[]): Sorting {
	const letters = titles.map((title) => title.replace(/[^\p{L}\p{M}\p{N}\s]+/gu, ""));
	const [best = { sorted: 0, outliers: [] }] = [titles, letters]
		.flatMap((names) => usualOrders().map(({ compare }) => sortingBy(names, compare)))
		.sort((a, b) => b.sorted - a.sorted);
	return best;
}

type Compare = (a: string, b: string) => number;

function sortingBy(titles: readonly string[], compare: Compare): Sorting {
	const kept = longestSorted(titles, compare);
	const [first = titles.length] = kept;
	const inOrder = new Set(kept);
	const outliers = titles.flatMap((title, at): Outlier[] => {
		if (at < first || inOrder.has(at)) return [];
		const place = countFirst(kept, (other) => compare(titles[other] ?? "", title) <= 0);
		const [after, before] = [kept[place - 1], kept[place]];
		return [{ at, ...(after === undefined ? {} : { after }), ...(before === undefined ? {} : { before }) }];
	});
	return { sorted: kept.length, outliers };
}
