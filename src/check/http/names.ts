import dns, { type LookupAddress } from "node:dns";

/** All addresses of a host name. Rejects as `dns.lookup` does. */
export type ResolveName = (hostname: string) => Promise<readonly LookupAddress[]>;

/** A name that failed this often has failed for this run. */
const MOST_FAILURES = 2;

/**
 * Looks names up as the system does (hosts file included), each once however many links have it. The system's look-up
 * occupies one of a few threads until it is over, so asking the same again and again would hold back everything.
 */
export function resolveNames(): ResolveName {
	const asked = new Map<string, Promise<readonly LookupAddress[]>>();
	const failures = new Map<string, number>();
	return (hostname) => {
		const known = asked.get(hostname);
		if (known !== undefined) return known;
		const answer = lookup(hostname);
		asked.set(hostname, answer);
		answer.catch(() => {
			const count = (failures.get(hostname) ?? 0) + 1;
			failures.set(hostname, count);
			if (count < MOST_FAILURES) asked.delete(hostname);
		});
		return answer;
	};
}

function lookup(hostname: string): Promise<readonly LookupAddress[]> {
	return new Promise((resolve, reject) => {
		dns.lookup(hostname, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
	});
}
