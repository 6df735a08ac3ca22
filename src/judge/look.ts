import type { Attempt, HttpObservation, Verdict } from "../model.ts";
import { lastRound } from "./trail.ts";

/** The last try of a look, opened up for the steps of the judge. */
export interface Look {
	/** What the link asks for, without its fragment. */
	readonly asked: URL;
	readonly fragment: string | undefined;
	readonly hops: readonly Attempt[];
	/** The last of `hops`. */
	readonly answer: Attempt;
	/** Where `answer` came from. */
	readonly final: URL;
	/** What a neighbour that should not exist was answered with, where one was asked for. */
	readonly neighbour: Attempt | undefined;
}

/** One thing that an observation can say; undefined hands it on to the next step. */
export type Step = (look: Look) => Verdict | undefined;

/** Undefined when nothing was asked. */
export function openLook({ key, attempts }: HttpObservation, fragment?: string): Look | undefined {
	const hops = lastRound(attempts);
	const answer = hops.at(-1);
	if (answer === undefined) return undefined;
	return {
		asked: new URL(key),
		fragment,
		hops,
		answer,
		final: new URL(answer.url),
		neighbour: attempts.findLast(({ cause }) => cause === "sibling"),
	};
}
