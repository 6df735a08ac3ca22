import * as z from "zod";
import type { Look } from "../check/http/look.ts";
import type { ArchivedCopy } from "../model.ts";

/** The availability API: https://archive.org/help/wayback_api.php */
const API = "https://archive.org/wayback/available?url=";

/** The copy of a page in the Wayback Machine, undefined where it has none; `no-answer` where nothing can be heard of it. */
export async function findCopy(url: string, ask: Look): Promise<ArchivedCopy | undefined | "no-answer"> {
	const { attempts, ended } = await ask({ kind: "http", key: API + encodeURIComponent(url) }, false);
	const last = attempts.at(-1);
	if (ended !== undefined || last?.status === undefined) return "no-answer";
	return last.status === 200 ? parseAvailability(last.body?.source ?? "") : undefined;
}

const availability = z.object({
	archived_snapshots: z.object({
		closest: z.object({
			available: z.literal(true),
			url: z.url({ protocol: /^https?$/, hostname: /^web\.archive\.org$/ }),
			timestamp: z.string().regex(/^\d{14}$/),
			// What the page answered when the copy was taken: others are copies of an error.
			status: z.literal("200"),
		}),
	}),
});

/** Reads the API's JSON; undefined where it names no copy of a page that was there. The API writes http, the archive has https. */
export function parseAvailability(json: string): ArchivedCopy | undefined {
	const answer = availability.safeParse(parseJson(json));
	if (!answer.success) return undefined;
	const { url, timestamp } = answer.data.archived_snapshots.closest;
	const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)/.exec(timestamp) ?? [];
	return { url: url.replace(/^http:/i, "https:"), day: `${year}-${month}-${day}` };
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
