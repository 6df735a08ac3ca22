import type { Nodes } from "mdast";
import type { Comment, Span, TextRun } from "../model.ts";
import type { Lines } from "./lines.ts";
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
	for (const { node, entering } of walk(root)) {
		const step = entering ? 1 : -1;
		if (node.type === "link" || node.type === "linkReference") links += step;
		else if (node.type === "strong") strong += step;
		else if (node.type === "paragraph" || node.type === "break") opens = true;
		else if (node.type === "text" || node.type === "inlineCode") {
			const { value } = node;
			const prose = node.type === "text";
			runs.push({ value, span: spanOf(node, lines), linked: links > 0, strong: strong > 0, prose, opens });
			opens = false;
		}
	}
	return runs;
}

/** The comments in a document's HTML, in no particular order. */
export function readComments({ root, pieces }: Tree, lines: Lines): Comment[] {
	const comments: Comment[] = [];
	for (const { node: parent, entering } of walk(root)) {
		if (!entering || !("children" in parent)) continue;
		for (const [at, node] of parent.children.entries()) {
			if (node.type !== "html") continue;
			const source = pieces.get(node) ?? [];
			const after = parent.children[at + 1];
			const next = after === undefined ? {} : { next: spanOf(after, lines) };
			for (const { 0: all, 1: text = "", index } of node.value.matchAll(/<!--([\s\S]*?)-->/g)) {
				const { start, end } = sourceRange(source, index, index + all.length);
				comments.push({ text: text.trim(), span: lines.span(start, end), ...next });
			}
		}
	}
	return comments;
}

function spanOf(node: Nodes, lines: Lines): Span {
	return lines.span(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}
