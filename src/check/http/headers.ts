import type { WebRequest } from "./fetch.ts";
import { acceptEncoding } from "./read.ts";

/** A header that the user wants sent to a host, or to `*`. */
export interface HostHeader {
	readonly host: string;
	readonly name: string;
	readonly value: string;
}

/**
 * The headers of one request. A header of the user's goes to its own host and nowhere else, whatever redirects say, and only
 * where nobody on the way can read it (https, or a host that was allowed to be private).
 */
export function requestHeaders(
	userAgent: string,
	extra: readonly HostHeader[],
	allows: (host: string) => boolean,
): (request: WebRequest) => Record<string, string> {
	return (request) => {
		const { hostname, protocol } = new URL(request.url);
		const closed = protocol === "https:" || allows(hostname);
		const own = closed ? extra.filter(({ host }) => host === "*" || host.toLowerCase() === hostname) : [];
		return {
			"user-agent":
				request.identity === "plain"
					? userAgent
					: `Mozilla/5.0 (compatible; ${userAgent.replace(/[()]/g, "").replace(" ", "; ")})`,
			accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
			"accept-language": "en,*;q=0.5",
			"accept-encoding": acceptEncoding,
			...(request.cookie === undefined ? {} : { cookie: request.cookie }),
			...request.condition,
			...Object.fromEntries(own.map(({ name, value }) => [name.toLowerCase(), value])),
		};
	};
}
