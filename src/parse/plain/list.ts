import type { List, ListItem, Paragraph } from "mdast";
import { type Block, isParagraph, opensParagraph, type Page } from "./block.ts";
import { continuesParagraph } from "./paragraph.ts";
import type { Source } from "./source.ts";

/** A marker, and the blanks before what it marks. With five of them, it marks code. */
const marker = /([-+*]|(\d{1,9})[.)]) {1,4}(?=[^ \t])/y;
/** Blanks more than an item's text has before what is code in it. */
const CODE_INDENT = 4;

/** Deeper lists are left to the parser: reading them here takes the stack. */
const MAX_INDENT = 100;
const anyMarker = /^([-+*]|\d{1,9}[.)])(?=[ \t]|$)/;

/**
 * Whether a line after a blank one can be a list's next item, or belong to its last one, or to a footnote.
 *
 * @param mayFollow Whether `changesItems` is true of a line above.
 */
export function continuesList(line: string, mayFollow: boolean): boolean {
	return /^[ \t]/.test(line) || (mayFollow && anyMarker.test(line));
}

/**
 * Whether a line can be the first one of an item of a list that is in nothing else. Or of indented code: after that, the parser
 * takes some items for text.
 */
export function changesItems(line: string): boolean {
	return /^ {0,3}(?: {4}|\t)/.test(line) || anyMarker.test(line.replace(/^ {1,3}/, ""));
}

/** Reads a list whose items have one paragraph each, and lists in them, each with its markers below each other. */
export function readList(page: Page, line: number): Block | undefined {
	const { source } = page;
	const found = readItems(page, line, 0);
	if (found === undefined) return undefined;
	const { list, next, kind } = found;
	const after = source.nextWritten(next);
	const follows = after < source.count ? source.line(after) : "";
	if ((after === next && follows !== "") || /^[ \t]/.test(follows)) return undefined;
	return anyMarker.exec(follows)?.[1]?.slice(-1) === kind ? undefined : { nodes: [list], next };
}

interface Items {
	readonly list: List;
	readonly kind: string;
	readonly next: number;
}

/** @param indent Blanks before the markers. */
function readItems(page: Page, from: number, indent: number): Items | undefined {
	const { source } = page;
	const first = markerAt(source, from, indent);
	// Only a list that begins with 1 can follow a text without a blank line.
	if (first === undefined || indent > MAX_INDENT || (indent > 0 && (first.number ?? 1) !== 1))
		return undefined;
	const { kind, number } = first;
	const children: ListItem[] = [];
	let [next, line, spread] = [from, from, false];
	let mark: Marker | undefined = first;
	while (mark?.kind === kind) {
		const found = readItem(page, line, indent, mark.length);
		if (found === undefined) return undefined;
		if (line > next) spread = true;
		children.push(found.item);
		next = found.next;
		line = source.nextWritten(next);
		mark = markerAt(source, line, indent);
	}
	const position = {
		start: source.point(from, source.start(from) + indent),
		end: children.at(-1)?.position?.end ?? source.point(from, source.end(from)),
	};
	const ordered = number !== undefined;
	return { list: { type: "list", ordered, start: number ?? null, spread, children, position }, kind, next };
}

function readItem(page: Page, line: number, indent: number, length: number) {
	const { source, inline } = page;
	const from = source.start(line) + indent + length;
	const last = lastLine(source, line);
	const to = source.end(last);
	const text = source.text.slice(from, to);
	const children = opensParagraph(text) && isParagraph(text) ? inline(from, to, line) : undefined;
	if (children === undefined) return undefined;
	const start = source.point(line, source.start(line) + indent);
	const end = source.point(last, to);
	const position = { start: source.point(line, from), end };
	const paragraph: Paragraph = { type: "paragraph", children, position };
	const below = source.nextWritten(last + 1);
	const isNested = indentOf(source, below) > indent;
	const nested = isNested ? readNested(page, below, indent + length) : undefined;
	if (isNested && nested === undefined) return undefined;
	const item: ListItem = {
		type: "listItem",
		spread: isNested && below > last + 1,
		checked: null,
		children: nested === undefined ? [paragraph] : [paragraph, nested.list],
		position: { start, end: nested?.list.position?.end ?? end },
	};
	return { item, next: nested?.next ?? last + 1 };
}

/** The last line of an item's text, which goes on wherever its lines begin. */
function lastLine(source: Source, line: number): number {
	let last = line;
	while (true) {
		const below = source.line(last + 1);
		if (!continuesParagraph(below.startsWith(" ") ? below.replace(/^ +/, "") : below)) return last;
		last++;
	}
}

/** @param indent Where the item's text begins. */
function readNested(page: Page, line: number, indent: number): Items | undefined {
	const own = indentOf(page.source, line);
	const nested = own >= indent && own < indent + CODE_INDENT ? readItems(page, line, own) : undefined;
	// What is still as far to the right belongs to the item, too.
	const isLast = nested && indentOf(page.source, page.source.nextWritten(nested.next)) < indent;
	return isLast ? nested : undefined;
}

interface Marker {
	/** With the blank after it. */
	readonly length: number;
	/** What the markers of a list have in common. */
	readonly kind: string;
	/** Of an ordered list's. */
	readonly number?: number;
}

function markerAt(source: Source, line: number, indent: number): Marker | undefined {
	if (indentOf(source, line) !== indent) return undefined;
	marker.lastIndex = source.start(line) + indent;
	const found = marker.exec(source.text);
	if (found === null) return undefined;
	const [{ length }, mark = "", digits] = found;
	return { length, kind: mark.slice(-1), ...(digits === undefined ? {} : { number: Number(digits) }) };
}

function indentOf(source: Source, line: number): number {
	const start = source.start(line);
	let at = start;
	while (source.text[at] === " ") at++;
	return at - start;
}
