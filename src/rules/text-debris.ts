import type { ParsedDocument, Suggestion, TextRun } from "../model.ts";
import { isCatalogue } from "../parse/catalogue.ts";
import { Lines } from "../parse/lines.ts";
import { unmixed } from "./look-alike.ts";
import type { Draft, Rule, Words } from "./rule.ts";

type TextDebrisData = {
	readonly kind: Kind | "mixed";
	/** The first character: `U+200B`. */
	readonly code: string;
	/** The word that it is in or beside, without what cannot be seen. */
	readonly word: string;
	/** What is to be written instead; empty for what is deleted. */
	readonly instead: string;
};

type Kind = "replacement" | "object" | "hyphen" | "ligature" | "space" | "joiner" | "direction";

/** What copying from a PDF, a word processor or a web page leaves in a text. */
export const textDebris: Rule<TextDebrisData> = {
	id: "text-debris",
	summary: "characters that copying left behind: invisible ones, ligatures, letters of another script",
	severity: "warning",
	confidence: "high",
	offline: true,
	*find({ documents }) {
		for (const parsed of documents.filter(isCatalogue)) yield* findIn(parsed);
	},
	word: (data) => words[data.kind](data),
};

function* findIn({ document: { path, text }, texts }: ParsedDocument): Generator<Draft<TextDebrisData>> {
	if (!suspicious.test(text)) return;
	const lines = new Lines(text);
	const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text);
	for (const run of texts) {
		for (const { at, written, kind, instead } of debrisIn(run, text)) {
			if (kind === "direction" && rightToLeft) continue;
			const span = lines.at(at, at + written.length);
			const code = `U+${written.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;
			const suggestion: Suggestion = { span, text: instead, safe: kind !== "mixed" };
			yield {
				path,
				span,
				data: {
					kind,
					code,
					word: kind === "mixed" ? written : wordAround(text, at, written.length),
					instead,
				},
				// What the replacement character replaced is lost.
				...(kind === "replacement" ? {} : { suggestion }),
			};
		}
	}
}

interface Debris {
	/** The offset in the document. */
	readonly at: number;
	readonly written: string;
	readonly kind: Kind | "mixed";
	readonly instead: string;
}

const kinds: Readonly<Record<Kind, RegExp>> = {
	replacement: /\uFFFD+/g,
	object: /\uFFFC+/g,
	hyphen: /\u00AD+/g,
	ligature: /[\uFB00-\uFB06]/g,
	space: /[\u200B\uFEFF]+/g,
	joiner: /\u200C+|\u200D+/g,
	direction: /[\u200E\u200F\u202A-\u202E\u2066-\u2069]+/g,
};

/** Any of them, or a letter that may look like a Latin one: to look at most texts once only. */
const suspicious =
	/[\u00AD\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFB00-\uFB06\uFEFF\uFFFC\uFFFD\p{Script=Cyrillic}\p{Script=Greek}]/u;

const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFC]/g;

function* debrisIn({ span }: TextRun, text: string): Generator<Debris> {
	const { offset: from } = span.start;
	const source = text.slice(from, span.end.offset);
	if (!suspicious.test(source)) return;
	for (const [kind, pattern] of Object.entries(kinds) as [Kind, RegExp][])
		for (const { 0: written, index } of source.matchAll(pattern)) {
			const at = from + index;
			if (isMeant(kind, text.slice(Math.max(0, at - 2), at), text.slice(at + written.length).slice(0, 2)))
				continue;
			yield { at, written, kind, instead: kind === "ligature" ? written.normalize("NFKC") : "" };
		}
	for (const { 0: written, index } of source.matchAll(/[\p{L}\p{M}]+/gu)) {
		const instead = unmixed(written);
		if (instead !== undefined) yield { at: from + index, written, kind: "mixed", instead };
	}
}

/** Scripts without spaces between words, in which a zero-width one says where a line may break. */
const unspaced =
	/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}]/u;
/** Where authors put one on purpose: lest a mention or a mark take effect, or where a long name may break. */
const marks = /[@#*_~`:./\\|-]/;
const plain = /^[\p{Script=Latin}\p{N}\s]*$/u;

/** True for a character that does something where it stands. */
function isMeant(kind: Kind, before: string, after: string): boolean {
	if (kind === "space")
		return unspaced.test(before + after) || marks.test(before.slice(-1)) || marks.test(after.charAt(0));
	if (kind !== "joiner") return false;
	const joinsNothing =
		(/(?:^|\s)$/.test(before) && plain.test(after)) || (/^(?:\s|$)/.test(after) && plain.test(before));
	return !joinsNothing;
}

function wordAround(text: string, at: number, length: number): string {
	const before = /[^\s[\]()|]{0,30}$/u.exec(text.slice(Math.max(0, at - 30), at))?.[0] ?? "";
	const after = /^[^\s[\]()|]{0,30}/u.exec(text.slice(at + length, at + length + 30))?.[0] ?? "";
	return (before + text.slice(at, at + length) + after).replace(invisible, "");
}

const names: Readonly<Record<string, string>> = {
	"U+00AD": "soft hyphen",
	"U+200B": "zero-width space",
	"U+200C": "zero-width non-joiner",
	"U+200D": "zero-width joiner",
	"U+FEFF": "byte order mark",
};

const words: Readonly<Record<TextDebrisData["kind"], (data: TextDebrisData) => Words>> = {
	replacement: ({ code, word }) => ({
		message: `a character of ${near(word)} was lost: ${code} stands in its place`,
		help: "Look it up in the source of the text.",
	}),
	object: ({ code, word }) => ({
		message: `${code} stands for something that was not copied with the text, ${beside(word)}`,
		help: "Delete it.",
	}),
	hyphen: hidden,
	ligature: ({ code, word, instead }) => ({
		message: `${near(word)} is written with the ligature ${code}: a search for ${instead} does not find it`,
		help: `Write ${instead}.`,
	}),
	space: hidden,
	joiner: hidden,
	direction: ({ code, word }) => ({
		message: `the invisible direction mark ${code} is ${beside(word)}, and nothing here is written from right to left`,
		help: "Delete it.",
	}),
	mixed: ({ word, instead }) => ({
		message: `${word} mixes letters of two scripts that look alike: a search for ${instead} does not find it`,
		help: `Write ${instead}.`,
	}),
};

function hidden({ code, word }: TextDebrisData): Words {
	return {
		message: `the invisible ${names[code] ?? "character"} ${code} is ${beside(word)}`,
		help: "Delete it.",
	};
}

function near(word: string): string {
	return word === "" ? "the text" : word;
}

function beside(word: string): string {
	return word === "" ? "between two blanks" : `in ${word}`;
}
