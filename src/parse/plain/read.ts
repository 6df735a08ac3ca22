import type { Block, BlockReader, Page } from "./block.ts";
import { readCode } from "./code.ts";
import { readDefinitions } from "./definition.ts";
import { readList } from "./list.ts";
import { readHeading, readParagraph, readThematicBreak } from "./paragraph.ts";
import { readTable } from "./table.ts";

/** By what a line begins with: what it can be the first line of. */
const readers: readonly (readonly [RegExp, readonly BlockReader[]])[] = [
	[/^#/, [readHeading]],
	[/^\|/, [readTable]],
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
		if (found !== undefined) return found;
	}
	return undefined;
}
