import type { HttpTarget, NoObservation, Observation, ResolvedLink, Target } from "../model.ts";
import type { Wants } from "./files.ts";

/** Who looks at what. */
export interface Lookers {
	/** `anchors` is true where some link names a place in the page. */
	readonly web: (target: HttpTarget, anchors: boolean) => Promise<Observation>;
	readonly file: (target: Extract<Target, { kind: "file" }>, wants: Wants) => Promise<Observation>;
	/** Why a link is not looked at, if it is not. Links to one target may differ. */
	readonly skip: (link: ResolvedLink) => NoObservation["reason"] | undefined;
}

/**
 * Looks once at every target, however many links point there, and says of each link what was seen as soon as it was. Resolves
 * when all have been seen.
 */
export async function observeTargets(
	links: readonly ResolvedLink[],
	lookers: Lookers,
	onObservation: (link: ResolvedLink, observation: Observation) => void,
): Promise<void> {
	const wanted = new Map<string, ResolvedLink[]>();
	for (const link of links) {
		const reason = lookers.skip(link);
		if (reason !== undefined) onObservation(link, { kind: "none", key: link.target.key, reason });
		else if (wanted.has(link.target.key)) wanted.get(link.target.key)?.push(link);
		else wanted.set(link.target.key, [link]);
	}
	await Promise.all(
		[...wanted.values()].map(async (sharing) => {
			const observation = await look(sharing, lookers);
			for (const link of sharing) onObservation(link, observation);
		}),
	);
}

async function look(sharing: readonly ResolvedLink[], lookers: Lookers): Promise<Observation> {
	const [first] = sharing;
	if (first === undefined) throw new Error("a target without links");
	const { target } = first;
	switch (target.kind) {
		case "http":
			return lookers.web(
				target,
				sharing.some(({ fragment }) => (fragment ?? "") !== ""),
			);
		case "file":
			return lookers.file(target, {
				anchors: sharing.some(({ fragment }) => fragment !== undefined),
				pages: sharing.some(({ fragment }) => fragment?.includes("page=") === true),
			});
		case "invalid":
			return { kind: "none", key: target.key, reason: "invalid-url" };
		default:
			return { kind: "none", key: target.key, reason: "unsupported-scheme" };
	}
}
