import type { Attempt } from "../../model.ts";
import { Ended, type Fetch, type WebRequest } from "./fetch.ts";

/**
 * Asked only when every link has failed: IANA keeps the first up for examples, and the second is where most catalogues live.
 * An answer of any kind means that the network is there and that the links are to blame.
 */
const canaries = ["https://example.com/", "https://github.com/"];
/** Hosts that must have failed, with none heard from, before a run stops asking the rest. */
const SUSPICIOUS = 12;
/** What a missing network looks like from here. */
const silences = new Set([
	"no-such-host",
	"lookup-failed",
	"refused",
	"unreachable",
	"reset",
	"timeout",
	"tls-handshake",
	"tls-self-signed",
]);

/** Knows whether there is a network at all. Without one nothing may be called dead. */
export class Network {
	readonly #fetch: Fetch;
	readonly #timeout: number;
	#heard = false;
	readonly #silent = new Set<string>();
	#canary: Promise<boolean> | undefined;

	/** @param fetch what asks the canaries. */
	constructor(fetch: Fetch, timeout: number) {
		this.#fetch = fetch;
		this.#timeout = timeout;
	}

	/** Whether anything has answered a link so far: then there is a network. */
	get heard(): boolean {
		return this.#heard;
	}

	/** Wraps a fetch: learns from its answers, and stops asking once there is no network for certain. */
	listen(fetch: Fetch): Fetch {
		return async (request) => {
			if (!this.#heard && this.#silent.size >= SUSPICIOUS && !(await this.#ask(request.signal)))
				throw new Ended("no-network");
			const answer = await fetch(request);
			this.#learn(answer.attempt);
			return answer;
		};
	}

	/** False when links failed and neither they nor the canaries gave a sign of life. Ask when the run is over. */
	async online(signal: AbortSignal): Promise<boolean> {
		return this.#heard || this.#silent.size === 0 || (await this.#ask(signal));
	}

	#learn(attempt: Attempt): void {
		if (attempt.status !== undefined) this.#heard = true;
		else if (silences.has(attempt.failure?.code ?? "")) this.#silent.add(new URL(attempt.url).hostname);
	}

	#ask(signal: AbortSignal): Promise<boolean> {
		this.#canary ??= Promise.all(canaries.map((url) => this.#answers(url, signal))).then((answers) =>
			answers.includes(true),
		);
		return this.#canary;
	}

	async #answers(url: string, signal: AbortSignal): Promise<boolean> {
		const request: WebRequest = {
			url,
			signal,
			cause: "first",
			identity: "plain",
			parser: "strict",
			timeout: this.#timeout,
			patience: 0,
			ids: false,
		};
		try {
			return (await this.#fetch(request)).attempt.status !== undefined;
		} catch {
			return false;
		}
	}
}
