import type { Block, BlockReader, Page } from "./block.ts";
import { readCode } from "./code.ts";
import { readDefinitions } from "./definition.ts";
import { readHtml } from "./html.ts";
import { readList } from "./list.ts";
import { readHeading, readParagraph, readThematicBreak } from "./paragraph.ts";
import { readTable } from "./table.ts";

/** By what a line begins with: what it can be the first line of. */
const readers: readonly (readonly [RegExp, readonly BlockReader[]])[] = [
	[/^#/, [readHeading]],
	[/^\|/, [readTable]],
	[/^</, [readHtml, readParagraph]],
	[/^`/, [readCode, readParagraph]],
	[/^\[/, [readDefinitions, readParagraph]],
	[/^[-+]/, [readList, readThematicBreak]],
	[/^[*_\d]/, [readList, readThematicBreak, readParagraph]],
	[/^/, [readParagraph]],
];

/**
 * Reads what is written plainly: what begins on a line in the first column and can be told by its own lines. The line is not
 * blank, and no block is open there.
 */
export function readPlain(page: Page, line: number): Block | undefined {
	const text = page.source.line(line);
	const possible = readers.find(([start]) => start.test(text))?.[1] ?? [];
	for (const read of possible) {
		const found = read(page, line);
		if (found !== undefined) return isInterrupted(page, found) ? withNext(page, found) : found;
	}
	return undefined;
}

function isInterrupted({ source }: Page, { nodes, next }: Block): boolean {
	return nodes.at(-1)?.type === "paragraph" && !source.isBlank(next);
}

/** What can end a paragraph is not the same for all that it may turn out to be: it has to be plain, too. */
function withNext(page: Page, { nodes, next }: Block): Block | undefined {
	const following = readPlain(page, next);
	return following && { nodes: [...nodes, ...following.nodes], next: following.next };
}
