import type { Html, Nodes } from "mdast";
import type { Comment, Span, TextRun } from "../model.ts";
import type { Lines } from "./lines.ts";
import { piecesOf } from "./origins.ts";
import { sourceRange } from "./piece.ts";
import type { Tree } from "./tree.ts";
import { isParent, type Visitor, walk } from "./walk.ts";

/** A text, and how it stands among others. */
export interface Run extends TextRun {
	readonly strong: boolean;
	/** True where a paragraph, or a line that the author ended, begins. */
	readonly opens: boolean;
}

/** Collects the texts of a document, in their order. */
export class TextCollector implements Visitor {
	readonly runs: Run[] = [];
	/** Without code. */
	readonly texts: TextRun[] = [];
	readonly #lines: Lines;
	/** How many links are around. */
	#links = 0;
	#strong = 0;
	#opens = true;

	constructor(lines: Lines) {
		this.#lines = lines;
	}

	enter(node: Nodes): void {
		switch (node.type) {
			case "link":
			case "linkReference":
				this.#links++;
				break;
			case "strong":
				this.#strong++;
				break;
			case "paragraph":
			case "break":
				this.#opens = true;
				break;
			case "text":
			case "inlineCode": {
				const { type, value } = node;
				const span = spanOf(node, this.#lines);
				const linked = this.#links > 0;
				if (type === "text") this.texts.push({ value, span, linked });
				this.runs.push({ value, span, linked, strong: this.#strong > 0, opens: this.#opens });
				this.#opens = false;
				break;
			}
		}
	}

	leave({ type }: Nodes): void {
		if (type === "link" || type === "linkReference") this.#links--;
		else if (type === "strong") this.#strong--;
		else if (type === "paragraph") this.#opens = true;
	}
}

/** The comments in a document's HTML, in no particular order. */
export function readComments(tree: Tree, lines: Lines): Comment[] {
	const comments: Comment[] = [];
	walk(tree.root, {
		enter(parent) {
			const children: readonly Nodes[] = isParent(parent) ? parent.children : [];
			for (const [at, node] of children.entries()) {
				if (node.type === "html") comments.push(...commentsIn(node, children[at + 1]));
			}
		},
	});
	return comments;

	function commentsIn(node: Html, after: Nodes | undefined): Comment[] {
		const next = after === undefined ? {} : { next: spanOf(after, lines) };
		return [...commentRanges(node.value)].map(([from, to]) => {
			const { start, end } = sourceRange(piecesOf(node, tree), from, to);
			const text = node.value.slice(from + "<!--".length, to - "-->".length).trim();
			return { text, span: lines.span(start, end), ...next };
		});
	}
}

/** From the first character of each comment to behind its last one. One that does not end makes all after it none. */
function* commentRanges(html: string): Iterable<readonly [from: number, to: number]> {
	let to = 0;
	while (true) {
		const from = html.indexOf("<!--", to);
		const end = from === -1 ? -1 : html.indexOf("-->", from + "<!--".length);
		if (end === -1) return;
		to = end + "-->".length;
		yield [from, to];
	}
}

function spanOf(node: Nodes, lines: Lines): Span {
	return lines.span(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}
