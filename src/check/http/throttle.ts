import type { Clock } from "../clock.ts";
import type { Fetch } from "./fetch.ts";
import { Pace } from "./pace.ts";
import type { Reader } from "./reader.ts";
import { Slots } from "./slots.ts";
import { type TakeTurn, Turn } from "./turn.ts";

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
	/** Waits for the turn of a request that is to come. */
	readonly takeTurn: TakeTurn;
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
	const slots = new Slots(concurrency);
	const paces = new Map<string, Pace>();

	function paceOf(host: string): Pace {
		const known = paces.get(host);
		if (known !== undefined) return known;
		const pace = new Pace(perHost(host), clock);
		paces.set(host, pace);
		return pace;
	}

	// All links of a catalogue wait here: each is a callback in a line and a promise, not a stack of suspended functions.
	const takeTurn: TakeTurn = (url, patience, signal) =>
		new Promise((resolve, reject) => {
			const pace = paceOf(new URL(url).hostname);
			pace.slots.lineUp((leaveHost) => {
				const giveUp = (error: unknown): void => {
					leaveHost();
					reject(error);
				};
				// Who is not waited for any more takes nobody's turn.
				if (signal.aborted) return giveUp(signal.reason);
				pace.turn(patience, signal).then(() => {
					slots.lineUp((leaveAll) => resolve(new Turn(pace, leaveHost, leaveAll)), pace.backlog);
				}, giveUp);
			});
		});

	return {
		takeTurn,
		async fetch(request) {
			const { url, patience, signal } = request;
			const turn = request.turn?.use() ?? (await takeTurn(url, patience, signal));
			try {
				if (signal.aborted) throw signal.reason;
				const sentAt = clock.now();
				const answer = await fetch(request);
				turn.pace.learn(answer.attempt, sentAt);
				turn.leaveHost();
				return await read(answer, request);
			} finally {
				turn.leave();
			}
		},
		waiting: () =>
			[...paces]
				.map(([host, pace]) => ({ host, links: pace.slots.waiting, pause: pace.wait() }))
				.filter(({ links, pause }) => links > 0 || pause > 0),
	};
}
