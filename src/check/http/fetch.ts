import type { Attempt, AttemptCause, Ending } from "../../model.ts";
import type { BodyStart } from "./read.ts";
import type { Turn } from "./turn.ts";

/** What one request needs to know. */
export interface WebRequest {
	/** Absolute, http or https, without a fragment. */
	readonly url: string;
	readonly cause: AttemptCause;
	readonly identity: Attempt["identity"];
	/** The value of a Cookie header. */
	readonly cookie?: string;
	/** Headers that ask for the page only if it has changed. */
	readonly condition?: Readonly<Record<string, string>>;
	/** Milliseconds from the first byte sent to the last byte needed; waiting for a turn does not count. */
	readonly timeout: number;
	/** `lenient` for the second opinion on an answer that the strict parser refused. */
	readonly parser: "strict" | "lenient";
	/** Milliseconds that this request may wait for its host's pace; beyond, the look ends as rate-limited. */
	readonly patience: number;
	/** What was waited for before; without one, or once it is used, the request waits for its own. */
	readonly turn?: Turn;
	/** Read far enough to find an anchor, and keep the ids. */
	readonly ids: boolean;
	/** Told once when nothing has come for half of the time, with what ends the request as if all of it were over. */
	readonly onSilence?: (giveUp: () => void) => void;
	readonly signal: AbortSignal;
}

/** What came of a request. Cookies are beside the attempt because they are nobody's business after the chain. */
export interface Answer {
	readonly attempt: Attempt;
	/** The values of Set-Cookie, as sent. */
	readonly cookies: readonly string[];
	/** The start of the body as it came, until it is read: then its facts are in the attempt. */
	readonly page?: BodyStart;
}

/** Thrown instead of an answer: the look is over. A signal that stops requests has one as its reason. */
export class Ended extends Error {
	readonly ending: Ending;
	constructor(ending: Ending) {
		super(ending);
		this.ending = ending;
	}
}

/**
 * One request. What can go wrong on the way is an attempt with a failure; the only thing thrown is `Ended`. The network is a
 * stack of these, each with one concern; `web.ts` puts them together.
 */
export type Fetch = (request: WebRequest) => Promise<Answer>;

/** What a request line asks for: path and query as browsers send them, an empty query with its question mark. */
export function requestTarget(url: URL): string {
	return url.pathname + (url.search === "" && url.href.endsWith("?") ? "?" : url.search);
}
