import type { HttpTarget, NoObservation, Observation, ResolvedLink, Target } from "../model.ts";
import type { TargetMap } from "../resolve/targets.ts";
import type { Wants } from "./files.ts";

/** Who looks at what. */
export interface Lookers {
	/** `anchors` is true where some link names a place in the page. */
	readonly web: (target: HttpTarget, anchors: boolean) => Promise<Observation>;
	readonly file: (target: Extract<Target, { kind: "file" }>, wants: Wants) => Promise<Observation>;
	/** Why a link is not looked at, if it is not. Links to one target may differ. */
	readonly skip: (link: ResolvedLink) => NoObservation["reason"] | undefined;
}

/** Who is told what. */
export interface Listeners {
	/** Called once for each link, as soon as its target was seen. */
	readonly onObservation: (link: ResolvedLink, observation: Observation) => void;
	/** Called for a target whose look ended in an error that should not happen; the others go on. */
	readonly onBug: (target: Target, error: unknown) => void;
}

/** Looks once at every target, and says of each link what was seen. Resolves when all have been seen. */
export async function observeTargets(
	targets: TargetMap,
	lookers: Lookers,
	{ onObservation, onBug }: Listeners,
): Promise<void> {
	const isWanted = (link: ResolvedLink): boolean => {
		const reason = lookers.skip(link);
		if (reason !== undefined) onObservation(link, { kind: "none", key: link.target.key, reason });
		return reason === undefined;
	};
	// All links of a catalogue wait at the same time: a function that is suspended with each would take a lot.
	const observe = (links: readonly ResolvedLink[]): Promise<void> | [] => {
		const kept = links.filter(isWanted);
		// A list that is made bit by bit has room for 17.
		const wanted = kept.length === links.length ? links : kept;
		const [first] = wanted;
		// Offline, that is most: nobody waits for them.
		if (first === undefined) return [];
		const tell = (observation: Observation): void => {
			for (const link of wanted) onObservation(link, observation);
		};
		return look(first.target, wanted, lookers).then(tell, (error: unknown) => {
			onBug(first.target, error);
			tell({ kind: "none", key: first.target.key, reason: "unreadable" });
		});
	};
	await Promise.all([...targets.values()].flatMap(observe));
}

function look(target: Target, sharing: readonly ResolvedLink[], lookers: Lookers): Promise<Observation> {
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
			return Promise.resolve({ kind: "none", key: target.key, reason: "invalid-url" });
		default:
			return Promise.resolve({ kind: "none", key: target.key, reason: "unsupported-scheme" });
	}
}
