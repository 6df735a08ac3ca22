import type { BodyFacts, Verdict } from "../model.ts";
import type { Look } from "./look.ts";
import { neighbourSays } from "./neighbour.ts";
import { notFoundSentence, notFoundTitle, plain } from "./not-found.ts";
import { decodedPath, pathParts } from "./path.ts";

/**
 * Why a good status may be a lie. `words` and `redirect` speak of a page that is gone; `shell` and `stranger` only of one that
 * may be the same for every address.
 */
type Suspicion = "words" | "redirect" | "shell" | "stranger";

/** An error page says little else: up to this many characters of text, one sentence decides. */
const NOTICE = 400;

/** One sign that a page is not there, in the page's own words or its address. */
interface Sign {
	readonly where: "address" | "title" | "heading" | "text";
	readonly words: string;
	readonly plainly: boolean;
}

/** A page that says by itself, twice or in little else, that there is nothing here. */
export function judgeNotFoundPage(look: Look): Verdict | undefined {
	const page = goodPage(look);
	if (page === undefined) return undefined;
	const signs = signsOf(look, page);
	const [first] = signs;
	if (first === undefined || signs.some(({ words }) => isAbout(look.asked, words))) return undefined;
	const enough = signs.length > 1 || decides(first, page);
	return enough ? { verdict: "dead", reason: "soft-404", evidence: evidenceOf(first) } : undefined;
}

/** Whether one sign is enough: a title over a short text, a sentence in a very short one. */
function decides({ where, plainly }: Sign, { text, textLength }: BodyFacts): boolean {
	return (where === "title" && plainly && text !== undefined) || (where === "text" && textLength <= NOTICE);
}

const saysNothing: Verdict = { verdict: "unsure", reason: "single-page-app" };

/** Weighs a suspicion against what a neighbour that should not exist was answered with. */
export function judgeSuspicion(look: Look): Verdict | undefined {
	const page = goodPage(look);
	const suspicion = suspicionOf(look);
	if (page === undefined || suspicion === undefined) return undefined;
	switch (neighbourSays(look)) {
		case "absent":
			return undefined;
		case "nothing":
			return suspicion === "shell" ? { ...saysNothing, evidence: "a page made by scripts" } : undefined;
		case "same": {
			if (page.shell || suspicion === "shell" || suspicion === "stranger")
				return { ...saysNothing, evidence: "the site answers every address with the same page" };
			const [sign] = signsOf(look, page);
			const seen = sign === undefined ? `it ends at ${look.final.href}` : evidenceOf(sign);
			return { verdict: "dead", reason: "soft-404", evidence: `${seen}, and so does a made-up neighbour` };
		}
	}
}

/** What is suspicious about an answer, the gravest first. */
export function suspicionOf(look: Look): Suspicion | undefined {
	const page = goodPage(look);
	if (page === undefined) return undefined;
	if (signsOf(look, page).length > 0) return "words";
	if (endsAboveItsPath(look)) return "redirect";
	const kinship = kinshipOf(look, page.title);
	if (page.shell && kinship !== "kin") return "shell";
	return kinship === "stranger" ? "stranger" : undefined;
}

/** Whether redirects end at the site's root or well above what was asked for. */
export function endsAboveItsPath({ asked, final, hops }: Look): boolean {
	if (hops.length === 1) return false;
	const from = pathParts(asked);
	const to = pathParts(final);
	if (to.length === 0) return from.length > 0;
	return to.length <= from.length - 2 && to.every((part, i) => part === from[i]);
}

/** The facts of an HTML page with a good status below a site's root: nothing else can be a soft 404. */
function goodPage({ asked, answer }: Look): BodyFacts | undefined {
	const { status = 0, body } = answer;
	const good = status >= 200 && status < 300 && body?.looksLike === "html";
	return good && asked.pathname !== "/" ? body : undefined;
}

/** How sites name their error page: `/404`, `/404.html`, `/page-not-found`, `/error-404`. */
const errorPage = /^(page-?)?(404|not-?found)(-?(page|error))?(\.\w{2,5})?$|^error-?404(\.\w{2,5})?$/i;

/** In the order of what tells a reader most. */
function signsOf({ final, hops }: Look, { title = "", h1 = "", text = "" }: BodyFacts): readonly Sign[] {
	const said = notFoundTitle(title);
	const heading = notFoundTitle(h1);
	const sentence = notFoundSentence(text);
	const place = pathParts(final).at(-1) ?? "";
	const signs: Array<Sign | false> = [
		said !== undefined && { where: "title", ...said },
		// An article about such pages repeats its title; an error page has nothing to add.
		heading?.only === true && { where: "heading", ...heading },
		sentence !== undefined && { where: "text", words: sentence, plainly: true },
		hops.length > 1 && errorPage.test(place) && { where: "address", words: plain(place), plainly: true },
	];
	return signs.filter((sign) => sign !== false);
}

function evidenceOf({ where, words }: Sign): string {
	return `the ${where} says “${words}”`;
}

/** Whether the address asks for a page about such pages: an article, a song, a picture of a cat. */
function isAbout(asked: URL, words: string): boolean {
	const path = plain(decodedPath(asked));
	return path.includes(words) || /\b(404|410|not found|notfound)\b/.test(path);
}

/** Parts of an address that say nothing of what the page is about. */
const formal = new Set(["html", "index", "page", "pages", "http", "https", "aspx"]);

/**
 * Whether a title has a word in common with the address, the site's own name aside. Unknown where they cannot be compared: an
 * address of numbers, a title in another script.
 */
function kinshipOf({ asked, final }: Look, title = ""): "kin" | "stranger" | "unknown" {
	const named = latinWords(`${decodedPath(asked)} ${decodedPath(final)}`).filter(
		(word) => !formal.has(word) && !final.hostname.includes(word),
	);
	const titled = latinWords(title);
	if (named.length === 0 || titled.length === 0) return "unknown";
	const kin = named.some((word) => titled.some((other) => word.startsWith(other) || other.startsWith(word)));
	return kin ? "kin" : "stranger";
}

/** Words of four letters and more; shorter ones agree by chance. */
function latinWords(text: string): readonly string[] {
	return plain(text).match(/[a-zà-ɏ]{4,}/g) ?? [];
}
