import type { Attempt } from "../../model.ts";
import type { WebRequest } from "./fetch.ts";
import { requestedWait } from "./retry-after.ts";

/** What a further try changes, and how long to wait before it. Milliseconds. */
export interface NextTry extends Pick<WebRequest, "cause" | "identity" | "parser" | "timeout"> {
	readonly after: number;
}

export interface PersistenceOptions {
	/** Further tries for what may pass by itself. */
	readonly retries: number;
	/** Milliseconds for one request. */
	readonly timeout: number;
	/** From 0 to below 1. */
	readonly random: () => number;
	readonly now: () => number;
	/** Whether an answer is a wall that robots do not get past. */
	readonly isWall: (answer: Attempt) => boolean;
}

/** Answers that may be otherwise in a moment (RFC 9110; 425 from RFC 8470; 52x are Cloudflare's for its origins). */
const transientStatus = (status: number): boolean =>
	status === 408 || status === 425 || (status >= 500 && status < 600 && status !== 501 && status !== 505);
const transientFailure = new Set(["lookup-failed", "refused", "unreachable", "reset", "tls-handshake"]);
/** What a refusal of the plain identity looks like. */
const refusesIdentity = new Set([400, 403, 406]);
/** A vendor that says outright that it challenges robots says the same a second time. */
const challenges = ["cf-mitigated", "x-vercel-mitigated", "x-amzn-waf-action"];
/** Rate limits are asked again as long as the budget lasts, but not for ever. */
const MOST_RATE_LIMITS = 10;
/** Milliseconds: what passes by itself has mostly passed then, and a run may be waiting for this link alone. */
const FIRST_BACKOFF = 200;
/** What is still wrong after the first pause takes seconds, such as a restart. */
const BACKOFF_GROWTH = 6;
/** Who asks for many retries wants them within the budget. Milliseconds. */
const LONGEST_BACKOFF = 10_000;

/**
 * Whether to try again, and how: the one place that decides it. `rounds` are the chains so far, the last one last.
 *
 * - An answer that the strict parser refuses is read again by the lenient one.
 * - 400, 403 and 406 are asked once more under the other form of our name.
 * - A wall is not asked again: it says the same each time, and may remember who insists.
 * - A timeout gets one more try of half the time.
 * - A name that does not exist is looked up twice, with the second pause between: it is called dead for it.
 * - A rate limit is asked again when its host's pace allows it; that does not count as a retry.
 * - Everything else that may pass is tried again after a growing pause with jitter.
 */
export function nextTry(
	rounds: ReadonlyArray<readonly Attempt[]>,
	options: PersistenceOptions,
): NextTry | undefined {
	const last = rounds.at(-1)?.at(-1);
	if (last === undefined) return undefined;
	const causes = rounds.flatMap((round) => round[0]?.cause ?? []);
	const limited = rounds.filter(isLimited).length;
	const retries = rounds.filter(
		(round, i) => round[0]?.cause === "retry" && !isLimited(rounds[i - 1] ?? []),
	).length;
	const same = {
		cause: "retry",
		identity: last.identity,
		parser: parserOf(rounds),
		timeout: options.timeout,
	} as const;

	if (last.failure?.code === "unreadable-answer") {
		return causes.includes("lenient")
			? undefined
			: { ...same, cause: "lenient", parser: "lenient", after: 0 };
	}
	if (last.failure === undefined && last.status !== undefined) {
		if (refusesIdentity.has(last.status)) {
			const challenged = challenges.some((name) => name in last.headers);
			const again = last.identity === "plain" && !challenged;
			return again ? { ...same, cause: "identity", identity: "compatible", after: 0 } : undefined;
		}
		if (options.isWall(last)) return undefined;
		if (last.status === 429)
			return limited <= MOST_RATE_LIMITS && options.retries > 0 ? { ...same, after: 0 } : undefined;
		if (!transientStatus(last.status)) return undefined;
	}
	if (retries >= options.retries) return undefined;
	switch (last.failure?.code) {
		case "timeout": {
			const before = rounds.filter((round) => round.at(-1)?.failure?.code === "timeout").length;
			return before > 1 ? undefined : { ...same, timeout: options.timeout / 2, after: 0 };
		}
		case "no-such-host":
			return retries === 0 ? { ...same, after: backoff(1, options) } : undefined;
		default: {
			const again = last.failure === undefined || transientFailure.has(last.failure.code);
			return again
				? { ...same, after: requestedWait(last.headers, options.now()) ?? backoff(retries, options) }
				: undefined;
		}
	}
}

/** What to ask beside a request that has been silent for half of its time: what would follow its timeout. */
export function nextToSilence(
	rounds: ReadonlyArray<readonly Attempt[]>,
	silent: Pick<WebRequest, "cause" | "identity" | "url">,
	options: PersistenceOptions,
): NextTry | undefined {
	const { cause, identity, url } = silent;
	const failure = { code: "timeout", detail: "" } as const;
	const attempt = { cause, method: "GET", url, identity, headers: {}, milliseconds: 0, failure } as const;
	return nextTry([...rounds, [attempt]], options);
}

function isLimited(round: readonly Attempt[]): boolean {
	return round.at(-1)?.status === 429;
}

function parserOf(rounds: ReadonlyArray<readonly Attempt[]>): WebRequest["parser"] {
	return rounds.some((round) => round[0]?.cause === "lenient") ? "lenient" : "strict";
}

/** Jitter of a half either way, so that links that failed together do not come back together. */
function backoff(before: number, { random }: PersistenceOptions): number {
	return Math.min(FIRST_BACKOFF * BACKOFF_GROWTH ** before, LONGEST_BACKOFF) * (0.5 + random());
}
