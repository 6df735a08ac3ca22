import type { Progress } from "../audit.ts";

/** Redraws at most this often. Milliseconds. */
const INTERVAL = 100;
const ERASE = "\r\u001b[K";
/** Hosts that are named; the others are counted. */
const NAMED = 3;

/** One line that is drawn over itself while a run goes on. */
export interface ProgressLine {
	update(progress: Progress): void;
	/** Takes the line away. */
	clear(): void;
}

/** For a terminal; `write` is its stream's. */
export function drawProgress(write: (text: string) => void, columns: number): ProgressLine {
	const began = Date.now();
	let latest: Progress | undefined;
	const draw = (): void => {
		if (latest !== undefined) write(ERASE + progressText(latest, Date.now() - began, columns - 1));
	};
	// The time goes on while nothing arrives.
	const timer = setInterval(draw, INTERVAL);
	timer.unref();
	return {
		update(progress) {
			latest = progress;
		},
		clear() {
			clearInterval(timer);
			if (latest !== undefined) write(ERASE);
		},
	};
}

/** `  123 of 195 links, 12 s; waiting for github.com (34), zhihu.com (2, paused 8 s) and 3 more hosts` */
export function progressText(
	{ links, done, waiting }: Progress,
	milliseconds: number,
	columns: number,
): string {
	const seconds = (ms: number): string => `${Math.ceil(ms / 1000)} s`;
	const longest = waiting.toSorted((a, b) => b.links - a.links || (a.host < b.host ? -1 : 1));
	const named = longest
		.slice(0, NAMED)
		.map(
			({ host, links, pause }) => `${host} (${links}${pause >= 1000 ? `, paused ${seconds(pause)}` : ""})`,
		);
	const more = longest.length - named.length;
	const others = more > 0 ? ` and ${more} more ${more === 1 ? "host" : "hosts"}` : "";
	const hosts = named.length === 0 ? "" : `; waiting for ${named.join(", ")}${others}`;
	return `  ${done} of ${links} links, ${seconds(milliseconds)}${hosts}`.slice(0, columns);
}
