import type { Clock } from "../check/clock.ts";
import type { Cache, CacheOptions } from "../check/http/cache.ts";
import type { Web } from "../check/http/web.ts";
import type { Options } from "../config/settings.ts";
import type { RunError } from "../model.ts";
import { Archive } from "./archive.ts";

/** What a run knows of the network, and how. */
export interface Network {
	readonly web: Web;
	/** Resolves when looks begin at once. Never rejects: whoever looks is told what is wrong. */
	readonly open: () => Promise<void>;
	/** Absent where no copies of dead pages are wanted. */
	readonly archive: Archive | undefined;
	/** Ends it, and keeps its answers where they are to be kept. Gives what went wrong with that. */
	readonly close: (online: boolean) => Promise<readonly RunError[]>;
}

/** What the network of a run is given. */
export interface Means extends Pick<CacheOptions, "verdicts"> {
	readonly cwd: string;
	readonly clock: Clock;
	/** Stops everything; its reason is an `Ended`. */
	readonly signal: AbortSignal;
}

/**
 * The network as the options want it. What asks it takes longer to load than a small tree to check, so it is loaded, and answers
 * of earlier runs are read, for the first link that is asked; a run may have none.
 */
export function openNetwork(options: Options, { cwd, clock, signal, verdicts }: Means): Network {
	let cache: Cache | undefined;
	const { web, open } = openWhenAsked(async () => {
		const { openCacheFor, openWebFor } = await import("./web.ts");
		const about = { cwd, now: clock.now, verdicts };
		cache = options.cache === false ? undefined : await openCacheFor(options.cache, options, about);
		return openWebFor(options, clock, signal, cache);
	});
	const archive = new Archive(async (url) => {
		const { findCopy } = await import("../hosts/wayback.ts");
		return findCopy(url, web.ask);
	});
	return {
		web,
		open,
		archive: options.suggest ? archive : undefined,
		async close(online) {
			await web.close();
			return (await cache?.close(online)) ?? [];
		},
	};
}

/** A web that is opened for the first link. Until then it has heard nothing, and nobody has failed to answer. */
function openWhenAsked(load: () => Promise<Web>): Pick<Network, "web" | "open"> {
	let opening: Promise<Web> | undefined;
	let web: Web | undefined;
	const opened = (): Promise<Web> => {
		opening ??= load().then((loaded) => {
			web = loaded;
			return loaded;
		});
		return opening;
	};
	return {
		open: () => opened().then(nothing, nothing),
		web: {
			look: (target, ids) => web?.look(target, ids) ?? opened().then(({ look }) => look(target, ids)),
			ask: (target, ids) => web?.ask(target, ids) ?? opened().then(({ ask }) => ask(target, ids)),
			online: async () => web?.online() ?? true,
			heard: () => web?.heard() ?? false,
			requests: () => web?.requests() ?? 0,
			waiting: () => web?.waiting() ?? [],
			close: async () => web?.close(),
		},
	};
}

function nothing(): void {}
