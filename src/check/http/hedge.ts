import type { Attempt } from "../../model.ts";
import type { WebRequest } from "./fetch.ts";
import type { Chain } from "./redirects.ts";

/**
 * A chain and, as soon as one of its requests has been silent for half of its time, another beside it, with the same end in
 * sight ("hedged request", from Dean and Barroso, The Tail at Scale, 2013). The first answer counts and the other is not
 * waited for: a URL that never answers takes one timeout for two tries, and one that missed a request only half of one.
 *
 * Gives the rounds one by one, the one that counts last. A first that was given up for the other's answer is a timeout; a
 * second that was is no round at all.
 *
 * @param beside what to ask beside a silent request, if anything.
 */
export async function* hedged(
	chain: Chain,
	request: WebRequest,
	beside: () => WebRequest | undefined,
): AsyncGenerator<readonly Attempt[]> {
	let second: Promise<readonly Attempt[]> | undefined;
	let answered = false;
	let endFirst = (): void => {};
	let stopSecond = (): void => {};

	async function askBeside(other: WebRequest): Promise<readonly Attempt[]> {
		const stop = new AbortController();
		stopSecond = () => stop.abort();
		const round = await chain({ ...other, signal: AbortSignal.any([other.signal, stop.signal]) });
		if (hasAnswer(round)) {
			answered = true;
			endFirst();
		}
		return round;
	}

	function onSilence(giveUp: () => void): void {
		endFirst = giveUp;
		// The other may have answered while an earlier hop of the first did, too.
		if (answered) giveUp();
		const other = second === undefined ? beside() : undefined;
		if (other === undefined) return;
		second = askBeside(other);
		// Looked at when the first has ended.
		second.catch(() => {});
	}

	try {
		const first = await chain({ ...request, onSilence });
		yield first;
		if (second !== undefined && !hasAnswer(first)) yield await second;
	} finally {
		stopSecond();
	}
}

function hasAnswer(round: readonly Attempt[]): boolean {
	return round.at(-1)?.status !== undefined;
}
