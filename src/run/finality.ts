import { judge, withoutNetwork } from "../judge/judge.ts";
import type { JudgedLink } from "../model.ts";

/**
 * Passes links on as soon as nothing can change their verdicts any more. Until something on the network has answered, what failed
 * may have failed for want of a network.
 */
export class Finality {
	readonly #heard: () => boolean;
	readonly #onFinal: (link: JudgedLink) => void;
	readonly #held: JudgedLink[] = [];

	/** `heard` says whether anything has answered so far. */
	constructor(heard: () => boolean, onFinal: (link: JudgedLink) => void) {
		this.#heard = heard;
		this.#onFinal = onFinal;
	}

	add(link: JudgedLink): void {
		if (this.#heard()) {
			this.conclude(true);
			this.#onFinal(link);
		} else if (rejudgeOffline(link) === link) this.#onFinal(link);
		else this.#held.push(link);
	}

	/** Passes on what was held back, now that it is known whether there is a network. */
	conclude(online: boolean): void {
		for (const link of this.#held.splice(0)) this.#onFinal(online ? link : rejudgeOffline(link));
	}
}

/** What a link is worth when there was no network; the link itself where that makes no difference. */
export function rejudgeOffline(link: JudgedLink): JudgedLink {
	// What an earlier run saw does not rest on this run's network.
	if (link.observation.kind === "http" && link.observation.seenAt !== undefined) return link;
	const observation = withoutNetwork(link.observation);
	return observation === link.observation
		? link
		: { ...link, observation, verdict: judge(link, observation) };
}
