import type { Attempt } from "../../model.ts";
import type { Fetch } from "./fetch.ts";

/**
 * Asks for a page that was read before on condition that it has changed (RFC 9110, 13.1). "Not modified" says that the answer
 * of then still holds, and stands for it: whoever asked sees no difference.
 *
 * @param before the last answer from a URL, with its validators.
 */
export function revalidate(fetch: Fetch, before: (url: string, ids: boolean) => Attempt | undefined): Fetch {
	return async (request) => {
		const known = before(request.url, request.ids);
		if (known === undefined) return fetch(request);
		const { etag, "last-modified": lastModified } = known.headers;
		const answer = await fetch({
			...request,
			condition: {
				...(etag === undefined ? {} : { "if-none-match": etag }),
				...(lastModified === undefined ? {} : { "if-modified-since": lastModified }),
			},
		});
		if (answer.attempt.status !== 304) return answer;
		const { cause, identity, milliseconds } = answer.attempt;
		return { cookies: answer.cookies, attempt: { ...known, cause, identity, milliseconds } };
	};
}
