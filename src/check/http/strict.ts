import type { IncomingHttpHeaders } from "node:http";
import type { LookupFunction, Socket } from "node:net";
import { buildConnector, Client } from "undici";
import type { RawAnswer } from "./answer.ts";
import { Connections } from "./connections.ts";
import { failureOf } from "./failure.ts";
import { requestTarget } from "./fetch.ts";

export interface StrictOptions {
	readonly lookup: LookupFunction;
	readonly autoSelectFamily: boolean;
	readonly autoSelectFamilyAttemptTimeout: number;
	readonly maxHeaderSize: number;
	/** Milliseconds after which a connection that is not made is given up. */
	readonly timeout: number;
	/** Connections to one origin. */
	readonly connections: number;
}

export interface StrictAsker {
	readonly ask: (
		url: URL,
		headers: Readonly<Record<string, string>>,
		signal: AbortSignal,
	) => Promise<RawAnswer>;
	/** The address that a host was last connected to. */
	readonly address: (host: string) => string | undefined;
	readonly close: () => Promise<void>;
}

/** Milliseconds that a connection waits for another link. Most hosts have none, whatever time they offer. */
const IDLE = 1_000;

/** The first opinion: undici, over connections that are kept for the next link to the same origin. */
export function openStrict({ maxHeaderSize, connections, ...socket }: StrictOptions): StrictAsker {
	const connector = buildConnector(socket);
	const addresses = new Map<string, string>();
	/** Those that still connect are known to nobody else, and would hold up the end of the process. */
	const sockets = new Set<Socket>();
	const connect: buildConnector.connector = (target, callback) => {
		// What it returns is missing from undici's types.
		const begun = connector(target, (...[error, connected]: [Error, null] | [null, Socket]) => {
			if (connected?.remoteAddress !== undefined) addresses.set(target.host ?? "", connected.remoteAddress);
			if (error === null) callback(null, connected);
			else callback(error, null);
		}) as unknown as Socket;
		sockets.add(begun);
		begun.once("close", () => sockets.delete(begun));
	};
	const options = {
		connect,
		maxHeaderSize,
		headersTimeout: 0,
		bodyTimeout: 0,
		keepAliveTimeout: IDLE,
		keepAliveMaxTimeout: IDLE,
	};
	const pool = new Connections(connections, (origin) => new Client(origin, options));
	/** Origins that kept a connection, for all we know. */
	const answered = new Set<string>();

	const ask: StrictAsker["ask"] = async (url, headers, signal) => {
		const { client, release } = await pool.take(url.origin);
		try {
			const answer = await client.request({ path: requestTarget(url), method: "GET", headers, signal });
			answered.add(url.origin);
			answer.body.once("close", release);
			return { status: answer.statusCode, headers: answer.headers as IncomingHttpHeaders, body: answer.body };
		} catch (error) {
			release();
			throw error;
		}
	};

	return {
		async ask(url, headers, signal) {
			try {
				return await ask(url, headers, signal);
			} catch (error) {
				// A kept connection may be closed from the other side just as it is used again: that is no failure of the site's.
				const stale = answered.has(url.origin) && failureOf(error).code === "reset" && !signal.aborted;
				if (!stale) throw error;
				return ask(url, headers, signal);
			}
		},
		address: (host) => addresses.get(host),
		async close() {
			await pool.close();
			for (const socket of sockets) socket.destroy();
		},
	};
}
