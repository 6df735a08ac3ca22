import type { Verdict } from "../model.ts";
import type { Look } from "./http.ts";

/** Paths whose last part names a PDF while the page shows it in a frame of its own: code hosts, wikis, viewers. */
const viewers = /\/(blob|tree|src|raw|browse|wiki|files?|viewer|view|preview)\/|\/(file|datei|fichier):/i;

/** Whether the body is what the link promises. Only answers with a good status come here. */
export function judgeContent({ asked, answer, hops }: Look): Verdict | undefined {
	const { body } = answer;
	if (body === undefined || answer.status === 204 || answer.status === 205) return undefined;
	const promisesPdf = /\.pdf$/i.test(new URL(asked).pathname);
	const saysPdf = (answer.headers["content-type"] ?? "").toLowerCase().startsWith("application/pdf");
	if (body.looksLike === "empty") {
		if (promisesPdf || saysPdf) return { verdict: "dead", reason: "wrong-content", evidence: "an empty PDF" };
		return { verdict: "unsure", reason: "connection", evidence: "an empty answer" };
	}
	if (body.looksLike === "pdf") return undefined;
	if (saysPdf && body.looksLike !== "binary") {
		return {
			verdict: "dead",
			reason: "wrong-content",
			evidence: `${body.looksLike} that calls itself a PDF`,
		};
	}
	if (!promisesPdf || body.looksLike !== "html") return undefined;
	const stayed = /\.pdf$/i.test(new URL(answer.url).pathname);
	if (!stayed && hops.length > 1) return undefined;
	if (viewers.test(new URL(answer.url).pathname)) return undefined;
	if (body.shell) return { verdict: "unsure", reason: "single-page-app" };
	return {
		verdict: "dead",
		reason: "wrong-content",
		evidence: body.title === undefined ? "a web page" : `a web page titled “${body.title}”`,
	};
}
