import { htmlBlockNames } from "micromark-util-html-tag-name";
import type { Block, Page } from "./block.ts";

const names = new Set(htmlBlockNames);

/** Reads a comment, up to the end of the line on which it ends, or the HTML of a block element, up to a blank line. */
export function readHtml({ source }: Page, line: number): Block | undefined {
	const next = endOfComment(source.line(line), (at) => source.line(at), line, source.count) ?? endOfElement();
	if (next === undefined) return undefined;
	const [from, to] = [source.start(line), source.end(next - 1)];
	const position = { start: source.point(line, from), end: source.point(next - 1, to) };
	return { nodes: [{ type: "html", value: source.text.slice(from, to), position }], next };

	function endOfElement(): number | undefined {
		const [, name = ""] = /^<\/?([a-z][a-z\d]*)(?=[ >]|\/>|$)/i.exec(source.line(line)) ?? [];
		return names.has(name.toLowerCase()) ? source.nextBlank(line) : undefined;
	}
}

function endOfComment(
	first: string,
	lineAt: (line: number) => string,
	from: number,
	count: number,
): number | undefined {
	if (!/^<!--(?!-*>)/.test(first)) return undefined;
	for (let line = from; line < count; line++) if (lineAt(line).includes("-->")) return line + 1;
	return undefined;
}
