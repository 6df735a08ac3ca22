import type { Pace } from "./pace.ts";

/** The slots of one request: its host's, and one of all. They are held until they are left. */
export class Turn {
	readonly pace: Pace;
	/** Lets the next in to the host, while the answer is still read. */
	readonly leaveHost: () => void;
	readonly #leaveAll: () => void;
	#used = false;

	constructor(pace: Pace, leaveHost: () => void, leaveAll: () => void) {
		this.pace = pace;
		this.leaveHost = leaveHost;
		this.#leaveAll = leaveAll;
	}

	/** Itself to the first that asks: what follows a request waits for a turn of its own. */
	use(): Turn | undefined {
		if (this.#used) return undefined;
		this.#used = true;
		return this;
	}

	/** Gives back whatever is still held. */
	leave(): void {
		this.leaveHost();
		this.#leaveAll();
	}
}

/**
 * Waits until the host of a URL may be asked, and for a slot of all. Throws `Ended` when the host's pace makes that longer than
 * `patience` milliseconds.
 */
export type TakeTurn = (url: string, patience: number, signal: AbortSignal) => Promise<Turn>;
