/**
 * Rings after so many milliseconds, once what has arrived by then is heard: this process may have been busy all the time, and
 * others are not to be called silent for that. Gives what stops it.
 */
export function setAlarm(milliseconds: number, ring: () => void): () => void {
	let last: NodeJS.Immediate | undefined;
	const timer = setTimeout(() => {
		last = setImmediate(ring);
	}, milliseconds);
	return () => {
		clearTimeout(timer);
		clearImmediate(last);
	};
}
