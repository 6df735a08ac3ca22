import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Attempt, HttpObservation, HttpTarget, RunError, Verdict, VerdictWord } from "../../model.ts";
import type { CacheFile, Entry } from "./cache-file.ts";
import type { Look } from "./look.ts";

const DAY = 86_400_000;
/** Days that an answer is used again. A dead link is news that must not be old, and a skipped one was never asked. */
const days: Readonly<Record<VerdictWord, number>> = { alive: 7, moved: 7, unsure: 1, dead: 0, skipped: 0 };
/** Lifetimes differ by this share either way, so that links that were first seen together are not all asked again together. */
const SPREAD = 0.25;
/** Days after which an answer is dropped: until then its validators may still save a download. */
const FORGOTTEN = 60;

export interface CacheOptions {
	/** Whatever else changes what is seen, as one text: an answer counts only where it is the same. Nothing secret. */
	readonly circumstances: string;
	/** The verdicts on all links to the target of an observation. */
	readonly verdicts: (observation: HttpObservation) => readonly Verdict[];
	readonly now: () => number;
}

/** Answers of earlier runs and of this one. */
export class Cache {
	readonly #file: CacheFile;
	readonly #options: CacheOptions;
	readonly #circumstances: string;
	readonly #entries: Map<string, Entry>;
	/** Keys of looks that nobody answered: without a network they mean nothing. */
	readonly #unanswered = new Set<string>();
	readonly #answers: ReadonlyMap<string, Attempt>;

	constructor(file: CacheFile, options: CacheOptions) {
		this.#file = file;
		this.#options = options;
		this.#circumstances = digest(options.circumstances).toString("hex", 0, 6);
		this.#entries = new Map(file.entries);
		this.#answers = new Map(
			[...this.#entries.values()].flatMap(({ key, observation }) => {
				const answer = answerIn(observation);
				if (answer === undefined || !hasValidator(answer)) return [];
				return [[answer.url + key.slice(observation.key.length), answer]];
			}),
		);
	}

	/** What is known of a target and still counts. */
	recall(target: HttpTarget, ids: boolean): HttpObservation | undefined {
		const entry = this.#entries.get(this.#key(target.key, ids));
		if (entry === undefined) return undefined;
		const age = this.#options.now() - entry.at;
		const lifetime = this.#days(entry.observation) * DAY * jitter(entry.key);
		// A time to come is a clock that was wrong, here or there.
		return age >= 0 && age < lifetime ? { ...entry.observation, seenAt: entry.at } : undefined;
	}

	/** The last answer from a URL, however old, where it came with something to ask by whether it still holds. */
	answerFrom(url: string, ids: boolean): Attempt | undefined {
		return this.#answers.get(this.#key(url, ids));
	}

	/** Keeps what was seen, if it is worth keeping. */
	remember(observation: HttpObservation, ids: boolean): void {
		if (observation.ended !== undefined || this.#days(observation) === 0) return;
		// User and password of a URL are in the document already, but the file travels further than that.
		if (observation.attempts.some(({ url }) => hasCredentials(url))) return;
		const key = this.#key(observation.key, ids);
		const entry = { key, at: this.#options.now(), observation: this.#slim(observation) };
		this.#entries.set(key, entry);
		if (answerIn(observation)?.status === undefined) this.#unanswered.add(key);
		else this.#file.append(entry);
	}

	/** Writes the file as it is to stay. Without a network, silence was not the links' own. */
	async close(online: boolean): Promise<readonly RunError[]> {
		if (!online) for (const key of this.#unanswered) this.#entries.delete(key);
		const oldest = this.#options.now() - FORGOTTEN * DAY;
		await this.#file.rewrite(this.#entries.values(), ({ at }) => at >= oldest);
		return this.#file.errors;
	}

	#key(url: string, ids: boolean): string {
		return `${url} ${this.#circumstances}${ids ? " ids" : ""}`;
	}

	/** The least that any link to the target allows: a page may be alive and the anchor of one of them missing. */
	#days(observation: HttpObservation): number {
		const each = this.#options
			.verdicts(observation)
			.map(({ verdict, reason }) => (reason === "no-network" ? 0 : days[verdict]));
		return Math.min(days.alive, ...each);
	}

	/** Without the texts of the pages, unless a verdict rests on them. */
	#slim(observation: HttpObservation): HttpObservation {
		const slim = { ...observation, attempts: observation.attempts.map(withoutText) };
		const { verdicts } = this.#options;
		return isDeepStrictEqual(verdicts(slim), verdicts(observation)) ? slim : observation;
	}
}

/** Looks only at what the cache does not know. */
export function remembered(look: Look, cache: Cache): Look {
	return (target, ids) => {
		const known = cache.recall(target, ids);
		if (known !== undefined) return Promise.resolve(known);
		return look(target, ids).then((observation) => {
			cache.remember(observation, ids);
			return observation;
		});
	};
}

/** What was answered in the end. What its neighbours said comes after it and is about them. */
function answerIn({ attempts }: HttpObservation): Attempt | undefined {
	return attempts.findLast(({ cause }) => cause !== "sibling");
}

function withoutText(attempt: Attempt): Attempt {
	if (attempt.body === undefined) return attempt;
	const { text: _, source: __, ...body } = attempt.body;
	return { ...attempt, body };
}

function hasValidator({ status, headers }: Attempt): boolean {
	return status === 200 && (headers.etag !== undefined || headers["last-modified"] !== undefined);
}

function hasCredentials(url: string): boolean {
	const { username, password } = new URL(url);
	return username !== "" || password !== "";
}

/** From `1 - SPREAD` to `1 + SPREAD`, the same for a key in every run. */
function jitter(key: string): number {
	return 1 - SPREAD + 2 * SPREAD * (digest(key).readUInt32BE() / 2 ** 32);
}

function digest(text: string): Buffer {
	return createHash("sha256").update(text).digest();
}
