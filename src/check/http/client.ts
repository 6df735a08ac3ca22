import type { IncomingHttpHeaders } from "node:http";
import type { LookupFunction, Socket } from "node:net";
import { Agent, buildConnector } from "undici";
import type { Attempt } from "../../model.ts";
import { type RawAnswer, readAnswer } from "./answer.ts";
import { failureOf } from "./failure.ts";
import { type Answer, type Fetch, requestTarget, type WebRequest } from "./fetch.ts";
import { guardLiteral } from "./guard.ts";
import { askLeniently } from "./lenient.ts";

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

/** Asks one URL once: guarded address, the start of the body, every error an attempt. */
export function openClient(options: ClientOptions): Client {
	const socket = {
		lookup: options.lookup,
		autoSelectFamily: true,
		autoSelectFamilyAttemptTimeout: FAMILY_PATIENCE,
	};
	const connector = buildConnector({ ...socket, timeout: options.timeout });
	const addresses = new Map<string, string>();
	const agent = new Agent({
		connections: options.connections,
		pipelining: 1,
		maxHeaderSize: MAX_HEADER_BYTES,
		headersTimeout: 0,
		bodyTimeout: 0,
		connect: (target, callback) =>
			connector(target, (...[error, connected]: [Error, null] | [null, Socket]) => {
				if (connected?.remoteAddress !== undefined) addresses.set(target.host ?? "", connected.remoteAddress);
				if (error === null) callback(null, connected);
				else callback(error, null);
			}),
	});
	let sent = 0;

	async function strictly(request: WebRequest, signal: AbortSignal): Promise<RawAnswer> {
		const url = new URL(request.url);
		const { statusCode, headers, body } = await agent.request({
			origin: url.origin,
			path: requestTarget(url),
			method: "GET",
			headers: options.headers(request),
			signal,
		});
		return { status: statusCode, headers: headers as IncomingHttpHeaders, body };
	}

	async function fetch(request: WebRequest): Promise<Answer> {
		const began = options.now();
		const url = new URL(request.url);
		const finish = (rest: Partial<Attempt>, cookies: readonly string[] = []): Answer => ({
			cookies,
			attempt: {
				cause: request.cause,
				method: "GET",
				url: request.url,
				identity: request.identity,
				headers: {},
				...addressOf(addresses.get(url.host)),
				...rest,
				milliseconds: Math.round(options.now() - began),
			},
		});
		const timer = new AbortController();
		const timeout = setTimeout(() => timer.abort(new RequestTimeout(request.timeout)), request.timeout);
		const signal = AbortSignal.any([timer.signal, request.signal]);
		try {
			guardLiteral(url.hostname, options.allows);
			sent += 1;
			const asked =
				request.parser === "lenient"
					? askLeniently(request, {
							...socket,
							headers: options.headers(request),
							maxHeaderSize: MAX_HEADER_BYTES,
							signal,
						})
					: strictly(request, signal);
			// undici looks at the signal only once there is a connection; a host that never answers has none.
			const raw = await Promise.race([asked, aborted(signal)]);
			const { attempt, cookies } = await readAnswer(raw, request);
			return finish(attempt, cookies);
		} catch (error) {
			// Stopped from outside: that is no news about the link.
			if (request.signal.aborted) throw request.signal.reason;
			return finish({ failure: failureOf(signal.aborted ? signal.reason : error) });
		} finally {
			clearTimeout(timeout);
		}
	}
	return { fetch, sent: () => sent, close: () => agent.destroy() };
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
		super(`no answer in ${milliseconds / 1000} s`);
	}
}
