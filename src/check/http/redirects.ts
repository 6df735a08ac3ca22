import type { Attempt, AttemptCause, FailureCode } from "../../model.ts";
import { CookieJar } from "./cookies.ts";
import type { Answer, Fetch, WebRequest } from "./fetch.ts";

/** A request and all it was sent on to, in order; the last attempt is the answer. */
export type Chain = (request: WebRequest) => Promise<readonly Attempt[]>;

/** Statuses that send a reader on. 300 and 304 do not. */
const redirecting = new Set([301, 302, 303, 307, 308]);
/** A `<meta http-equiv=refresh>` that waits longer is a page with a clock, not a hop. Seconds. */
const SHORT_DELAY = 5;

/**
 * Follows redirects by hand: each hop is an attempt of its own, is throttled on its own host and passes the address guard,
 * because every one of them goes through `fetch`. Cookies live as long as the chain.
 */
export function followRedirects(fetch: Fetch, maxRedirects: number): Chain {
	return async (first) => {
		const jar = new CookieJar();
		const chain: Attempt[] = [];
		const seen = new Set<string>();
		let next: Hop = { url: first.url, cause: first.cause };
		for (;;) {
			const cookie = jar.for(next.url);
			seen.add(`${next.url} ${cookie ?? ""}`);
			const answer = await fetch({ ...first, ...next, ...(cookie === undefined ? {} : { cookie }) });
			jar.keep(next.url, answer.cookies);
			const hop = hopAfter(answer);
			const wrong = hop === undefined ? undefined : objection(hop, chain.length, maxRedirects, seen, jar);
			chain.push(wrong === undefined ? answer.attempt : { ...answer.attempt, failure: wrong });
			if (hop === undefined || wrong !== undefined) return chain;
			next = { url: hop.url, cause: hop.cause };
		}
	};
}

interface Hop {
	readonly url: string;
	readonly cause: AttemptCause;
	/** What the hop cannot be followed for. */
	readonly wrong?: FailureCode;
}

/** Where an answer sends its reader, if anywhere. */
function hopAfter({ attempt }: Answer): Hop | undefined {
	if (attempt.failure !== undefined || attempt.status === undefined) return undefined;
	const refresh = attempt.body?.refresh;
	if (redirecting.has(attempt.status)) {
		const location = attempt.headers.location?.trim();
		if (location === undefined || location === "" || !URL.canParse(location, attempt.url)) {
			return { url: location ?? "", cause: "redirect", wrong: "bad-redirect" };
		}
		return onTheWeb(new URL(location, attempt.url), "redirect");
	}
	if (attempt.status < 300 && refresh !== undefined && refresh.seconds <= SHORT_DELAY) {
		const hop = onTheWeb(new URL(refresh.url), "refresh");
		// A page that reloads itself is where the reader stays.
		return hop.url === attempt.url || hop.wrong !== undefined ? undefined : hop;
	}
	return undefined;
}

/** Browsers refuse these from a redirect. */
const refused = new Set(["javascript:", "data:", "file:", "blob:", "about:", "view-source:"]);

function onTheWeb(url: URL, cause: AttemptCause): Hop {
	url.hash = "";
	if (url.protocol === "http:" || url.protocol === "https:") return { url: url.href, cause };
	return { url: url.href, cause, wrong: refused.has(url.protocol) ? "bad-redirect" : "foreign-redirect" };
}

function objection(
	hop: Hop,
	hopsSoFar: number,
	maxRedirects: number,
	seen: ReadonlySet<string>,
	jar: CookieJar,
): Attempt["failure"] {
	const detail = hop.url === "" ? "a redirect without a Location" : `redirect to ${hop.url}`;
	if (hop.wrong !== undefined) return { code: hop.wrong, detail };
	// The same address with other cookies is how sites set them; the same with the same cookies never ends.
	if (seen.has(`${hop.url} ${jar.for(hop.url) ?? ""}`)) return { code: "redirect-loop", detail };
	if (hopsSoFar >= maxRedirects) return { code: "too-many-redirects", detail: `${hopsSoFar + 1} redirects` };
	return undefined;
}
