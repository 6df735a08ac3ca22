import type { BodyFacts, Verdict } from "../model.ts";
import type { Look } from "./look.ts";
import { pathParts } from "./path.ts";

/** Paths whose last part names a PDF while the page shows it in a frame of its own: code hosts, wikis, viewers. */
const viewers =
	/\/(blob|tree|src|raw|browse|wiki|files?|viewer|view|preview|pdfjs|reader|epdf|document)\/|\/(file|datei|fichier|archivo|bild|image):/i;
/** A frame with the PDF in it. */
const embedded = /<(embed|object|iframe)\b[^>]{0,500}\.pdf\b|application\/pdf/i;

/** Whether the body is what the link promises. Only answers with a good status come here. */
export function judgeContent(look: Look): Verdict | undefined {
	const { body, status, headers } = look.answer;
	if (body === undefined || status === 204 || status === 205) return undefined;
	const promisesPdf = isPdf(look.asked);
	const saysPdf = (headers["content-type"] ?? "").toLowerCase().startsWith("application/pdf");
	switch (body.looksLike) {
		case "empty":
			return promisesPdf || saysPdf
				? wrong("an empty PDF")
				: { verdict: "unsure", reason: "connection", evidence: "an empty answer" };
		case "pdf":
		case "binary":
			return undefined;
		default:
			if (saysPdf) return wrong(`${body.looksLike} that calls itself a PDF`);
			return promisesPdf ? instead(look, body) : undefined;
	}
}

/** Something to read where a PDF was promised. */
function instead({ final, hops }: Look, body: BodyFacts): Verdict | undefined {
	if (body.looksLike !== "html") return wrong(`${body.looksLike} in place of a PDF`);
	const landed = hops.length > 1 && !isPdf(final) && pathParts(final).length > 0;
	// A landing page of the same work; which work it is about cannot be told from here.
	if (landed || viewers.test(final.pathname) || embedded.test(body.source ?? "")) return undefined;
	if (body.shell || isScriptOnly(body))
		return { verdict: "unsure", reason: "single-page-app", evidence: "a page made by scripts" };
	return wrong(body.title === undefined ? "a web page" : `a web page titled “${body.title}”`);
}

/** Hardly a word to read, and a script: a viewer, a challenge or a hop that only a browser can take. */
function isScriptOnly({ textLength, source = "" }: BodyFacts): boolean {
	return textLength < 100 && /<script\b/i.test(source);
}

function isPdf({ pathname }: URL): boolean {
	return /\.pdf$/i.test(pathname);
}

function wrong(evidence: string): Verdict {
	return { verdict: "dead", reason: "wrong-content", evidence };
}
