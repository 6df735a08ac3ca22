import { setImmediate } from "node:timers/promises";
import type { Clock } from "../src/check/clock.ts";

interface Sleeper {
	readonly at: number;
	wake(): void;
}

/** Time that passes only when a test says so. */
export class ManualClock implements Clock {
	#now: number;
	#sleepers: Sleeper[] = [];
	readonly #jitter: number;

	constructor(now = 0, jitter = 0.5) {
		this.#now = now;
		this.#jitter = jitter;
	}

	readonly now = (): number => this.#now;

	readonly random = (): number => this.#jitter;

	readonly sleep = (milliseconds: number, signal?: AbortSignal): Promise<void> => {
		if (milliseconds <= 0 || signal?.aborted) return Promise.resolve();
		return new Promise((resolve) => {
			const wake = (): void => {
				signal?.removeEventListener("abort", wake);
				this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
				resolve();
			};
			const sleeper: Sleeper = { at: this.#now + milliseconds, wake };
			this.#sleepers.push(sleeper);
			signal?.addEventListener("abort", wake);
		});
	};

	/** Lets time pass, waking sleepers in their order; whatever they set off is done before the next one wakes. */
	async advance(milliseconds: number): Promise<void> {
		const end = this.#now + milliseconds;
		for (;;) {
			await settle();
			const next = this.#earliest();
			if (next === undefined || next.at > end) break;
			this.#wake(next);
		}
		this.#now = end;
		await settle();
	}

	/** Lets as much time pass as `work` needs. Fails when it waits for something else than time. */
	async finish<T>(work: Promise<T>): Promise<T> {
		let settled = false;
		const done = work.finally(() => {
			settled = true;
		});
		done.catch(() => {});
		for (;;) {
			await settle();
			if (settled) return done;
			const next = this.#earliest();
			if (next === undefined) throw new Error("nobody sleeps and the work is not done");
			this.#wake(next);
		}
	}

	#earliest(): Sleeper | undefined {
		return this.#sleepers.reduce<Sleeper | undefined>(
			(first, sleeper) => (first === undefined || sleeper.at < first.at ? sleeper : first),
			undefined,
		);
	}

	#wake(sleeper: Sleeper): void {
		this.#now = Math.max(this.#now, sleeper.at);
		sleeper.wake();
	}
}

/** Promises that are already decided have had their say after this. */
async function settle(): Promise<void> {
	for (let turn = 0; turn < 3; turn += 1) await setImmediate();
}
