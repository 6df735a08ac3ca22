import pLimit from "p-limit";
import type { Clock } from "../clock.ts";
import type { Fetch } from "./fetch.ts";
import { Pace } from "./pace.ts";

export interface ThrottleOptions {
	/** Requests on their way at one time, to all hosts together. */
	readonly concurrency: number;
	/** Requests on their way at one time to one host. */
	readonly perHost: (host: string) => number;
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
 * nothing but its own host.
 */
export function throttle(fetch: Fetch, { concurrency, perHost, clock }: ThrottleOptions): Throttle {
	const everyone = pLimit(concurrency);
	const paces = new Map<string, Pace>();

	function paceOf(host: string): Pace {
		const known = paces.get(host);
		if (known !== undefined) return known;
		const pace = new Pace(perHost(host), clock);
		paces.set(host, pace);
		return pace;
	}

	return {
		fetch(request) {
			const pace = paceOf(new URL(request.url).hostname);
			return pace.slots(async () => {
				await pace.turn(request.patience, request.signal);
				return everyone(async () => {
					if (request.signal.aborted) throw request.signal.reason;
					const sentAt = clock.now();
					const answer = await fetch(request);
					pace.learn(answer.attempt, sentAt);
					return answer;
				});
			});
		},
		waiting: () =>
			[...paces]
				.map(([host, pace]) => ({ host, links: pace.slots.pendingCount, pause: pace.wait() }))
				.filter(({ links, pause }) => links > 0 || pause > 0),
	};
}
