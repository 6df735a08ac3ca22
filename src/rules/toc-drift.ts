import type { Heading, ParsedDocument, Suggestion } from "../model.ts";
import { nearest } from "../nearest.ts";
import { isCatalogue } from "../parse/catalogue.ts";
import { type Pointer, pointersIn } from "./contents.ts";
import type { Draft, Rule, Words } from "./rule.ts";
import { siblingsIn } from "./siblings.ts";

type TocDriftData = {
	readonly fault: "missing" | "misspelt" | "other";
	readonly heading: string;
	readonly fragment: string;
	/** What the table of contents calls it. */
	readonly label: string;
	/** For `missing`: how many of the sections beside it are in the table, and the line of the table; for `other`: the line of the heading that the label names. */
	readonly listed: number;
	readonly line: number;
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
	word: (data) => words[data.fault](data),
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
	for (const siblings of siblingsIn(sections)) {
		const below = siblings.filter(({ span }) => span.start.offset > (start?.offset ?? 0));
		const placed = below.map((heading) => ({ heading, at: pointers.find(pointsTo(heading)) }));
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
				data: {
					fault: "missing",
					heading: heading.text,
					fragment: heading.slug,
					label: "",
					listed,
					line: start?.line ?? 0,
				},
				...(suggestion === undefined ? {} : { suggestion }),
			};
		}
	}
}

function isAboutItself({ text }: Heading): boolean {
	return aboutItself.test(text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
}

/** By its label too: a wrong fragment is `anchor`'s. */
function pointsTo(heading: Heading): (pointer: Pointer) => boolean {
	return ({ fragment, text }) => fragment === heading.slug || letters(text) === letters(heading.text);
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
	for (const { fragment, text: label, mention } of pointers) {
		const heading = headings.find(({ slug }) => slug === fragment);
		if (heading === undefined || letters(label) === letters(heading.text)) continue;
		const other = headings.find(({ text }) => letters(text) === letters(label) && letters(text) !== "");
		const limit = Math.min(MAX_EDITS, Math.ceil(letters(label).length / LETTERS_PER_EDIT));
		const isMisspelt = nearest(letters(label), [letters(heading.text)], limit) !== undefined;
		if (other === undefined && !isMisspelt) continue;
		const written = document.text.slice(mention.textSpan.start.offset, mention.textSpan.end.offset);
		const suggestion = { span: mention.textSpan, text: escapeBrackets(heading.text), safe: false };
		yield {
			path: document.path,
			span: mention.span,
			data: {
				fault: other === undefined ? "misspelt" : "other",
				heading: heading.text,
				fragment,
				label,
				listed: 0,
				line: (other ?? heading).span.start.line,
			},
			...(other === undefined && written === label ? { suggestion } : {}),
		};
	}
}

/** What is left of a title without case, number, punctuation and emoji. */
function letters(text: string): string {
	const named = text.replace(/^\s*\d+(?:\.\d+)*[.)、]?\s+/u, "");
	return named
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}+#]+/gu, "");
}

const words: Readonly<Record<TocDriftData["fault"], (data: TocDriftData) => Words>> = {
	missing: ({ heading, listed, line }) => ({
		message: `the section ${heading} is not in the table of contents at line ${line}, which lists ${listed} sections beside it`,
		help: "Add it to the table.",
	}),
	misspelt: ({ heading, label, line }) => ({
		message: `the table of contents says ${label}, the heading at line ${line} says ${heading}`,
		help: `Write ${heading}.`,
	}),
	other: ({ heading, label, fragment, line }) => ({
		message: `the table of contents leads from ${label} to ${heading} (#${fragment}), but the heading ${label} is at line ${line}`,
		help: "Correct the fragment, or the label.",
	}),
};
