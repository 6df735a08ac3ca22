import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import type { RawAnswer } from "./answer.ts";
import { requestTarget, type WebRequest } from "./fetch.ts";

export interface LenientOptions {
	readonly lookup: LookupFunction;
	readonly autoSelectFamily: boolean;
	readonly autoSelectFamilyAttemptTimeout: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly maxHeaderSize: number;
	readonly signal: AbortSignal;
}

/**
 * The second opinion on an answer that undici's strict parser refuses: bare LF, a space in a header name, a missing reason
 * phrase. Browsers read these, so a reader gets the page. One connection, not kept.
 */
export function askLeniently(request: WebRequest, options: LenientOptions): Promise<RawAnswer> {
	const url = new URL(request.url);
	const send = url.protocol === "https:" ? https.request : http.request;
	return new Promise((resolve, reject) => {
		send(
			{
				...options,
				hostname: url.hostname.replace(/^\[|\]$/g, ""),
				port: url.port,
				path: requestTarget(url),
				method: "GET",
				agent: false,
				insecureHTTPParser: true,
			},
			(response) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: response }),
		)
			.on("error", reject)
			.end();
	});
}
