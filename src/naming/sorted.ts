/** How many things come before the first one of which something is not true; it is true of none after that: a binary search. */
export function countFirst<T>(things: readonly T[], isTrue: (thing: T) => boolean): number {
	let [low, high] = [0, things.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (isTrue(things[middle] as T)) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The indexes of a longest run, with gaps, in which nothing is before its predecessor: patience sorting. */
export function longestSorted<T>(things: readonly T[], compare: (a: T, b: T) => number): number[] {
	// ends[n] is the index of the smallest thing that a run of n + 1 can end with so far.
	const ends: number[] = [];
	const previous: (number | undefined)[] = [];
	for (const [at, thing] of things.entries()) {
		const length = countFirst(ends, (end) => compare(things[end] as T, thing) <= 0);
		previous.push(ends[length - 1]);
		ends[length] = at;
	}
	const run: number[] = [];
	for (let at = ends.at(-1); at !== undefined; at = previous[at]) run.push(at);
	return run.reverse();
}
