import type { Heading, ParsedDocument, Suggestion } from "../model.ts";
import { nearest } from "../naming/nearest.ts";
import { isCatalogue } from "../parse/catalogue.ts";
import { type Pointer, pointersIn } from "./contents.ts";
import type { Draft, Rule, Words } from "./rule.ts";
import { siblingsIn } from "./siblings.ts";

type TocDriftData =
	| {
			readonly fault: "missing";
			readonly heading: string;
			/** How many of the sections beside it are in the table, and the line of the table. */
			readonly listed: number;
			readonly tableLine: number;
	  }
	| {
			readonly fault: "misspelt";
			/** What the table calls the heading. */
			readonly label: string;
			readonly heading: string;
			readonly headingLine: number;
	  }
	| {
			readonly fault: "other";
			/** The name of a heading, and its line. */
			readonly label: string;
			readonly labelLine: number;
			/** The heading that the label leads to. */
			readonly heading: string;
			readonly fragment: string;
	  };

/** A table of contents against the headings of its own document. */
export const tocDrift: Rule<TocDriftData> = {
	id: "toc-drift",
	summary: "a table of contents that leaves out a section, or calls it otherwise",
	severity: "warning",
	confidence: "high",
	offline: true,
	*find({ documents }) {
		for (const parsed of documents.filter(isCatalogue)) {
			const pointers = pointersIn(parsed);
			if (pointers.length === 0) continue;
			yield* findMissing(parsed, pointers);
			yield* findMislabelled(parsed, pointers);
		}
	},
	word,
};

/** So many of the sections beside it are in the table, where one that is not was forgotten and not left out. */
const LISTED_SHARE = 0.8;
const MIN_LISTED = 4;

/** Sections about the document, which many tables leave out: awesome-lint wants it so. */
const aboutItself =
	/^(table of contents|contents|toc|index|licen[cs]e|copyright|contribut\w*|acknowledge?ments?|credits?|thanks|sponsors?|support|star history|stargazers.*|citation|citing|footnotes|references|related( \w+)*|about|changelog|news|updates?|目录|许可证?|协议|贡献\w*|致谢|引用|更新\w*)$/iu;

function* findMissing(
	{ document, sections }: ParsedDocument,
	pointers: readonly Pointer[],
): Generator<Draft<TocDriftData>> {
	const start = pointers[0]?.item.span.start;
	const byFragment = firstBy(pointers, ({ fragment }) => fragment);
	// By its label too: a wrong fragment is `anchor`'s.
	const byName = firstBy(pointers, ({ text }) => letters(text));
	for (const siblings of siblingsIn(sections)) {
		const below = siblings.filter(({ span }) => span.start.offset > (start?.offset ?? 0));
		const placed = below.map((heading) => ({
			heading,
			at: byFragment.get(heading.slug) ?? byName.get(letters(heading.text)),
		}));
		const listed = placed.filter(({ at }) => at !== undefined).length;
		const asked = placed.filter(({ heading, at }) => at !== undefined || !isAboutItself(heading));
		if (listed < MIN_LISTED || listed < asked.length * LISTED_SHARE) continue;
		for (const [index, { heading, at }] of asked.entries()) {
			if (at !== undefined || heading.text === "") continue;
			const previous = asked.slice(0, index).findLast((one) => one.at !== undefined)?.at;
			const suggestion = previous === undefined ? undefined : insert(heading, previous, document.text);
			yield {
				path: document.path,
				span: heading.span,
				data: { fault: "missing", heading: heading.text, listed, tableLine: start?.line ?? 0 },
				...(suggestion === undefined ? {} : { suggestion }),
			};
		}
	}
}

function isAboutItself({ text }: Heading): boolean {
	return aboutItself.test(text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
}

/** The first thing of each name. */
function firstBy<T>(things: readonly T[], nameOf: (thing: T) => string): Map<string, T> {
	return new Map(things.toReversed().map((thing) => [nameOf(thing), thing]));
}

/** A new item after the one before it. */
function insert(heading: Heading, { item, mention }: Pointer, text: string): Suggestion | undefined {
	const { head, lines } = item;
	const isPlain = mention.span.start.offset === head.start.offset && item.mentions.length === 1;
	if (!isPlain || !text.slice(0, lines.end.offset).endsWith("\n")) return undefined;
	const marker = text.slice(lines.start.offset, head.start.offset);
	const lineEnd = text.slice(0, lines.end.offset).endsWith("\r\n") ? "\r\n" : "\n";
	return {
		span: { start: lines.end, end: lines.end },
		text: `${marker}[${escapeBrackets(heading.text)}](#${heading.slug})${lineEnd}`,
		safe: false,
	};
}

function escapeBrackets(text: string): string {
	return text.replace(/[\\[\]]/g, "\\$&");
}

/** How many letters of a label may be wrong for it to be the heading's all the same. */
const MAX_EDITS = 2;
const LETTERS_PER_EDIT = 6;

function* findMislabelled(
	{ document, headings }: ParsedDocument,
	pointers: readonly Pointer[],
): Generator<Draft<TocDriftData>> {
	const bySlug = firstBy(headings, ({ slug }) => slug);
	const byName = firstBy(headings, ({ text }) => letters(text));
	for (const pointer of pointers) {
		const { fragment, text: label, mention } = pointer;
		const heading = bySlug.get(fragment);
		if (heading === undefined || letters(label) === letters(heading.text)) continue;
		const at = { path: document.path, span: mention.span };
		const named = letters(label) === "" ? undefined : byName.get(letters(label));
		if (named !== undefined) {
			const labelLine = named.span.start.line;
			yield { ...at, data: { fault: "other", label, labelLine, heading: heading.text, fragment } };
		} else if (isMisspelt(label, heading.text)) {
			const headingLine = heading.span.start.line;
			const suggestion = correct(pointer, heading, document.text);
			yield {
				...at,
				data: { fault: "misspelt", label, heading: heading.text, headingLine },
				...(suggestion === undefined ? {} : { suggestion }),
			};
		}
	}
}

function isMisspelt(label: string, text: string): boolean {
	const limit = Math.min(MAX_EDITS, Math.ceil(letters(label).length / LETTERS_PER_EDIT));
	return nearest(letters(label), [letters(text)], limit) !== undefined;
}

function correct(
	{ mention, text: label }: Pointer,
	{ text }: Heading,
	source: string,
): Suggestion | undefined {
	const { textSpan: span } = mention;
	const written = source.slice(span.start.offset, span.end.offset);
	return written === label ? { span, text: escapeBrackets(text), safe: false } : undefined;
}

/** What is left of a title without case, number, punctuation and emoji. */
function letters(text: string): string {
	const named = text.replace(/^\s*\d+(?:\.\d+)*[.)、]?\s+/u, "");
	return named
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}+#]+/gu, "");
}

function word(data: TocDriftData): Words {
	switch (data.fault) {
		case "missing":
			return {
				message: `the section ${data.heading} is not in the table of contents at line ${data.tableLine}, which lists ${data.listed} sections beside it`,
				help: "Add it to the table.",
			};
		case "misspelt":
			return {
				message: `the table of contents says ${data.label}, the heading at line ${data.headingLine} says ${data.heading}`,
				help: `Write ${data.heading}.`,
			};
		case "other":
			return {
				message: `the table of contents leads from ${data.label} to ${data.heading} (#${data.fragment}), but the heading ${data.label} is at line ${data.labelLine}`,
				help: "Correct the fragment, or the label.",
			};
	}
}
