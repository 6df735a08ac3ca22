import type { LookupFunction } from "node:net";
import type { Attempt } from "../../model.ts";
import { setAlarm } from "./alarm.ts";
import { receive } from "./answer.ts";
import { failureOf } from "./failure.ts";
import type { Answer, Fetch, WebRequest } from "./fetch.ts";
import { guardLiteral } from "./guard.ts";
import { askLeniently } from "./lenient.ts";
import { openStrict } from "./strict.ts";

export interface ClientOptions {
	readonly lookup: LookupFunction;
	/** Names and literal addresses that may be private. */
	readonly allows: (host: string) => boolean;
	/** Milliseconds after which a connection that is not made is given up. */
	readonly timeout: number;
	/** Connections to one origin. */
	readonly connections: number;
	/** The headers of a request: identity, negotiation, and those that the user set for this host. */
	readonly headers: (request: WebRequest) => Readonly<Record<string, string>>;
	readonly now: () => number;
}

export interface Client {
	readonly fetch: Fetch;
	/** Requests sent so far. */
	readonly sent: () => number;
	readonly close: () => Promise<void>;
}

/** Some servers answer with 40 KiB of headers, and browsers show their pages: browsers stop at 256 KiB. */
const MAX_HEADER_BYTES = 256 * 1024;
/** One address family gets this long before the other is tried beside it; a round trip of 300 ms must fit. */
const FAMILY_PATIENCE = 500;

/** Asks one URL once: guarded address, the start of the body (not read yet), every error an attempt. */
export function openClient(options: ClientOptions): Client {
	const { lookup, timeout, connections } = options;
	const socket = {
		lookup,
		autoSelectFamily: true,
		autoSelectFamilyAttemptTimeout: FAMILY_PATIENCE,
		maxHeaderSize: MAX_HEADER_BYTES,
	};
	const strict = openStrict({ ...socket, timeout, connections });
	let sent = 0;

	async function fetch(request: WebRequest): Promise<Answer> {
		const began = options.now();
		const url = new URL(request.url);
		const finish = (rest: Partial<Attempt>): Attempt => ({
			cause: request.cause,
			method: "GET",
			url: request.url,
			identity: request.identity,
			headers: {},
			...addressOf(strict.address(url.host)),
			...rest,
			milliseconds: Math.round(options.now() - began),
		});
		// Not AbortSignal.any: what listens to a signal that it makes is kept as long as the run's own signal.
		const stop = new AbortController();
		const { signal } = stop;
		const stopAlarm = setAlarm(request.timeout, () => stop.abort(new RequestTimeout(request.timeout)));
		const giveUp = (): void => stop.abort(new RequestTimeout(options.now() - began));
		const cancel = (): void => stop.abort(request.signal.reason);
		if (request.signal.aborted) cancel();
		else request.signal.addEventListener("abort", cancel, { once: true });
		try {
			guardLiteral(url.hostname, options.allows);
			sent += 1;
			const headers = options.headers(request);
			const asked =
				request.parser === "lenient"
					? askLeniently(url, headers, signal, socket)
					: strict.ask(url, headers, signal);
			const { onSilence } = request;
			const stopHalfway =
				onSilence === undefined ? undefined : setAlarm(request.timeout / 2, () => onSilence(giveUp));
			// undici looks at the signal only once there is a connection; a host that never answers has none.
			const raw = await Promise.race([asked, aborted(signal)]).finally(stopHalfway);
			const { attempt, ...received } = await receive(raw, request);
			return { ...received, attempt: finish(attempt) };
		} catch (error) {
			// Stopped from outside: that is no news about the link.
			if (request.signal.aborted) throw request.signal.reason;
			return { cookies: [], attempt: finish({ failure: failureOf(signal.aborted ? signal.reason : error) }) };
		} finally {
			stopAlarm();
			request.signal.removeEventListener("abort", cancel);
		}
	}
	return { fetch, sent: () => sent, close: strict.close };
}

function addressOf(address: string | undefined): Pick<Attempt, "address"> {
	return address === undefined ? {} : { address };
}

function aborted(signal: AbortSignal): Promise<never> {
	return new Promise((_, reject) => {
		if (signal.aborted) reject(signal.reason);
		else signal.addEventListener("abort", () => reject(signal.reason), { once: true });
	});
}

class RequestTimeout extends Error {
	readonly code = "ETIMEDOUT";
	constructor(milliseconds: number) {
		super(`no answer in ${Math.round(milliseconds) / 1000} s`);
	}
}
