import type { Nodes } from "mdast";
import type { Mention, Span } from "../model.ts";
import type { Lines } from "./lines.ts";
import type { Run } from "./texts.ts";
import type { Visitor } from "./walk.ts";

/** A block with a text of its own, and what is said in it; not what is said in the blocks that are nested in it. */
export interface Passage {
	readonly span: Span;
	readonly runs: Run[];
	readonly mentions: Mention[];
}

export interface ListBlock {
	readonly span: Span;
	readonly ordered: boolean;
	readonly items: ItemBlock[];
}

export interface ItemBlock extends Passage {
	/** What comes before the first list that is nested in it. */
	readonly head: Span;
	readonly lists: ListBlock[];
}

export interface TableBlock {
	readonly span: Span;
	/** The first one is the header. */
	readonly rows: RowBlock[];
}

export interface RowBlock {
	readonly span: Span;
	readonly cells: Passage[];
}

/** The blocks of a document that can hold entries, each kind in the order of the text. */
export interface Blocks {
	/** Those that are in no item; the others are in `ItemBlock.lists`. */
	readonly lists: readonly ListBlock[];
	readonly tables: readonly TableBlock[];
	/** Those that are in no item. */
	readonly paragraphs: readonly Passage[];
}

/** Collects the blocks of a document. */
export class BlockCollector implements Visitor {
	readonly #lists: ListBlock[] = [];
	readonly #tables: TableBlock[] = [];
	readonly #paragraphs: Passage[] = [];
	/** All of them, each before those that are nested in it. */
	readonly #passages: Passage[] = [];
	readonly #lines: Lines;
	readonly #openLists: ListBlock[] = [];
	readonly #openItems: ItemBlock[] = [];

	constructor(lines: Lines) {
		this.#lines = lines;
	}

	enter(node: Nodes): void {
		switch (node.type) {
			case "list": {
				const list = { span: this.#spanOf(node), ordered: node.ordered === true, items: [] };
				(this.#openItems.at(-1)?.lists ?? this.#lists).push(list);
				this.#openLists.push(list);
				break;
			}
			case "listItem": {
				const span = this.#spanOf(node);
				const item = { span, head: this.#headOf(node.children, span), runs: [], mentions: [], lists: [] };
				this.#passages.push(item);
				this.#openLists.at(-1)?.items.push(item);
				this.#openItems.push(item);
				break;
			}
			case "table":
				this.#tables.push({ span: this.#spanOf(node), rows: [] });
				break;
			case "tableRow":
				this.#tables.at(-1)?.rows.push({ span: this.#spanOf(node), cells: [] });
				break;
			case "tableCell": {
				const cell = this.#passage(node);
				this.#passages.push(cell);
				this.#tables.at(-1)?.rows.at(-1)?.cells.push(cell);
				break;
			}
			case "paragraph": {
				if (this.#openItems.length > 0) break;
				const paragraph = this.#passage(node);
				this.#passages.push(paragraph);
				this.#paragraphs.push(paragraph);
				break;
			}
		}
	}

	leave(node: Nodes): void {
		if (node.type === "list") this.#openLists.pop();
		if (node.type === "listItem") this.#openItems.pop();
	}

	/** Shares out to the blocks what is said in the document. To be called once. */
	finish(runs: readonly Run[], mentions: readonly Mention[]): Blocks {
		shareOut(this.#passages, runs, (passage, run) => passage.runs.push(run));
		shareOut(this.#passages, mentions, (passage, mention) => passage.mentions.push(mention));
		return { lists: this.#lists, tables: this.#tables, paragraphs: this.#paragraphs };
	}

	#passage(node: Nodes): Passage {
		return { span: this.#spanOf(node), runs: [], mentions: [] };
	}

	#headOf(children: readonly Nodes[], item: Span): Span {
		const nested = children.findIndex(({ type }) => type === "list");
		const own = nested === -1 ? children : children.slice(0, nested);
		const first = own[0];
		const last = own.at(-1);
		if (first === undefined || last === undefined)
			return this.#lines.at(item.start.offset, item.start.offset);
		return this.#lines.at(this.#spanOf(first).start.offset, this.#spanOf(last).end.offset);
	}

	#spanOf(node: Nodes): Span {
		return this.#lines.span(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
	}
}

/** Gives each thing to the innermost passage that it is in. Both are in the order of the text. */
function shareOut<T extends { readonly span: Span }>(
	passages: readonly Passage[],
	things: readonly T[],
	give: (passage: Passage, thing: T) => void,
): void {
	const around: Passage[] = [];
	let next = 0;
	for (const thing of things) {
		const { offset } = thing.span.start;
		for (let passage = passages[next]; passage !== undefined; passage = passages[next]) {
			if (passage.span.start.offset > offset) break;
			around.push(passage);
			next++;
		}
		while ((around.at(-1)?.span.end.offset ?? Infinity) <= offset) around.pop();
		const innermost = around.at(-1);
		if (innermost !== undefined) give(innermost, thing);
	}
}
