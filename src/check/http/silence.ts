import { Ended, type Fetch } from "./fetch.ts";

/** Requests in a row that a host leaves without an answer before the rest of its links are not asked. */
const SILENCES = 8;

/**
 * A host that answers nobody costs each of its links a timeout or one and a half, six at a time: with sixty links that
 * is up to a quarter of an hour for nothing. After the first few have waited in vain, the others end at once.
 */
export function giveUpOnSilence(fetch: Fetch): Fetch {
	const silences = new Map<string, number>();
	return async (request) => {
		const { host } = new URL(request.url);
		const before = silences.get(host) ?? 0;
		if (before >= SILENCES) throw new Ended("host-silent");
		const answer = await fetch(request);
		const { status, failure } = answer.attempt;
		if (failure?.code !== "timeout" || status !== undefined) silences.delete(host);
		// Counted anew, because others may have waited meanwhile.
		else silences.set(host, (silences.get(host) ?? 0) + 1);
		return answer;
	};
}
