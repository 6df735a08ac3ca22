import { setImmediate } from "node:timers/promises";
import pLimit from "p-limit";
import { bodyFacts } from "./body.ts";
import type { Answer, WebRequest } from "./fetch.ts";
import { decompress, enoughFor } from "./read.ts";

/** Reads what was received. */
export type Reader = (answer: Answer, request: WebRequest) => Promise<Answer>;

/**
 * Reads pages one by one, and lets everything else that is ready go before each: to send a request takes a fraction of the time
 * that a page takes to read, and a host whose answer waits behind sixty pages stands idle.
 */
export function openReader(): Reader {
	const oneByOne = pLimit(1);
	return async (answer, request) => {
		const { page, ...rest } = answer;
		if (page === undefined) return answer;
		return oneByOne(async () => {
			await setImmediate();
			const { headers } = answer.attempt;
			const plain = await decompress(page, headers["content-encoding"], enoughFor(request.ids));
			const body = bodyFacts(plain, headers["content-type"], request.url, request.ids);
			return { ...rest, attempt: { ...answer.attempt, body } };
		});
	};
}
