import pLimit from "p-limit";

/**
 * Waits for a slot and gives what frees it again. The greater `urgency`, the sooner; equals in the order they came.
 */
export type Enter = (urgency: number) => Promise<() => void>;

interface Waiting {
	readonly urgency: number;
	readonly admit: (leave: () => void) => void;
}

/** Lets in as many at a time as there are slots. Whenever one is free, the most urgent that waits then gets it. */
export function openSlots(count: number): Enter {
	const limit = pLimit(count);
	/** The most urgent is the last. */
	const waiting: Waiting[] = [];
	return (urgency) =>
		new Promise((admit) => {
			waiting.splice(placeOf(urgency, waiting), 0, { urgency, admit });
			// As many slots are asked for as there are waiting, but none is bound to who asked for it.
			void limit(() => new Promise<void>((leave) => waiting.pop()?.admit(leave)));
		});
}

/** Before the first that is at least as urgent, found by halving: with a thousand hosts, a thousand wait. */
function placeOf(urgency: number, waiting: readonly Waiting[]): number {
	let low = 0;
	let high = waiting.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((waiting[middle]?.urgency ?? urgency) < urgency) low = middle + 1;
		else high = middle;
	}
	return low;
}
