import type { Attempt } from "../../model.ts";
import type { Clock } from "../clock.ts";
import { Ended } from "./fetch.ts";
import { requestedWait } from "./retry-after.ts";
import { Slots } from "./slots.ts";

/** The first spacing after a refusal, a little wider than a limit of ten a second, and the widest. Milliseconds. */
const FIRST_INTERVAL = 125;
const WIDEST_INTERVAL = 8_000;
/** The first pause after a refusal that names none; it doubles with each one in a row. Milliseconds. */
const FIRST_PAUSE = 1_000;
/** Refused at six at a time, a host is asked at two: what the strictest common limits allow. */
const LESS = 3;
/** Answers in a row without a refusal before a little more is asked again. */
const CALM = 8;

/**
 * How fast one host is asked. It starts at its limit; a refusal (429, or 503 with Retry-After) pauses all of its requests,
 * spaces them, and begins again with one at a time. Calm gives back a step at a time, up to a third of what was refused and
 * never without a space: a host refuses once, not again and again. Other hosts never notice.
 */
export class Pace {
	readonly #clock: Clock;
	/** At a time. */
	#most: number;
	readonly slots: Slots;
	#interval = 0;
	#nextAt = 0;
	#pausedUntil = 0;
	#refusals = 0;
	#slowedAt = Number.NEGATIVE_INFINITY;
	#calm = 0;

	constructor(most: number, clock: Clock) {
		this.#most = most;
		this.#clock = clock;
		this.slots = new Slots(most);
	}

	/** Links for each of the host's slots: those that wait for one and those that have one. */
	get backlog(): number {
		return this.slots.present / this.slots.count;
	}

	/** Milliseconds until the host may be asked again; 0 when it may be asked now. */
	wait(): number {
		return Math.max(0, Math.max(this.#pausedUntil, this.#nextAt) - this.#clock.now());
	}

	/** Waits for the host's turn. Throws `Ended` when that takes longer than `patience` milliseconds. */
	async turn(patience: number, signal: AbortSignal): Promise<void> {
		const began = this.#clock.now();
		// A refusal that arrives while this one sleeps moves the turn, so it is asked again.
		for (let wait = this.wait(); wait > 0 && !signal.aborted; wait = this.wait()) {
			if (this.#clock.now() - began + wait > patience) throw new Ended("rate-limited");
			await this.#clock.sleep(wait, signal);
		}
		this.#nextAt = this.#clock.now() + this.#interval;
	}

	/** Learns from an answer to a request that was sent at `sentAt`. */
	learn(attempt: Attempt, sentAt: number): void {
		const asked = requestedWait(attempt.headers, this.#clock.now());
		const refused = attempt.status === 429 || (attempt.status === 503 && asked !== undefined);
		if (refused) this.#slowDown(asked, sentAt);
		else if (attempt.status !== undefined) this.#relax(asked);
	}

	#slowDown(asked: number | undefined, sentAt: number): void {
		const now = this.#clock.now();
		// Those that were on their way when the first refusal came are part of it, not worse news.
		if (sentAt > this.#slowedAt) {
			this.#refusals += 1;
			this.#most = Math.max(1, Math.floor(this.#most / LESS));
			this.slots.count = 1;
			this.#interval = Math.min(WIDEST_INTERVAL, Math.max(FIRST_INTERVAL, this.#interval * 2));
			this.#slowedAt = now;
		}
		this.#calm = 0;
		const pause = asked ?? FIRST_PAUSE * 2 ** (this.#refusals - 1);
		this.#pausedUntil = Math.max(this.#pausedUntil, now + pause);
	}

	#relax(asked: number | undefined): void {
		this.#refusals = 0;
		if (asked !== undefined) this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock.now() + asked);
		if (this.#interval === 0) return;
		this.#calm += 1;
		if (this.#calm < CALM) return;
		this.#calm = 0;
		this.#interval = Math.max(FIRST_INTERVAL, this.#interval / 2);
		this.slots.count = Math.min(this.#most, this.slots.count + 1);
	}
}
