import type { Item, List, Mention, ParsedDocument } from "../model.ts";
import { decodePercent } from "../resolve/destination.ts";

/** A line of a table of contents. */
export interface Pointer {
	readonly item: Item;
	readonly mention: Mention;
	/** Decoded, in lower case: as GitHub's slugs are. */
	readonly fragment: string;
	/** What the table calls the section. */
	readonly text: string;
}

/** A list is a table of contents with so many items, and so many of them leading into the document. */
const MIN_ITEMS = 4;
const POINTING_SHARE = 0.8;

/** The lines of all tables of contents of a document, in the order of the text. */
export function pointersIn({ lists }: ParsedDocument): Pointer[] {
	return lists
		.filter(({ parent }) => parent === undefined)
		.flatMap((list) => {
			const items = itemsIn(list);
			const pointers = pointersAmong(items);
			return items.length >= MIN_ITEMS && pointers.length >= items.length * POINTING_SHARE ? pointers : [];
		});
}

/** The items of a list and of all that is nested in it. */
function itemsIn({ items }: List, found: Item[] = []): Item[] {
	for (const item of items) {
		found.push(item);
		for (const list of item.lists) itemsIn(list, found);
	}
	return found;
}

function pointersAmong(items: readonly Item[]): Pointer[] {
	const pointers: Pointer[] = [];
	for (const item of items) {
		const [mention] = item.mentions;
		if (!mention?.link.url.startsWith("#")) continue;
		const fragment = decodePercent(mention.link.url.slice(1)).toLowerCase();
		pointers.push({ item, mention, fragment, text: mention.text });
	}
	return pointers;
}
