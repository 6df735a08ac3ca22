import { type Random, seeded } from "./random.ts";

/** What a page does when it is asked for. */
export type Fate = "well" | "missing" | "moved" | "busy once" | "reset once" | "silent";

export interface Page {
	/** Unique on its host. */
	readonly path: string;
	readonly fate: Fate;
}

export interface Host {
	/** An address of its own in 127.0.0.0/8. */
	readonly address: string;
	/** Milliseconds from a request to its answer. */
	readonly latency: number;
	/** Requests that it serves at a time; more are refused. Infinity where it does not care. */
	readonly most: number;
	readonly pages: readonly Page[];
}

export interface Size {
	readonly links: number;
	readonly hosts: number;
	/** Whether some pages never answer. */
	readonly silence: boolean;
}

/** Of all links. The same page is never linked twice. */
const shares: Readonly<Partial<Record<Fate, number>>> = {
	missing: 0.03,
	moved: 0.02,
	"busy once": 0.01,
	"reset once": 0.005,
	silent: 0.002,
};
const BIGGEST_SHARE = 1 / 3;
/** Milliseconds, and the deviation of their logarithms: nine in ten hosts take from 45 to 320 ms. */
const LATENCY = { median: 120, sigma: 0.6 };
/** A browser opens six connections to a host, so that no site can allow fewer; ten is lychee's default. */
const MOST_OF_THE_BIGGEST = 10;
const SEED = 7;

/**
 * A catalogue's part of the web: one host has a third of the links, the others have one each and share the rest by Zipf's law.
 * A host of the same rank has the same latency in every size; the biggest has the median, so that a draw does not decide.
 */
export function drawHosts(size: Size): Host[] {
	const counts = linksPerHost(size, seeded(SEED));
	const fates = fatesOf(size, seeded(SEED + 1));
	const latencies = seeded(SEED + 2);
	return counts.map((count, rank) => ({
		address: `127.${1 + (rank >> 16)}.${(rank >> 8) & 255}.${rank & 255}`,
		latency: rank === 0 ? LATENCY.median : Math.round(latencies.lognormal(LATENCY.median, LATENCY.sigma)),
		most: rank === 0 ? MOST_OF_THE_BIGGEST : Number.POSITIVE_INFINITY,
		pages: fates.splice(0, count).map((fate, index) => ({ path: `/works/${index + 1}`, fate })),
	}));
}

function linksPerHost({ links, hosts }: Size, random: Random): number[] {
	const biggest = Math.round(links * BIGGEST_SHARE);
	const counts = [biggest, ...Array<number>(hosts - 1).fill(1)];
	let whole = 0;
	const upTo = counts.slice(1).map((_, index) => {
		whole += 1 / (index + 1);
		return whole;
	});
	for (let left = links - biggest - (hosts - 1); left > 0; left -= 1) {
		const draw = random.next() * whole;
		const rank = 1 + upTo.findIndex((sum) => draw < sum);
		counts[rank] = (counts[rank] ?? 0) + 1;
	}
	return counts;
}

/** One for each link. A fate with any share at all is met at least once. */
function fatesOf({ links, silence }: Size, random: Random): Fate[] {
	const special = Object.entries(shares).flatMap(([fate, share]) =>
		fate === "silent" && !silence ? [] : Array<Fate>(Math.ceil(links * share)).fill(fate as Fate),
	);
	return random.shuffled([...special, ...Array<Fate>(links - special.length).fill("well")]);
}
