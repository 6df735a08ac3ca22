/** Time, handed in so that a test can hold the clock. Its functions may be handed on one by one. */
export interface Clock {
	/** Milliseconds since the epoch. */
	readonly now: () => number;
	/** Resolves after the time, or at once when the signal aborts; never rejects. */
	readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
	/** From 0 to below 1: jitter. */
	readonly random: () => number;
}

/** The day of a time (milliseconds since the epoch), in UTC: `2027-01-31`. */
export function dayOf(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}

export const systemClock: Clock = {
	now: () => Date.now(),
	random: () => Math.random(),
	sleep: (milliseconds, signal) =>
		new Promise((resolve) => {
			if (signal?.aborted || milliseconds <= 0) return resolve();
			const done = (): void => {
				clearTimeout(timer);
				signal?.removeEventListener("abort", done);
				resolve();
			};
			const timer = setTimeout(done, milliseconds);
			signal?.addEventListener("abort", done, { once: true });
		}),
};
