import type { Answer, Fetch, WebRequest } from "../../../src/check/http/fetch.ts";
import type { Reader } from "../../../src/check/http/reader.ts";
import type { Attempt, BodyFacts } from "../../../src/model.ts";
import type { ManualClock } from "../../clock.ts";

export function request(url: string, more: Partial<WebRequest> = {}): WebRequest {
	return {
		url,
		cause: "first",
		identity: "plain",
		timeout: 20_000,
		parser: "strict",
		patience: 60_000,
		ids: false,
		signal: new AbortController().signal,
		...more,
	};
}

/** What a host may say: a status, or all of an attempt that matters, with cookies. */
export interface Saying extends Partial<Pick<Attempt, "status" | "failure" | "headers" | "body">> {
	readonly cookies?: readonly string[];
	/** Milliseconds that it takes. */
	readonly takes?: number;
}

export function answerTo(
	{ url, cause, identity }: WebRequest,
	{ cookies = [], takes = 0, ...saying }: Saying,
): Answer {
	return {
		attempt: { cause, method: "GET", url, identity, headers: {}, milliseconds: takes, ...saying },
		cookies,
	};
}

export function failure(code: NonNullable<Attempt["failure"]>["code"]): Saying {
	return { failure: { code, detail: code } };
}

export function redirect(location: string, status = 302): Saying {
	return { status, headers: { location } };
}

export function html(facts: Partial<BodyFacts> = {}): BodyFacts {
	return { looksLike: "html", bytes: 100, complete: true, textLength: 50, shell: false, ...facts };
}

/** For answers whose body is read already, as those of a stub are. */
export const readAlready: Reader = async (answer) => answer;

/** A fetch with an answer for every request, which keeps what it was asked and when. */
export class Stub {
	readonly asked: WebRequest[] = [];
	readonly times: number[] = [];
	/** The most requests that were on their way at one time. */
	busiest = 0;
	#busy = 0;
	readonly #say: (request: WebRequest, count: number) => Saying;
	readonly #clock: ManualClock | undefined;

	/** @param say gets the request and how many there have been, this one included. */
	constructor(say: (request: WebRequest, count: number) => Saying, clock?: ManualClock) {
		this.#say = say;
		this.#clock = clock;
	}

	readonly fetch: Fetch = async (request) => {
		this.asked.push(request);
		this.times.push(this.#clock?.now() ?? 0);
		this.#busy += 1;
		this.busiest = Math.max(this.busiest, this.#busy);
		const saying = this.#say(request, this.asked.length);
		const { takes = 0 } = saying;
		const began = this.#clock?.now() ?? 0;
		const givenUp = new AbortController();
		const halfway = Math.min(takes, request.timeout / 2);
		await this.#clock?.sleep(halfway, request.signal);
		if (takes > halfway) {
			request.onSilence?.(() => givenUp.abort());
			await this.#clock?.sleep(takes - halfway, AbortSignal.any([request.signal, givenUp.signal]));
		}
		this.#busy -= 1;
		request.signal.throwIfAborted();
		if (!givenUp.signal.aborted) return answerTo(request, saying);
		return answerTo(request, { ...failure("timeout"), takes: (this.#clock?.now() ?? 0) - began });
	};

	get urls(): string[] {
		return this.asked.map(({ url }) => url);
	}
}
