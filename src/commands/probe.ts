import { type Clock, systemClock } from "../check/clock.ts";
import type { Options } from "../config/settings.ts";
import { judge, withoutNetwork } from "../judge/judge.ts";
import type { HttpObservation, Verdict } from "../model.ts";
import { stopAfter } from "../run/stop.ts";

export interface Probe {
	/** The URL's own, without `#`. */
	readonly fragment?: string;
	readonly observation: HttpObservation;
	readonly verdict: Verdict;
}

/** One look at one URL, with all that happened. `url` is absolute, http or https. */
export async function probe(
	url: URL,
	options: Options,
	world: { signal?: AbortSignal; clock?: Clock },
): Promise<Probe> {
	const clock = world.clock ?? systemClock;
	const stop = stopAfter(options.deadline, clock, world.signal);
	// Whoever takes this function from the library need not load the network for its other ones.
	const { openWebFor } = await import("../run/web.ts");
	const web = openWebFor(options, clock, stop.signal);
	const named = url.hash === "" ? {} : { fragment: url.hash.slice(1) };
	const target = { kind: "http", key: withoutHash(url) } as const;
	try {
		const seen = await web.look(target, "fragment" in named);
		const observation = (await web.online()) ? seen : (withoutNetwork(seen) as HttpObservation);
		return { ...named, observation, verdict: judge({ target, ...named }, observation) };
	} finally {
		stop.clear();
		await web.close();
	}
}

function withoutHash(url: URL): string {
	const copy = new URL(url);
	copy.hash = "";
	return copy.href;
}
