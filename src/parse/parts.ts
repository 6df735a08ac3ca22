import type { PhrasingContent, Root } from "mdast";
import { normalizeIdentifier } from "micromark-util-normalize-identifier";
import type { Lines } from "./lines.ts";
import type { Origins } from "./origins.ts";
import type { Block, Page } from "./plain/block.ts";
import { likelyLabels } from "./plain/definition.ts";
import { InlineReader } from "./plain/inline.ts";
import { changesItems, continuesList } from "./plain/list.ts";
import { readPlain } from "./plain/read.ts";
import { Source } from "./plain/source.ts";
import { type Labels, noLabels } from "./syntax.ts";
import { walk } from "./walk.ts";

/** Where a part of a document is, and what the rest of it means for it. */
export interface Part {
	/** The line that it begins on, from 0. */
	readonly line: number;
	/** How far into that line it begins. */
	readonly column: number;
	/** How far into the document it begins; a byte order mark does not count. */
	readonly base: number;
	/** The labels that the document defines elsewhere. */
	readonly labels: Labels;
}

/** Positions of the tree count from the start of the part; the origins of its nodes from the start of the document. */
type Parse = (text: string, part: Part) => Root;

/**
 * The tree of a document, whose lines are known. What is written plainly is read as it stands, and only what is between goes to the parser, where it can
 * be told that the tree as a whole is the same: parsing is most of the work of a run.
 */
export function parseParts(markdown: string, lines: Lines, origins: Origins, parse: Parse): Root {
	if (!isDivisible(markdown)) return parse(markdown, { line: 0, column: 0, base: 0, labels: noLabels });
	const source = new Source(markdown, lines);
	const read = (labels: Labels): Root => new PartReader(source, origins, parse, labels).read();
	if (!markdown.includes("]:")) return read(noLabels);
	const likely = likelyLabels(source);
	const root = read(likely);
	const defined = labelsIn(root);
	// What blocks there are does not depend on labels; what is in them does.
	return areSame(defined, likely) ? root : read(defined);
}

function labelsIn(root: Root): Labels {
	const definitions: string[] = [];
	const footnotes: string[] = [];
	walk(root, {
		enter(node) {
			if (node.type === "definition") definitions.push(normalizeIdentifier(node.identifier));
			if (node.type === "footnoteDefinition") footnotes.push(normalizeIdentifier(node.identifier));
		},
	});
	return { definitions, footnotes };
}

function areSame(one: Labels, other: Labels): boolean {
	const keyOf = ({ definitions, footnotes }: Labels) =>
		[definitions, footnotes].map((labels) => [...new Set(labels)].sort().join("\n")).join("\n\n");
	return keyOf(one) === keyOf(other);
}

/**
 * Not with characters that the parser replaces, or takes away where a part begins; nor with what looks like front matter and is
 * none, after which the parser reads empty items as text.
 */
function isDivisible(markdown: string): boolean {
	if (markdown.includes("\0") || markdown.includes("\uFEFF", 1)) return false;
	return !/^\uFEFF?(?:---|\+\+\+)[ \t]*[\r\n]/.test(markdown) || frontMatter.test(markdown);
}

const frontMatter = /^\uFEFF?(---|\+\+\+)[ \t]*(?:\r\n?|\n)(?:[\s\S]*?(?:\r\n?|\n))??\1[ \t]*(?![^\r\n])/;

/**
 * In lines. What the parser takes for a block may grow with all that is before it in its part, as for each quote, and each part
 * takes a while to begin; between 30 and 200 lines make little difference.
 */
const LONG_PART = 50;

class PartReader {
	readonly #source: Source;
	readonly #parse: Parse;
	readonly #labels: Labels;
	readonly #page: Page;

	constructor(source: Source, origins: Origins, parse: Parse, labels: Labels) {
		this.#source = source;
		this.#parse = parse;
		this.#labels = labels;
		const reader = new InlineReader(source, origins, labels);
		const inline: Page["inline"] = (from, to, line) =>
			reader.read(from, to, line) ?? this.#parseText(from, to, line);
		this.#page = { source, origins, inline };
	}

	read(): Root {
		const source = this.#source;
		const end = source.point(source.count - 1, source.text.length);
		const root: Root = {
			type: "root",
			children: [],
			position: { start: { line: 1, column: 1, offset: 0 }, end },
		};
		let line = source.nextWritten(0);
		let plain = this.#plainAt(line);
		while (line < source.count) {
			const { nodes, next, following }: PartBlock = plain ?? this.#parsePart(line);
			for (const node of nodes) root.children.push(node);
			line = source.nextWritten(next);
			plain = following ?? this.#plainAt(line);
		}
		return root;
	}

	#plainAt(line: number): Block | undefined {
		return line < this.#source.count ? readPlain(this.#page, line) : undefined;
	}

	/**
	 * Parses up to a block that ends whatever is open, but not code or HTML, to which it means nothing. `following` is that block
	 * if it is plain.
	 */
	#parsePart(line: number): PartBlock {
		const source = this.#source;
		const from = source.start(line);
		let least = this.#frontMatterEnd(line);
		while (true) {
			const { next, following } = this.#boundaryAfter(least, line);
			const text = source.text.slice(from, next < source.count ? source.start(next) : undefined);
			const part = { line, column: 0, base: from - source.mark, labels: this.#labels };
			const root = this.#parse(text, part);
			if (next < source.count && isOpen(root, text)) {
				least = next + (next - line);
				continue;
			}
			move(root, part);
			return { nodes: root.children, next, following };
		}
	}

	/** Of front matter, which no blank line ends, the last line; else the line itself. */
	#frontMatterEnd(line: number): number {
		const found = line === 0 ? frontMatter.exec(this.#source.text) : null;
		return found === null ? line : found[0].split(/\r\n?|\n/).length - 1;
	}

	/**
	 * The next line after a blank one with a plain block that cannot belong to a list above; or with any other such block, when
	 * the part is long by then.
	 *
	 * @param line From where on to look.
	 * @param first The first one of the part.
	 */
	#boundaryAfter(
		line: number,
		first: number,
	): { readonly next: number; readonly following?: Block | undefined } {
		const source = this.#source;
		let next = source.nextWritten(source.nextBlank(line));
		let [seen, mayFollow] = [first, false];
		while (next < source.count) {
			for (; seen < next; seen++) mayFollow ||= changesItems(source.line(seen));
			if (!continuesList(source.line(next), mayFollow)) {
				const following = this.#plainAt(next);
				if (following !== undefined || next - line >= LONG_PART) return { next, following };
			}
			next = source.nextWritten(source.nextBlank(next));
		}
		return { next };
	}

	/** Parses a text, as far as it is nothing but a paragraph by itself. */
	#parseText(from: number, to: number, line: number): PhrasingContent[] | undefined {
		const source = this.#source;
		// Code keeps an indent that is its own, and not that of an item.
		if (/[\r\n] /.test(source.text.slice(from, to))) return undefined;
		const column = from - source.start(line);
		const part = { line, column, base: from - source.mark, labels: this.#labels };
		const root = this.#parse(source.text.slice(from, to), part);
		const [only, ...others] = root.children;
		if (only?.type !== "paragraph" || others.length > 0) return undefined;
		if (only.position?.start.offset !== 0 || only.position.end.offset !== to - from) return undefined;
		move(root, part);
		return only.children;
	}
}

/** Blocks in a row, and the plain one after them if that is read already. */
interface PartBlock extends Block {
	readonly following?: Block | undefined;
}

/** True where the last block has the blank line at the end: code or HTML that goes on. */
function isOpen({ children }: Root, text: string): boolean {
	const end = children.at(-1)?.position?.end.offset ?? 0;
	return /[\r\n]/.test(text.slice(text.trimEnd().length, end));
}

/** Makes the positions in a part those in the document. */
function move(root: Root, { line, column, base }: Part): void {
	walk(root, {
		enter({ position }) {
			for (const point of position === undefined ? [] : [position.start, position.end]) {
				if (point.line === 1) point.column += column;
				point.line += line;
				point.offset = (point.offset ?? 0) + base;
			}
		},
	});
}
