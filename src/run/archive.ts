import type { ArchivedCopy, JudgedLink, Reason } from "../model.ts";

/** Dead in a way that a copy of the page mends. */
const mendable: ReadonlySet<Reason> = new Set([
	"not-found",
	"no-such-host",
	"refused",
	"soft-404",
	"parked",
	"tombstone",
	"wrong-content",
]);

/** An archive of web pages as one run asks it: one page at a time, and each page once. */
export class Archive {
	readonly #find: (url: string) => Promise<ArchivedCopy | undefined | "no-answer">;
	readonly #asked = new Map<string, ArchivedCopy | undefined>();
	#silent = false;

	/** `find` says `no-answer` where the archive cannot be reached; it is then left alone. */
	constructor(find: (url: string) => Promise<ArchivedCopy | undefined | "no-answer">) {
		this.#find = find;
	}

	/** Copies for the dead ones among links, by the key of their target. */
	async copiesFor(links: readonly JudgedLink[]): Promise<ReadonlyMap<string, ArchivedCopy>> {
		const copies = new Map<string, ArchivedCopy>();
		for (const key of new Set(links.filter(isMendable).map(({ target }) => target.key))) {
			const copy = await this.#copyOf(key);
			if (copy !== undefined) copies.set(key, copy);
		}
		return copies;
	}

	async #copyOf(key: string): Promise<ArchivedCopy | undefined> {
		if (this.#asked.has(key) || this.#silent) return this.#asked.get(key);
		const answer = await this.#find(key);
		if (answer === "no-answer") this.#silent = true;
		else this.#asked.set(key, answer);
		return answer === "no-answer" ? undefined : answer;
	}
}

function isMendable({ target, verdict }: JudgedLink): boolean {
	if (target.kind !== "http" || verdict.verdict !== "dead" || !mendable.has(verdict.reason)) return false;
	const { hostname, username, password } = new URL(target.key);
	// Copies have no copies, and a password is nobody else's business.
	return hostname !== "web.archive.org" && username === "" && password === "";
}
