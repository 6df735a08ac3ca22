import type { Mention, Span } from "../model.ts";
import type { Passage } from "./blocks.ts";
import { hasLetters, isGeneric } from "./labels.ts";
import type { Lines } from "./lines.ts";
import { foldSpace } from "./text.ts";
import type { Run } from "./texts.ts";

/** What an entry is called, and where that is written. */
export interface Title {
	readonly text: string;
	readonly span: Span;
	/** The link that is the title. */
	readonly mention?: Mention;
}

/** The text that spans belong to. */
export interface Source {
	readonly text: string;
	readonly lines: Lines;
	/** The links that say what they lead to, and do not name it. */
	readonly labels: ReadonlySet<Mention>;
}

/** Of a text's links those that say what they lead to: generic ones, pictures, and what is in brackets of its own. */
export function labelsAmong(mentions: readonly Mention[], text: string): ReadonlySet<Mention> {
	return new Set(
		mentions.filter((mention) => mention.pictured || isGeneric(mention.text) || isWrapped(mention, text)),
	);
}

export function isLabel(mention: Mention, { labels }: Source): boolean {
	return labels.has(mention);
}

/** `[[text](url)]`, `[[text]](url)` and `([text](url))`. */
function isWrapped({ text, span }: Mention, source: string): boolean {
	if (/^\[.*\]$/.test(text)) return true;
	const around = `${source[span.start.offset - 1]}${source[span.end.offset]}`;
	return around === "[]" || around === "()" || around === "（）" || around === "【】";
}

/** True where a passage says more than its labels: a generic word before them is one as well. */
export function hasWords({ runs, mentions }: Passage, source: Source): boolean {
	const labels = mentions.filter((mention) => isLabel(mention, source));
	const words = textOf(runsOutside(runs, labels));
	return hasLetters(words) && !(labels.length > 0 && isGeneric(words));
}

/** True for a passage of labels, and at most a name before them: prose that happens to link a label goes on after it. */
export function isLabelled({ runs, mentions }: Passage, source: Source): boolean {
	const [first] = mentions;
	if (first === undefined || !mentions.every((mention) => isLabel(mention, source))) return false;
	if (mentions.some((mention) => isWrapped(mention, source.text))) return true;
	return !runsOutside(runs, mentions).some(
		({ span, value }) => !isBefore(span, first.span) && hasLetters(value),
	);
}

/**
 * The title of an item by its head: the link that it begins with, else the bold text that it begins with, else what comes
 * before its first label, else what follows the labels that it begins with. A label is a title only where nothing else is.
 */
export function itemTitle(head: Passage, source: Source): Title | undefined {
	const first = head.mentions.find(({ pictured }) => !pictured);
	const leads = first !== undefined && isLead(textBefore(head.runs, first.span.start.offset));
	if (leads && (!isLabel(first, source) || isFollowedBySeparator(first, source))) return linkTitle(first);
	return (
		boldTitle(head.runs, source) ??
		titleBefore(head, source) ??
		titleAfter(head, source) ??
		(head.mentions[0] === undefined ? undefined : linkTitle(head.mentions[0]))
	);
}

/**
 * The title of a paragraph: where all its links are labels a bold text, else a quoted one, else what comes before them; else
 * the link that it begins with, when a dash or colon follows, or nothing.
 */
export function paragraphTitle(passage: Passage, source: Source): Title | undefined {
	const { runs, mentions } = passage;
	if (!isLabelled(passage, source)) return leadingLink(passage, source);
	const before = runs.filter(({ span }) => span.start.offset < (mentions[0]?.span.start.offset ?? 0));
	const bold = before.findIndex((run) => run.strong && isName(run.value));
	if (bold !== -1) return boldTitle(before.slice(bold), source);
	return quoted(before, source) ?? textTitle(before, source);
}

/** Text without a name in it: `2023 -`, an emoji, `Paper:`. */
function isLead(text: string): boolean {
	return !hasLetters(text) || isGeneric(text);
}

function isName(text: string): boolean {
	return hasLetters(text) && !isGeneric(text);
}

function isFollowedBySeparator({ span }: Mention, { text }: Source): boolean {
	const separator = /[*_ \t]*[-–—:：]/y;
	separator.lastIndex = span.end.offset;
	return separator.test(text);
}

function leadingLink({ runs, mentions, span }: Passage, source: Source): Title | undefined {
	const first = mentions.find(({ pictured }) => !pictured);
	if (first === undefined || isLabel(first, source)) return undefined;
	if (!isLead(textBefore(runs, first.span.start.offset))) return undefined;
	const rest = source.text.slice(first.span.end.offset, span.end.offset);
	return /^[*_]*$/.test(rest) || isFollowedBySeparator(first, source) ? linkTitle(first) : undefined;
}

function linkTitle(mention: Mention): Title {
	const { text, link, textSpan } = mention;
	return { text: text === "" ? link.url : text, span: textSpan, mention };
}

/** The bold text at the beginning. */
function boldTitle(runs: readonly Run[], source: Source): Title | undefined {
	const from = runs.findIndex(({ value }) => hasLetters(value));
	const first = runs[from];
	if (first === undefined || !first.strong) return undefined;
	const after = runs.findIndex(({ strong }, index) => index > from && !strong);
	const bold = runs.slice(from, after === -1 ? runs.length : after);
	return isName(textOf(bold)) ? textTitle(bold, source) : undefined;
}

/** What comes before the first label, or before a bare URL. */
function titleBefore({ runs, mentions }: Passage, source: Source): Title | undefined {
	const label = mentions.find((mention) => isLabel(mention, source) || mention.link.kind === "autolink");
	const before = label === undefined ? runs : runs.filter(({ span }) => isBefore(span, label.span));
	return textTitle(firstLine(before), source);
}

/** What follows the labels at the beginning: `[[pdf](u)] Title`. */
function titleAfter({ runs, mentions }: Passage, source: Source): Title | undefined {
	const from = mentions[0]?.span.end.offset ?? 0;
	const after = runsOutside(runs, mentions).filter(({ span }) => span.start.offset >= from);
	return textTitle(firstLine(after), source);
}

/** The runs of the first line that has letters. */
function firstLine(runs: readonly Run[]): readonly Run[] {
	const from = runs.findIndex(({ value }) => hasLetters(value));
	const to = runs.findIndex(({ opens }, index) => index > from && opens);
	const start = runs.slice(0, from + 1).findLastIndex(({ opens }) => opens);
	return from === -1 ? [] : runs.slice(Math.max(start, 0), to === -1 ? runs.length : to);
}

function quoted(runs: readonly Run[], source: Source): Title | undefined {
	const [first, last] = [runs[0], runs.at(-1)];
	if (first === undefined || last === undefined) return undefined;
	const from = first.span.start.offset;
	const written = source.text.slice(from, last.span.end.offset);
	const found = /["“「『《](?<title>[^"”」』》]{3,})["”」』》]/u.exec(written);
	const title = found?.groups?.title;
	if (found === null || title === undefined || !hasLetters(title)) return undefined;
	const start = from + found.index + 1;
	return { text: foldSpace(title), span: source.lines.at(start, start + title.length) };
}

/** What stands between a title and what is around it. */
const leading = /^(?:[\s\]):：|,;·•]|[-–—]+\s)+/u;
const trailing = /[\s[({（【:：|,;·•–—-]/u;

function textTitle(runs: readonly Run[], { text, lines }: Source): Title | undefined {
	const [first, last] = [runs[0], runs.at(-1)];
	const title = foldSpace(trim(textOf(runs)));
	if (first === undefined || last === undefined || !hasLetters(title)) return undefined;
	const from = first.span.start.offset;
	const written = text.slice(from, last.span.end.offset);
	const start = from + (leading.exec(written)?.[0].length ?? 0);
	return { text: title, span: lines.at(start, start + trim(written).length) };
}

function trim(text: string): string {
	let end = text.length;
	while (end > 0 && trailing.test(text[end - 1] ?? "")) end--;
	return text.slice(0, end).replace(leading, "");
}

function textOf(runs: readonly Run[]): string {
	return runs.map(({ value }) => value).join("");
}

function textBefore(runs: readonly Run[], offset: number): string {
	return textOf(runs.filter(({ span }) => span.start.offset < offset));
}

function isBefore(span: Span, other: Span): boolean {
	return span.start.offset < other.start.offset;
}

/** The runs that are in none of the mentions. Both are in the order of the text. */
function runsOutside(runs: readonly Run[], mentions: readonly Mention[]): readonly Run[] {
	if (mentions.length === 0) return runs;
	let next = 0;
	return runs.filter(({ span }) => {
		while ((mentions[next]?.span.end.offset ?? Infinity) <= span.start.offset) next++;
		return (mentions[next]?.span.start.offset ?? Infinity) > span.start.offset;
	});
}
