import type { Html, Nodes } from "mdast";
import type { Comment, Span, TextRun } from "../model.ts";
import type { Lines } from "./lines.ts";
import { piecesOf } from "./origins.ts";
import { sourceRange } from "./piece.ts";
import type { Tree } from "./tree.ts";
import { walk } from "./walk.ts";

/** A text, and how it stands among others. */
export interface Run extends TextRun {
	readonly strong: boolean;
	/** False for code. */
	readonly prose: boolean;
	/** True where a paragraph, or a line that the author ended, begins. */
	readonly opens: boolean;
}

/** The texts of a document, in their order. */
export function readTexts({ root }: Tree, lines: Lines): Run[] {
	const runs: Run[] = [];
	let links = 0;
	let strong = 0;
	let opens = true;
	walk(root, {
		enter(node) {
			if (isLink(node)) links++;
			else if (node.type === "strong") strong++;
			else if (node.type === "paragraph" || node.type === "break") opens = true;
			else if (node.type === "text" || node.type === "inlineCode") {
				const { value } = node;
				const prose = node.type === "text";
				runs.push({ value, span: spanOf(node, lines), linked: links > 0, strong: strong > 0, prose, opens });
				opens = false;
			}
		},
		leave(node) {
			if (isLink(node)) links--;
			else if (node.type === "strong") strong--;
			else if (node.type === "paragraph") opens = true;
		},
	});
	return runs;
}

function isLink({ type }: Nodes): boolean {
	return type === "link" || type === "linkReference";
}

/** The comments in a document's HTML, in no particular order. */
export function readComments(tree: Tree, lines: Lines): Comment[] {
	const comments: Comment[] = [];
	walk(tree.root, {
		enter(parent) {
			const children: readonly Nodes[] = "children" in parent ? parent.children : [];
			for (const [at, node] of children.entries()) {
				if (node.type === "html") comments.push(...commentsIn(node, children[at + 1]));
			}
		},
	});
	return comments;

	function commentsIn(node: Html, after: Nodes | undefined): Comment[] {
		const next = after === undefined ? {} : { next: spanOf(after, lines) };
		return [...node.value.matchAll(/<!--([\s\S]*?)-->/g)].map(({ 0: all, 1: text = "", index }) => {
			const { start, end } = sourceRange(piecesOf(node, tree), index, index + all.length);
			return { text: text.trim(), span: lines.span(start, end), ...next };
		});
	}
}

function spanOf(node: Nodes, lines: Lines): Span {
	return lines.span(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}
