import type { Clock } from "../clock.ts";
import type { Fetch } from "./fetch.ts";
import { Pace } from "./pace.ts";
import type { Reader } from "./reader.ts";
import { openSlots } from "./slots.ts";

export interface ThrottleOptions {
	/** Requests on their way at one time, to all hosts together. */
	readonly concurrency: number;
	/** Requests on their way at one time to one host. */
	readonly perHost: (host: string) => number;
	/** Reads an answer. Its host may be asked the next meanwhile. */
	readonly read: Reader;
	readonly clock: Clock;
}

export interface Throttle {
	readonly fetch: Fetch;
	/** Hosts that links are waiting for, by name, with how many wait and for how many milliseconds the host is paused. */
	readonly waiting: () => ReadonlyArray<{
		readonly host: string;
		readonly links: number;
		readonly pause: number;
	}>;
}

/**
 * Takes a host's slot first, then waits for the host's turn, and only then takes a global slot: a link that waits holds back
 * nothing but its own host. A global slot goes to the host with the most links, because that one takes longest, and is held until
 * the answer is read, so that answers do not pile up.
 */
export function throttle(fetch: Fetch, { concurrency, perHost, read, clock }: ThrottleOptions): Throttle {
	const enter = openSlots(concurrency);
	const paces = new Map<string, Pace>();

	function paceOf(host: string): Pace {
		const known = paces.get(host);
		if (known !== undefined) return known;
		const pace = new Pace(perHost(host), clock);
		paces.set(host, pace);
		return pace;
	}

	return {
		async fetch(request) {
			const pace = paceOf(new URL(request.url).hostname);
			let leave = (): void => {};
			try {
				const answer = await pace.slots(async () => {
					await pace.turn(request.patience, request.signal);
					leave = await enter(pace.backlog);
					if (request.signal.aborted) throw request.signal.reason;
					const sentAt = clock.now();
					const received = await fetch(request);
					pace.learn(received.attempt, sentAt);
					return received;
				});
				return await read(answer, request);
			} finally {
				leave();
			}
		},
		waiting: () =>
			[...paces]
				.map(([host, pace]) => ({ host, links: pace.slots.pendingCount, pause: pace.wait() }))
				.filter(({ links, pause }) => links > 0 || pause > 0),
	};
}
