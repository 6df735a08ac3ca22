/** Numbers that look random and are the same for the same seed, on every machine. */
export interface Random {
	/** At least 0, below 1. */
	readonly next: () => number;
	/** A whole number: at least 0, below `limit`. */
	readonly below: (limit: number) => number;
	readonly pick: <T>(items: readonly [T, ...T[]]) => T;
	/** Lognormal: half of the numbers are below `median`; `sigma` is the deviation of their logarithms. */
	readonly lognormal: (median: number, sigma: number) => number;
	readonly shuffled: <T>(items: readonly T[]) => T[];
}

export function seeded(seed: number): Random {
	const next = mulberry32(seed);
	const below = (limit: number): number => Math.floor(next() * limit);
	return {
		next,
		below,
		pick: (items) => items[below(items.length)] ?? items[0],
		lognormal: (median, sigma) => median * Math.exp(sigma * gaussian(next)),
		shuffled: (items) =>
			items
				.map((item) => ({ item, key: next() }))
				.sort((a, b) => a.key - b.key)
				.map(({ item }) => item),
	};
}

/** Tommy Ettinger's generator with 32 bits of state. */
function mulberry32(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Box and Muller's transform. */
function gaussian(next: () => number): number {
	return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}
