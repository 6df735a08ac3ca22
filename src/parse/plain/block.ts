import type { PhrasingContent, RootContent } from "mdast";
import type { Origins } from "../origins.ts";
import type { Source } from "./source.ts";

/** Blocks in a row. */
export interface Block {
	readonly nodes: readonly RootContent[];
	/** The line after them. */
	readonly next: number;
}

/** What blocks are read from. */
export interface Page {
	readonly source: Source;
	/** Where reading notes what nodes come from. */
	readonly origins: Origins;
	/** The text of a paragraph, a heading, an item or a cell, without white space at its ends; undefined where it cannot be told. */
	readonly inline: (from: number, to: number, line: number) => PhrasingContent[] | undefined;
}

/** Reads what begins on a line in the first column, in no container; undefined where that is not certain. */
export type BlockReader = (page: Page, line: number) => Block | undefined;

/** What a paragraph can begin with, and nothing else. A number before a dot or a bracket is an item's. */
const opening =
	/^(?:<https?:|\\[!-/:-@[-`{-~]|[\p{L}("'$%@]|\d+(?![\d.)])|[^\0-\x7F\uFEFF]|\[(?![ xX]\])|!|`(?!``)|(?:\*\*?|__?)(?=[\p{L}\p{N}[`]))/u;

/** Whether a text begins a paragraph, or the one of an item. */
export function opensParagraph(text: string): boolean {
	return opening.test(text);
}

/** Whether a text is all of a paragraph: it ends in no white space, and defines nothing at its beginning. */
export function isParagraph(text: string): boolean {
	return !/[ \t]$/.test(text) && !(text.startsWith("[") && text.includes("]:"));
}
