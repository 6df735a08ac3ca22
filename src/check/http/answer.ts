import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";
import type { Attempt } from "../../model.ts";
import { failureOf } from "./failure.ts";
import type { Answer, WebRequest } from "./fetch.ts";
import { enoughFor, readStart } from "./read.ts";

/** A status line and headers, with the body still to come. */
export interface RawAnswer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: Readable;
}

/** Of the time for a request, how much its body may take once the status is there. */
const BODY_SHARE = 0.25;
const MIN_BODY_PATIENCE = 1_000;

/** Headers that a verdict, a retry or a reader needs. Cookies and everything else stay behind. */
const kept = [
	"location",
	"content-type",
	"content-length",
	"content-encoding",
	"retry-after",
	"ratelimit",
	"ratelimit-remaining",
	"ratelimit-reset",
	"x-ratelimit-remaining",
	"x-ratelimit-reset",
	"server",
	"via",
	"etag",
	"last-modified",
	"cf-mitigated",
	"x-amzn-waf-action",
	"x-vercel-mitigated",
	"x-vercel-error",
	"x-datadome",
	"x-dd-b",
	"x-served-by",
	"www-authenticate",
] as const;

/** Receives as much of an answer as a verdict needs, and lets the rest go. */
export async function receive(
	raw: RawAnswer,
	request: WebRequest,
): Promise<Omit<Answer, "attempt"> & { readonly attempt: Partial<Attempt> }> {
	const headers = keep(raw.headers);
	const limit = enoughFor(request.ids);
	const media = /^(image|video|audio|application\/(pdf|zip|octet-stream))/.test(
		headers["content-type"] ?? "",
	);
	const start = await readStart(
		raw.body,
		(length, first) => length >= limit || media || first.subarray(0, 1024).includes("%PDF-"),
		Math.max(MIN_BODY_PATIENCE, request.timeout * BODY_SHARE),
	);
	const cookies = [raw.headers["set-cookie"] ?? []].flat();
	// A good status without a single byte of the promised body is no page. A bad one says all there is to say.
	if (raw.status < 300 && start.error !== undefined && start.bytes.length === 0) {
		return { attempt: { status: raw.status, headers, failure: failureOf(start.error) }, cookies };
	}
	return { attempt: { status: raw.status, headers }, cookies, page: start };
}

function keep(headers: IncomingHttpHeaders): Record<string, string> {
	const result: Record<string, string> = {};
	for (const name of kept) {
		const value = headers[name];
		const first = Array.isArray(value) ? value[0] : value;
		if (first !== undefined) result[name] = utf8(first);
	}
	return result;
}

/** Header bytes arrive as latin1; a non-ASCII Location is UTF-8 nearly everywhere. */
function utf8(value: string): string {
	if (!/[\u0080-\u00ff]/.test(value)) return value;
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(value, "latin1"));
	} catch {
		return value;
	}
}
