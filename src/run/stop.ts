import { setMaxListeners } from "node:events";
import type { Clock } from "../check/clock.ts";
import { Ended } from "../check/http/fetch.ts";

/** What ends a run early. */
export interface Stop {
	/** Aborts with an `Ended` that says why. */
	readonly signal: AbortSignal;
	/** The run is over: nothing is waited for any more. */
	clear(): void;
}

/** One signal for the deadline (seconds; 0 is none) and for whoever started the run. */
export function stopAfter(deadline: number, clock: Clock, cancelled: AbortSignal | undefined): Stop {
	const stop = new AbortController();
	const over = new AbortController();
	// Every request listens to it.
	setMaxListeners(0, stop.signal);
	const cancel = (): void => stop.abort(new Ended("cancelled"));
	if (cancelled?.aborted) cancel();
	cancelled?.addEventListener("abort", cancel, { once: true });
	if (deadline > 0) {
		void clock.sleep(deadline * 1000, over.signal).then(() => {
			if (!over.signal.aborted) stop.abort(new Ended("deadline"));
		});
	}
	return {
		signal: stop.signal,
		clear() {
			over.abort();
			cancelled?.removeEventListener("abort", cancel);
		},
	};
}
