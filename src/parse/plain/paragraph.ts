import { type Block, isParagraph, opensParagraph, type Page } from "./block.ts";

/** What ends a paragraph without a blank line. */
const interruption = /^(?:\[\^.*\]:|#{1,6} |[-+*] +[^ \t]|1[.)] +[^ \t]|```)/s;

/** Whether a line, without its indent, goes on with the paragraph above it. */
export function continuesParagraph(text: string): boolean {
	return opensParagraph(text) && !interruption.test(text);
}

/** What makes a heading of the lines above it. */
const underline = /^(?:=+|-+)$/;

export function readParagraph({ source, inline }: Page, line: number): Block | undefined {
	if (!opensParagraph(source.line(line))) return undefined;
	let next = line + 1;
	let mark: string | undefined;
	while (!source.isBlank(next)) {
		const below = source.line(next);
		mark = underline.exec(below)?.[0];
		if (mark !== undefined || interruption.test(below)) break;
		if (!continuesParagraph(below.replace(/^ {1,3}/, ""))) return undefined;
		next++;
	}
	const from = source.start(line);
	const to = source.end(next - 1);
	const children = isParagraph(source.text.slice(from, to)) ? inline(from, to, line) : undefined;
	if (children === undefined) return undefined;
	if (mark === undefined) {
		const position = source.position(line, next - 1);
		return { nodes: [{ type: "paragraph", children, position }], next };
	}
	const depth = mark.startsWith("=") ? 1 : 2;
	return {
		nodes: [{ type: "heading", depth, children, position: source.position(line, next) }],
		next: next + 1,
	};
}

export function readHeading({ source, inline }: Page, line: number): Block | undefined {
	const text = source.line(line);
	const marks = /^#{1,6}(?= [^ \t])/.exec(text)?.[0];
	if (marks === undefined || /[ \t]$/.test(text) || text.endsWith("#")) return undefined;
	const children = inline(source.start(line) + marks.length + 1, source.end(line), line);
	if (children === undefined) return undefined;
	const depth = marks.length as 1 | 2 | 3 | 4 | 5 | 6;
	return { nodes: [{ type: "heading", depth, children, position: source.position(line) }], next: line + 1 };
}

/** Not on the first line, which may be that of front matter. */
export function readThematicBreak({ source }: Page, line: number): Block | undefined {
	if (line === 0 || !/^(?:-{3,}|\*{3,}|_{3,})$/.test(source.line(line))) return undefined;
	return { nodes: [{ type: "thematicBreak", position: source.position(line) }], next: line + 1 };
}
