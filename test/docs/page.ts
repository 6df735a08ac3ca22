import { readFileSync } from "node:fs";
import type { RootContent } from "mdast";
import { parseTree } from "../../src/parse/tree.ts";

/** A page of the documentation, by its path from the repository's root. */
export function readPage(path: string): string {
	return readFileSync(new URL(`../../${path}`, import.meta.url), "utf8").replaceAll("\r\n", "\n");
}

/** The headings of a page as they are written: `## Example`. */
export function headingsOf(page: string): readonly string[] {
	return parseTree(page).root.children.flatMap((node) =>
		node.type === "heading" ? [sourceOf(node, page)] : [],
	);
}

/** What the fenced blocks of a language hold, in the whole page or below one heading. */
export function blocksOf(page: string, language: string, heading?: string): readonly string[] {
	return nodesBelow(page, heading).flatMap((node) =>
		node.type === "code" && node.lang === language ? [`${node.value}\n`] : [],
	);
}

/** The words in backticks that the rows of tables begin with, in the whole page or below one heading. */
export function firstCellsOf(page: string, heading?: string): readonly string[] {
	const rows = nodesBelow(page, heading).flatMap((node) => (node.type === "table" ? node.children : []));
	return rows.flatMap(({ children: [cell] }) => {
		const [word] = cell?.children ?? [];
		return word?.type === "inlineCode" ? [word.value] : [];
	});
}

/** The nodes between a heading and the next one; all of them without a heading. */
function nodesBelow(page: string, heading: string | undefined): readonly RootContent[] {
	const { children } = parseTree(page).root;
	if (heading === undefined) return children;
	const start = children.findIndex((node) => node.type === "heading" && sourceOf(node, page) === heading);
	if (start === -1) throw new Error(`the page has no heading ${heading}`);
	const rest = children.slice(start + 1);
	const end = rest.findIndex(({ type }) => type === "heading");
	return end === -1 ? rest : rest.slice(0, end);
}

function sourceOf({ position }: RootContent, page: string): string {
	return page.slice(position?.start.offset, position?.end.offset);
}
