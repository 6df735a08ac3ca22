import { countFirst } from "../../naming/sorted.ts";

interface Waiting {
	readonly urgency: number;
	readonly admit: (leave: () => void) => void;
}

/** Lets in as many at a time as there are slots. Whenever one is free, the most urgent that waits then gets it. */
export class Slots {
	#count: number;
	#inside = 0;
	/** The most urgent is the last. All links of a catalogue may wait here, so that one takes little. */
	readonly #waiting: Waiting[] = [];
	#admitting = false;

	constructor(count: number) {
		this.#count = count;
	}

	/** How many may be in at a time. Where there are more, they stay. */
	get count(): number {
		return this.#count;
	}

	set count(count: number) {
		this.#count = count;
		this.#admitSoon();
	}

	/** How many wait. */
	get waiting(): number {
		return this.#waiting.length;
	}

	/** How many wait and how many are in. */
	get present(): number {
		return this.#waiting.length + this.#inside;
	}

	/** Waits for a slot and gives what frees it again. The greater `urgency`, the sooner; equals in the order they came. */
	enter(urgency = 0): Promise<() => void> {
		return new Promise((admit) => this.lineUp(admit, urgency));
	}

	/** `enter` for those who are many: `admit` is called with what frees the slot, never at once. */
	lineUp(admit: Waiting["admit"], urgency = 0): void {
		this.#waiting.splice(placeOf(urgency, this.#waiting), 0, { urgency, admit });
		this.#admitSoon();
	}

	/** Not at once: of those that come together the first is not the most urgent. */
	#admitSoon(): void {
		if (this.#admitting || this.#waiting.length === 0 || this.#inside >= this.#count) return;
		this.#admitting = true;
		queueMicrotask(() => {
			this.#admitting = false;
			while (this.#inside < this.#count && this.#waiting.length > 0) this.#admit();
		});
	}

	#admit(): void {
		let isIn = true;
		this.#inside += 1;
		this.#waiting.pop()?.admit(() => {
			if (!isIn) return;
			isIn = false;
			this.#inside -= 1;
			this.#admitSoon();
		});
	}
}

/** Before the first that is at least as urgent, found by halving: with a thousand hosts, a thousand wait. */
function placeOf(urgency: number, waiting: readonly Waiting[]): number {
	return countFirst(waiting, (one) => one.urgency < urgency);
}
