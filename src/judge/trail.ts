import type { Attempt } from "../model.ts";

/** The tries of one look: each is a request and what it was sent on to. */
export function rounds(attempts: readonly Attempt[]): ReadonlyArray<readonly Attempt[]> {
	const result: Attempt[][] = [];
	for (const attempt of attempts) {
		if (attempt.cause === "sibling") continue;
		const follows = attempt.cause === "redirect" || attempt.cause === "refresh";
		if (follows && result.length > 0) result.at(-1)?.push(attempt);
		else result.push([attempt]);
	}
	return result;
}

/** The try that counts: the last one. Empty when nothing was asked. */
export function lastRound(attempts: readonly Attempt[]): readonly Attempt[] {
	return rounds(attempts).at(-1) ?? [];
}

/** What happened, in a line: `301 → 404`, `timeout, 2 tries`. */
export function trailOf(attempts: readonly Attempt[]): string {
	const tries = rounds(attempts);
	const steps = (tries.at(-1) ?? []).map(({ status, failure }) => failure?.code ?? String(status));
	// A redirect that cannot be followed is one attempt with two things to tell.
	const last = tries.at(-1)?.at(-1);
	if (last?.failure !== undefined && last.status !== undefined)
		steps.splice(-1, 1, String(last.status), last.failure.code);
	return steps.join(" → ") + (tries.length > 1 ? `, ${tries.length} tries` : "");
}
