import type { Clock } from "../clock.ts";
import { type Cache, remembered } from "./cache.ts";
import { openClient } from "./client.ts";
import { guardedLookup } from "./guard.ts";
import { type HostHeader, requestHeaders } from "./headers.ts";
import { type Look, type LookOptions, persist } from "./look.ts";
import { resolveNames } from "./names.ts";
import { Network } from "./network.ts";
import { openReader } from "./reader.ts";
import { followRedirects } from "./redirects.ts";
import { revalidate } from "./revalidation.ts";
import { askSiblings, type SiblingOptions } from "./sibling.ts";
import { giveUpOnSilence } from "./silence.ts";
import { throttle } from "./throttle.ts";

export interface WebOptions {
	/** Seconds for one request. */
	readonly timeout: number;
	readonly retries: number;
	readonly maxRedirects: number;
	/** Requests at one time, in all. */
	readonly concurrency: number;
	/** Requests at one time to a host. */
	readonly perHost: (host: string) => number;
	/** The most that `perHost` gives. */
	readonly connections: number;
	/** Hosts that may have a private address. */
	readonly allows: (host: string) => boolean;
	readonly userAgent: string;
	readonly headers: readonly HostHeader[];
	/** Answers that need not be asked for again. */
	readonly cache?: Cache;
	readonly clock: Clock;
	/** What answers give away; the judge knows. */
	readonly signs: Pick<LookOptions, "isWall"> & Pick<SiblingOptions, "suspects">;
	/** Stops everything; its reason is an `Ended`. */
	readonly signal: AbortSignal;
}

export interface Web {
	readonly look: Look;
	/** For what services tell: as persistent and as gentle, but no neighbour is asked and no cache remembers. */
	readonly ask: Look;
	/** Whether there was a network; ask when all looks are done. */
	readonly online: () => Promise<boolean>;
	/** Whether anything has answered so far. */
	readonly heard: () => boolean;
	readonly requests: () => number;
	/** Hosts that links wait for. */
	readonly waiting: ReturnType<typeof throttle>["waiting"];
	readonly close: () => Promise<void>;
}

/** The stack: guarded client, conditions, patience with silent hosts, pace per host, ears for a missing network, redirects, persistence, siblings, cache. */
export function openWeb(options: WebOptions): Web {
	const { clock, allows, signal, cache, signs } = options;
	const timeout = options.timeout * 1000;
	const client = openClient({
		lookup: guardedLookup(resolveNames(), allows),
		allows,
		timeout,
		connections: options.connections,
		headers: requestHeaders(options.userAgent, options.headers, allows),
		now: clock.now,
	});
	const ask =
		cache === undefined ? client.fetch : revalidate(client.fetch, (url, ids) => cache.answerFrom(url, ids));
	const paced = throttle(giveUpOnSilence(ask), { ...options, read: openReader() });
	const network = new Network(client.fetch, timeout / 2);
	const chain = followRedirects(network.listen(paced.fetch), options.maxRedirects);
	const page = persist(chain, {
		timeout,
		retries: options.retries,
		isWall: signs.isWall,
		takeTurn: paced.takeTurn,
		clock,
		signal,
	});
	const look = askSiblings(page, chain, { suspects: signs.suspects, timeout, signal });
	return {
		look: cache === undefined ? look : remembered(look, cache),
		ask: page,
		online: () => network.online(signal),
		heard: () => network.heard,
		requests: client.sent,
		waiting: paced.waiting,
		close: client.close,
	};
}
