import { fillers, notFoundWords } from "./soft-404-words.ts";

const titles = new Set(notFoundWords.flatMap((row) => row.titles));
const sentences = notFoundWords.flatMap((row) => row.sentences);

/** Separators between a page's own title and its site's; without spaces only where the script does without them. */
const separators = / ?[|｜·•»«›‹_] ?| [-–—:~]+ |: |：|(?<=\p{Script=Han})[-–—]|[-–—](?=\p{Script=Han})/u;

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
}

/**
 * Whether a title as a whole, or one end of it beside the site's name, says that the page is not there. A mere substring of a
 * longer title says nothing.
 */
export function notFoundTitle(title: string): NotFoundTitle | undefined {
	const parts = title.split(separators).filter((part) => part.trim() !== "");
	for (const part of new Set([parts.at(0), parts.at(-1)])) {
		const words = plain(part ?? "");
		const significant = words.split(" ").filter((word) => !fillers.has(word));
		const rest = significant.filter((word) => word !== "404" && word !== "410");
		const numbered = rest.length < significant.length;
		if (rest.length === 0 ? numbered : titles.has(rest.join(" ")))
			return { words, plainly: rest.length > 0 || parts.length === 1 };
	}
	return undefined;
}

/** The sentence of an error page that a short text contains. */
export function notFoundSentence(text: string): string | undefined {
	const words = plain(text);
	return sentences.find((sentence) => words.includes(sentence));
}
