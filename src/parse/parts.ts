import type { Root } from "mdast";
import { walk } from "./walk.ts";

/**
 * The least length of a part, in UTF-16 code units. The parser's tokens are garbage after each part, and the fewer there are the
 * less time goes into keeping them: catalogues of 40,000 took 1.4 times as long whole.
 */
const PART_LENGTH = 4000;

/** @param base How far into the document the part begins; a byte order mark does not count. */
type Parse = (part: string, base: number) => Root;

/** Parses a document in parts that begin at headings, where it can be told that its tree as a whole is the same. */
export function parseParts(markdown: string, parse: Parse): Root {
	const whole: Root = { type: "root", children: [] };
	const least = isDivisible(markdown) ? PART_LENGTH : markdown.length;
	let [start, line, length] = [0, 0, least];
	while (true) {
		const end = boundaryAfter(markdown, start + length);
		const text = markdown.slice(start, end);
		const base = start === 0 ? 0 : start - markOf(markdown);
		const part = parse(text, base);
		if (end < markdown.length && isOpen(part, text)) {
			length *= 2;
			continue;
		}
		move(part, line, base);
		append(whole, part);
		if (end === markdown.length) return whole;
		[start, line, length] = [end, line + text.split(/\r\n?|\n/).length - 1, least];
	}
}

/** Not where one part can mean something for another: definitions, or front matter, which headings do not end. */
function isDivisible(markdown: string): boolean {
	return !markdown.includes("]:") && !/^\uFEFF?(?:---|\+\+\+)/.test(markdown);
}

/** The next place after a blank line and before a heading that is in no container; else the end. */
function boundaryAfter(markdown: string, from: number): number {
	const boundary = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r(?!\n))(?=#{1,6}[ \t])/g;
	boundary.lastIndex = from;
	return boundary.test(markdown) ? boundary.lastIndex : markdown.length;
}

/** True where the last block has the blank line at the end: code or HTML that goes on, to which headings mean nothing. */
function isOpen({ children }: Root, text: string): boolean {
	const end = children.at(-1)?.position?.end.offset ?? 0;
	return /[\r\n]/.test(text.slice(text.trimEnd().length, markOf(text) + end));
}

function markOf(text: string): number {
	return text.startsWith("\uFEFF") ? 1 : 0;
}

/** Makes the positions in a part those in the document. */
function move(part: Root, line: number, base: number): void {
	for (const { node, entering } of walk(part)) {
		if (!entering || node.position === undefined) continue;
		for (const point of [node.position.start, node.position.end]) {
			point.line += line;
			point.offset = (point.offset ?? 0) + base;
		}
	}
}

function append(whole: Root, { children, position }: Root): void {
	for (const child of children) whole.children.push(child);
	if (position !== undefined)
		whole.position = { start: whole.position?.start ?? position.start, end: position.end };
}
