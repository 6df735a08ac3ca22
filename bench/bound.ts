import type { Host, Page } from "./shape.ts";

/** What a checker allows itself. */
export interface Limits {
	/** Requests at a time to one host. Infinity where it has no such limit. */
	readonly perHost: number;
	/** Requests at a time in all. */
	readonly inAll: number;
	/** Milliseconds until a page that does not answer is given up. */
	readonly timeout: number;
}

/**
 * Seconds that no checker can beat within these limits, however it orders its work: a host takes at least the time of its
 * longest page, and that of all its pages divided by the requests that it may get at a time; everything takes at least the
 * slowest host, and the time of all pages divided by the limit in all.
 */
export function lowerBound(hosts: readonly Host[], { perHost, inAll, timeout }: Limits): number {
	let everything = 0;
	let slowestHost = 0;
	for (const { latency, most, pages } of hosts) {
		const times = pages.map((page) => pageTime(page, latency, timeout));
		const sum = times.reduce((total, time) => total + time, 0);
		const longest = times.reduce((most, time) => Math.max(most, time), 0);
		slowestHost = Math.max(slowestHost, longest, sum / Math.min(perHost, most));
		everything += sum;
	}
	return Math.max(slowestHost, everything / inAll) / 1000;
}

/** The requests that a verdict takes, one after the other, without any wait before the second. */
function pageTime({ fate }: Page, latency: number, timeout: number): number {
	if (fate === "silent") return timeout;
	return fate === "well" || fate === "missing" ? latency : 2 * latency;
}
