import { htmlBlockNames } from "micromark-util-html-tag-name";
import type { Block, Page } from "./block.ts";
import type { Source } from "./source.ts";

const names = new Set(htmlBlockNames);

/** Reads a comment with all of the line on which it ends, or the HTML of a block element up to a blank line. */
export function readHtml({ source }: Page, line: number): Block | undefined {
	const next = endOfComment(source, line) ?? endOfElement(source, line);
	if (next === undefined) return undefined;
	const value = source.text.slice(source.start(line), source.end(next - 1));
	return { nodes: [{ type: "html", value, position: source.position(line, next - 1) }], next };
}

function endOfComment(source: Source, from: number): number | undefined {
	if (!/^<!--(?!-*>)/.test(source.line(from)) || source.lastCommentEnd < source.start(from)) return undefined;
	let line = from;
	while (!source.line(line).includes("-->")) line++;
	return line + 1;
}

/** Which elements are blocks: https://spec.commonmark.org/0.31.2/#html-blocks, the sixth kind. */
function endOfElement(source: Source, line: number): number | undefined {
	const [, name = ""] = /^<\/?([a-z][a-z\d]*)(?=[ >]|\/>|$)/i.exec(source.line(line)) ?? [];
	return names.has(name.toLowerCase()) ? source.nextBlank(line) : undefined;
}
