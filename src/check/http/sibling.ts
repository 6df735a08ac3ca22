import { createHash } from "node:crypto";
import type { Attempt, HttpObservation } from "../../model.ts";
import { Ended } from "./fetch.ts";
import type { Look } from "./look.ts";
import type { Chain } from "./redirects.ts";

export interface SiblingOptions {
	/** Whether what was seen may hide a missing page: only then is a neighbour asked for. */
	readonly suspects: (observation: HttpObservation) => boolean;
	/** Milliseconds for one request. */
	readonly timeout: number;
	readonly signal: AbortSignal;
}

/**
 * Where a look raises a suspicion, asks once per host and directory for a neighbour that should not exist, and adds what
 * came of it to the observation: whether the site admits that a page is missing shows what its good status is worth.
 */
export function askSiblings(look: Look, chain: Chain, { suspects, timeout, signal }: SiblingOptions): Look {
	const asked = new Map<string, Promise<readonly Attempt[]>>();

	async function ask(url: string, like: Attempt | undefined): Promise<readonly Attempt[]> {
		try {
			const attempts = await chain({
				url,
				cause: "sibling",
				identity: like?.identity ?? "plain",
				parser: "strict",
				timeout,
				patience: timeout,
				ids: false,
				signal,
			});
			return attempts.map((attempt) => ({ ...attempt, cause: "sibling" as const }));
		} catch (error) {
			// The look itself is done; without its neighbour it stands on what was seen first.
			if (error instanceof Ended) return [];
			throw error;
		}
	}

	async function besideSibling(observation: HttpObservation): Promise<HttpObservation> {
		if (!suspects(observation)) return observation;
		const url = siblingOf(observation.key);
		const answer = asked.get(url) ?? ask(url, observation.attempts.at(-1));
		asked.set(url, answer);
		return { ...observation, attempts: [...observation.attempts, ...(await answer)] };
	}

	// No function of its own waits with each link.
	return (target, ids) => look(target, ids).then(besideSibling);
}

/**
 * A neighbour in the same directory. Its name is made from the directory, so that two runs ask for the same, and begins with
 * ours, so that whoever reads the server's log knows who asked; no page has it.
 */
export function siblingOf(url: string): string {
	const { origin, pathname } = new URL(url);
	const file = pathname.endsWith("/") ? pathname.slice(0, -1) : pathname;
	const directory = origin + file.slice(0, file.lastIndexOf("/") + 1);
	const name = createHash("sha256").update(directory).digest("hex").slice(0, 12);
	return `${directory}shelfread-${name}`;
}
