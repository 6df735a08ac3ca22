import type { Attempt, Ending, HttpObservation, HttpTarget } from "../../model.ts";
import type { Clock } from "../clock.ts";
import { Ended, type WebRequest } from "./fetch.ts";
import { hedged } from "./hedge.ts";
import { type NextTry, nextToSilence, nextTry, type PersistenceOptions } from "./persistence.ts";
import type { Chain } from "./redirects.ts";
import type { TakeTurn, Turn } from "./turn.ts";

export interface LookOptions extends Pick<PersistenceOptions, "isWall"> {
	/** Milliseconds for one request. */
	readonly timeout: number;
	readonly retries: number;
	readonly takeTurn: TakeTurn;
	readonly clock: Clock;
	readonly signal: AbortSignal;
}

/** One target, one observation. `ids` is true where some link asks for an anchor in the page. */
export type Look = (target: HttpTarget, ids: boolean) => Promise<HttpObservation>;

/** All tries for one target together, pauses included, in units of the time for one request. */
const BUDGET = 3;

/** Asks until there is an answer, nothing more to try, or the budget is spent. */
export function persist(
	chain: Chain,
	{ timeout, retries, isWall, takeTurn, clock, signal }: LookOptions,
): Look {
	const policy = { timeout, retries, isWall, random: clock.random, now: clock.now };

	async function look(target: HttpTarget, ids: boolean, turn: Turn): Promise<HttpObservation> {
		const rounds: Array<readonly Attempt[]> = [];
		let next: NextTry | undefined = {
			cause: "first",
			identity: "plain",
			parser: "strict",
			timeout,
			after: 0,
		};
		let ended: Ending | undefined;
		// Waiting for the first turn costs nothing; the budget starts with the first request.
		let deadline = Number.POSITIVE_INFINITY;
		try {
			while (next !== undefined && clock.now() + next.after < deadline) {
				await clock.sleep(next.after, signal);
				const patience = Math.min(BUDGET * timeout, deadline - clock.now());
				const request = { url: target.key, ids, signal, patience, ...how(next) };
				const beside = (): WebRequest | undefined => {
					const other = nextToSilence(rounds, request, policy);
					return other === undefined ? undefined : { ...request, ...how(other) };
				};
				for await (const round of hedged(chain, { ...request, turn }, beside)) {
					rounds.push(round);
					if (rounds.length === 1) deadline = clock.now() - duration(round) + BUDGET * timeout;
				}
				next = nextTry(rounds, policy);
			}
		} catch (error) {
			ended = endingOf(error);
		} finally {
			turn.leave();
		}
		return observation(target, rounds, ended);
	}

	// All links of a catalogue wait here: what they need once they are asked is not made before.
	return (target, ids) =>
		takeTurn(target.key, BUDGET * timeout, signal).then(
			(turn) => look(target, ids, turn),
			(error: unknown) => observation(target, [], endingOf(error)),
		);
}

/** Why a look is over. What is no reason is thrown on. */
function endingOf(error: unknown): Ending {
	if (error instanceof Ended) return error.ending;
	throw error;
}

function observation(
	{ key }: HttpTarget,
	rounds: ReadonlyArray<readonly Attempt[]>,
	ended: Ending | undefined,
): HttpObservation {
	return {
		kind: "http",
		key,
		attempts: rounds.flat(),
		via: "page",
		...(ended === undefined ? {} : { ended }),
	};
}

function how({ after: _, ...changed }: NextTry): Omit<NextTry, "after"> {
	return changed;
}

function duration(round: readonly Attempt[]): number {
	return round.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
}
