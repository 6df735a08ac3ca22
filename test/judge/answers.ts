import { bodyFacts } from "../../src/check/http/body.ts";
import type { Attempt, HttpObservation, Reason } from "../../src/model.ts";

/** A small recorded answer. */
export interface Answer {
	readonly url?: string;
	/** 200 when absent. */
	readonly status?: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string | Buffer;
}

/** One that looks like a row's and is not, with the reason that is right. */
export interface NearMiss extends Answer {
	/** `ok` when absent. */
	readonly reason?: Reason;
}

/** What every row of a table has: without one of each, it is neither proved nor kept in check. */
export interface Specimens {
	readonly catches: readonly [Answer, ...Answer[]];
	readonly spares: readonly [NearMiss, ...NearMiss[]];
}

export const ASKED = "https://example.org/notes/some-page";

export function html(title: string, body: string): string {
	return `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;
}

/** So much text that the page is an article and not a notice. */
export const article = `<p>${"Words that a reader came for. ".repeat(100)}</p>`;

/** What a single-page app sends for every address. */
export function shell(title = "App"): string {
	return html(title, '<div id="root"></div><script src="/main.js"></script>');
}

export function attempt(
	{ url = ASKED, status = 200, headers = {}, body }: Answer,
	more: Partial<Attempt> = {},
): Attempt {
	const type = headers["content-type"];
	return {
		cause: "first",
		method: "GET",
		identity: "plain",
		milliseconds: 1,
		url,
		status,
		headers,
		...(body === undefined
			? {}
			: { body: bodyFacts({ bytes: Buffer.from(body), complete: true }, type, url, false) }),
		...more,
	};
}

/** One look at `asked`: an answer, which may have come from elsewhere by one redirect. */
export function observe(answer: Answer, asked: string = ASKED): HttpObservation {
	const { url = asked } = answer;
	const last = attempt({ ...answer, url });
	if (url === asked) return observation([last], asked);
	const first = attempt({ url: asked, status: 302, headers: { location: url } });
	return observation([first, { ...last, cause: "redirect" }], asked);
}

export function observation(
	attempts: readonly Attempt[],
	key: string = attempts[0]?.url ?? ASKED,
): HttpObservation {
	return { kind: "http", key, attempts, via: "page" };
}
