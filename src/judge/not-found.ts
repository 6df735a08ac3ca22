import { fillers, notFoundWords } from "./soft-404-words.ts";

const titles = new Set(notFoundWords.flatMap((row) => row.titles));
const sentences = notFoundWords.flatMap((row) => row.sentences);

/** Separators between a page's own title and its site's; without spaces only where the script does without them. */
const separators = / ?[|｜·•_] ?| [-–—~«»]+ |(?<=\p{Script=Han})[-–—]|[-–—](?=\p{Script=Han})/u;

/** Lower case, letters and digits only, one space between words. */
export function plain(text: string): string {
	return text
		.normalize("NFC")
		.toLowerCase()
		.replace(/[’‘`]/g, "'")
		.replace(/[^\p{L}\p{M}\p{N}']+/gu, " ")
		.trim();
}

/** What a title or heading says about a page that is not there. */
export interface NotFoundTitle {
	readonly words: string;
	/** False for a bare number beside other words: a restaurant may be called so. */
	readonly plainly: boolean;
	/** True when it says nothing else, not even a site's name. */
	readonly only: boolean;
}

/**
 * Whether a title as a whole, or one end of it beside the site's name, says that the page is not there. A mere substring of a
 * longer title says nothing.
 */
export function notFoundTitle(title: string): NotFoundTitle | undefined {
	const parts = title.split(separators);
	const last = parts.at(-1) ?? "";
	// Before a colon stands the site or, in an article, the subject: only what comes after it counts.
	const ends = [...new Set([title, parts[0] ?? "", last, last.slice(last.lastIndexOf(": ") + 1)])];
	const said = ends.flatMap((end) => {
		const found = errorWords(end);
		const only = end === title;
		return found === undefined ? [] : [{ words: found.words, plainly: only || !found.bare, only }];
	});
	return said.find(({ plainly }) => plainly) ?? said[0];
}

/** The words of a part that says that a page is not there; `bare` when it has only the number for it. */
function errorWords(part: string): { readonly words: string; readonly bare: boolean } | undefined {
	const words = plain(part);
	const significant = words.split(" ").filter((word) => !fillers.has(word));
	const rest = significant.filter((word) => word !== "404" && word !== "410");
	const bare = rest.length === 0;
	const says = bare ? significant.length > 0 : titles.has(rest.join(" "));
	return says ? { words, bare } : undefined;
}

/** The sentence of an error page that a short text contains. */
export function notFoundSentence(text: string): string | undefined {
	const words = plain(text);
	return sentences.find((sentence) => words.includes(sentence));
}
