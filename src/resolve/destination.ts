/** The three parts of a local destination, as written: what names the file, and what comes after it. */
export interface Destination {
	readonly path: string;
	/** With its `?`, or empty. */
	readonly query: string;
	/** Without its `#`; absent when there is none. */
	readonly fragment?: string;
}

export function splitDestination(url: string): Destination {
	const hash = url.indexOf("#");
	const before = hash < 0 ? url : url.slice(0, hash);
	const mark = before.indexOf("?");
	return {
		path: mark < 0 ? before : before.slice(0, mark),
		query: mark < 0 ? "" : before.slice(mark),
		...(hash < 0 ? {} : { fragment: url.slice(hash + 1) }),
	};
}

/** Resolves percent-encoding; sequences that are none, or no UTF-8, stay as they are. */
export function decodePercent(text: string): string {
	return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
		try {
			return decodeURIComponent(run);
		} catch {
			return run;
		}
	});
}
