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
	const next = xorshift(seed);
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

/** Marsaglia's xorshift with 32 bits (Journal of Statistical Software 8(14), 2003). Its state is never 0. */
function xorshift(seed: number): () => number {
	// Small seeds would begin with small numbers.
	let state = Math.imul(seed, 0x9e3779b9) | 1;
	return () => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) / 2 ** 32;
	};
}

/** Box and Muller's transform. */
function gaussian(next: () => number): number {
	return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}
