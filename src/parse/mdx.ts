import type { Comment } from "../model.ts";
import type { Lines } from "./lines.ts";
import type { Range } from "./piece.ts";
import { parseTree } from "./tree.ts";
import { walk } from "./walk.ts";

/** The braced comments of MDX, outside of code. */
export function* bracedComments(mdx: string): Generator<Range> {
	const opening = /\{\s*\/\*/g;
	const closing = /\s*\}/y;
	const codes = opening.test(mdx) ? codeIn(mdx) : [];
	opening.lastIndex = 0;
	let done = 0;
	let next = 0;
	for (let open = opening.exec(mdx); open !== null; open = opening.exec(mdx)) {
		const start = open.index;
		// Code that begins in a comment is none.
		let code = codes[next];
		while (code !== undefined && (code.end <= start || code.start < done)) code = codes[++next];
		if (code !== undefined && code.start <= start) {
			opening.lastIndex = code.end;
			continue;
		}
		const inner = mdx.indexOf("*/", opening.lastIndex);
		if (inner === -1) return;
		closing.lastIndex = inner + 2;
		if (closing.test(mdx)) {
			done = closing.lastIndex;
			yield { start, end: done };
		}
		opening.lastIndex = Math.max(inner + 2, done);
	}
}

/** Blanks the comments. The result has the text's length and its lines, so offsets hold in both. */
export function blankComments(mdx: string, comments: readonly Range[]): string {
	let blanked = "";
	let done = 0;
	for (const { start, end } of comments) {
		blanked += mdx.slice(done, start) + blank(mdx.slice(start, end), isFollowed(mdx, end));
		done = end;
	}
	return blanked + mdx.slice(done);
}

/** The comments as they were before they were blanked. */
export function readBracedComments(mdx: string, comments: readonly Range[], lines: Lines): Comment[] {
	return comments.map(({ start, end }) => ({
		text: mdx
			.slice(start, end)
			.replace(/^\{\s*\/\*|\*\/\s*\}$/g, "")
			.trim(),
		span: lines.at(start, end),
	}));
}

function codeIn(mdx: string): Range[] {
	const shift = mdx.startsWith("\uFEFF") ? 1 : 0;
	const codes: Range[] = [];
	walk(parseTree(mdx).root, {
		enter(node) {
			if ((node.type !== "code" && node.type !== "inlineCode") || node.position === undefined) return;
			const { start, end } = node.position;
			codes.push({ start: (start.offset ?? 0) + shift, end: (end.offset ?? 0) + shift });
		},
	});
	return codes;
}

function isFollowed(text: string, index: number): boolean {
	const more = /[ \t]*[^ \t\r\n]/y;
	more.lastIndex = index;
	return more.test(text);
}

/** Spaces alone could make what follows a comment on its line indented code, so there a brace stays. */
function blank(comment: string, followed: boolean): string {
	const blanked = comment.replace(/[^\r\n]/g, " ");
	if (!followed) return blanked;
	const lastLine = Math.max(blanked.lastIndexOf("\n"), blanked.lastIndexOf("\r")) + 1;
	return `${blanked.slice(0, lastLine)}}${blanked.slice(lastLine + 1)}`;
}
