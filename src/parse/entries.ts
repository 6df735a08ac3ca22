import type { Entry, EntryLink, Item, List, Mention, Section, Span } from "../model.ts";
import type { ItemBlock, ListBlock, Passage } from "./blocks.ts";
import { given } from "./given.ts";
import { kindOf, type Shape, shapeOf } from "./items.ts";
import { kept } from "./kept.ts";
import { isGeneric } from "./labels.ts";
import { isLabel, isLabelled, itemTitle, paragraphTitle, type Source, type Title } from "./title.ts";

/** The label that a group or a column gives to its links. */
export interface GivenLabel {
	readonly text: string;
	readonly span: Span;
}

/** Where a list is. */
interface Place {
	readonly depth: number;
	readonly parent?: Item;
	/** The entry above. */
	readonly entry?: Entry;
	/** What the group above says that its links are. */
	readonly group?: GivenLabel;
}

/** An item before it is known what is nested in it. */
type Building = Item & { lists: readonly List[]; entry?: Entry };

/** Makes the lists and the entries of a document from its blocks. */
export class EntryMaker {
	/** In no particular order. */
	readonly entries: Entry[] = [];
	/** Each before those that are nested in it. */
	readonly lists: List[] = [];
	readonly #source: Source;
	readonly #sectionAt: (offset: number) => Section;
	readonly #shapes = new Map<ItemBlock, Shape>();

	constructor(source: Source, sectionAt: (offset: number) => Section) {
		this.#source = source;
		this.#sectionAt = sectionAt;
	}

	addList(block: ListBlock, place: Place = { depth: 1 }): List {
		const { ordered, span } = block;
		const section = this.#sectionAt(span.start.offset);
		const list: List & { items: readonly Item[] } = {
			ordered,
			items: [],
			section,
			span,
			...given("parent", place.parent),
		};
		this.lists.push(list);
		list.items = block.items.map((item) => this.#makeItem(item, list, place));
		return list;
	}

	addParagraph(passage: Passage): void {
		if (passage.mentions.every(({ pictured }) => pictured)) return;
		const { heading } = this.#sectionAt(passage.span.start.offset);
		const above = isLabelled(passage, this.#source) ? heading : undefined;
		const title = paragraphTitle(passage, this.#source) ?? above;
		if (title === undefined || title.text === "") return;
		const { span } = passage;
		this.entries.push({
			kind: "paragraph",
			title: title.text,
			titleSpan: title.span,
			links: linksOf(passage.mentions, title, this.#source),
			section: this.#sectionAt(span.start.offset),
			span,
			lines: this.#source.lines.whole(span),
			depth: 0,
		});
	}

	#makeItem(block: ItemBlock, list: List, place: Place): Item {
		const shape = this.#shapes.get(block) ?? shapeOf(block, this.#source, this.#shapes);
		const { entry: above, group } = place;
		const kind = kindOf(shape, { above: above !== undefined, inGenericGroup: group !== undefined });
		const { head, span } = block;
		const mentions = kept(block.mentions);
		const lines = this.#source.lines.whole(span);
		const item: Building = { kind, text: shape.text, head, span, lines, mentions, list, lists: [] };
		const entry = kind === "entry" ? this.#makeEntry(item, shape, place) : above;
		if (entry !== undefined) item.entry = entry;
		if (kind === "label") {
			const links = mentions.map((mention) => labelledLink(mention, group, this.#source));
			(above?.links as EntryLink[] | undefined)?.push(...links);
		}
		if (block.lists.length === 0) return item;
		const says = kind === "group" && isGeneric(shape.text);
		const below: Place = {
			depth: place.depth + 1,
			parent: item,
			...given("entry", item.entry),
			...given("group", says ? { text: shape.text, span: head } : undefined),
		};
		item.lists = block.lists.map((inner) => this.addList(inner, below));
		if (kind === "entry") (item.entry?.links as EntryLink[] | undefined)?.sort(byMention);
		return item;
	}

	#makeEntry(item: Item, { head, text }: Shape, { depth, entry: parent, group }: Place): Entry {
		const title = itemTitle(head, this.#source) ?? { text, span: item.head };
		const entry: Entry = {
			kind: "item",
			title: title.text,
			titleSpan: title.span,
			links: linksOf(item.mentions, title, this.#source, group),
			section: this.#sectionAt(item.span.start.offset),
			span: item.span,
			lines: item.lines,
			depth,
			item,
			...given("parent", parent),
		};
		this.entries.push(entry);
		return entry;
	}
}

/** The links of an entry by their roles. `group` is the label that its title inherits. */
export function linksOf(
	mentions: readonly Mention[],
	title: Title,
	source: Source,
	group?: GivenLabel,
): EntryLink[] {
	const links = mentions.map((mention): EntryLink => {
		if (mention === title.mention) {
			return group === undefined
				? { mention, role: "primary", inherited: false }
				: { mention, role: "primary", label: group.text, labelSpan: group.span, inherited: true };
		}
		return isLabel(mention, source)
			? labelledLink(mention, undefined, source)
			: { mention, role: "secondary", inherited: false };
	});
	const [first] = links;
	return first !== undefined && links.every(({ role }) => role === "secondary")
		? links.with(0, { ...first, role: "primary" })
		: links;
}

/** A link that is there for what it leads to: its own text says that, or else the group that it is in. */
export function labelledLink(mention: Mention, given: GivenLabel | undefined, source: Source): EntryLink {
	if (given !== undefined && !isLabel(mention, source))
		return { mention, role: "resource", label: given.text, labelSpan: given.span, inherited: true };
	const label = mention.text.replace(/^\[|\]$/g, "");
	return { mention, role: "resource", label, labelSpan: mention.textSpan, inherited: false };
}

function byMention({ mention: a }: EntryLink, { mention: b }: EntryLink): number {
	return a.span.start.offset - b.span.start.offset;
}
