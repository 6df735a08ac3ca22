import http from "node:http";
import net, { isIP, type LookupFunction } from "node:net";
import { Duplex, pipeline } from "node:stream";
import tls from "node:tls";
import type { RawAnswer } from "./answer.ts";
import { requestTarget } from "./fetch.ts";
import { mendHead } from "./mend.ts";

export interface LenientOptions {
	readonly lookup: LookupFunction;
	readonly autoSelectFamily: boolean;
	readonly autoSelectFamilyAttemptTimeout: number;
	readonly maxHeaderSize: number;
}

/**
 * The second opinion on an answer that undici's strict parser refuses: bare LF, a space in a header name, a 100 that nobody
 * asked for. Browsers read these, so a reader gets the page. One connection, not kept.
 */
export function askLeniently(
	url: URL,
	headers: Readonly<Record<string, string>>,
	signal: AbortSignal,
	options: LenientOptions,
): Promise<RawAnswer> {
	const secure = url.protocol === "https:";
	const host = url.hostname.replace(/^\[|\]$/g, "");
	const path = requestTarget(url);
	const { maxHeaderSize, ...socket } = options;
	const createConnection = (): Duplex => {
		const target = { ...socket, host, port: Number(url.port) || (secure ? 443 : 80) };
		const name = isIP(host) === 0 ? { servername: host } : {};
		return mending(secure ? tls.connect({ ...target, ...name }) : net.connect(target));
	};
	return new Promise((resolve, reject) => {
		http
			.request(
				{
					createConnection,
					insecureHTTPParser: true,
					maxHeaderSize,
					path,
					headers: { host: url.host, ...headers },
					signal,
				},
				(response) =>
					resolve({ status: response.statusCode ?? 0, headers: response.headers, body: response }),
			)
			.on("error", reject)
			.end();
	});
}

function mending(socket: net.Socket): Duplex {
	const mend = mendHead();
	// The duplex below passes an error on; here it only has to be taken.
	pipeline(socket, mend, () => {});
	return Duplex.from({ writable: socket, readable: mend });
}
