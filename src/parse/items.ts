import type { ItemKind, Span } from "../model.ts";
import type { ItemBlock, Passage } from "./blocks.ts";
import { hasLetters, isGeneric } from "./labels.ts";
import { foldSpace } from "./text.ts";
import { hasWords, isLabel, type Source } from "./title.ts";

/** What an item is by itself, whatever is around it. */
export interface Shape {
	/** What is said before its nested lists. */
	readonly head: Passage;
	/** What a reader sees of the head. */
	readonly text: string;
	/** The head links. */
	readonly linked: boolean;
	/** The head is nothing but labels. */
	readonly labels: boolean;
	/** The head begins with a label. */
	readonly labelled: boolean;
	/** The head is one link. */
	readonly single: boolean;
	/** The head links into its own document only. */
	readonly index: boolean;
	/** A text without a link, and links below it that are not its own. */
	readonly group: boolean;
	/** Something in it links. */
	readonly links: boolean;
	readonly nested: readonly Shape[];
}

/** What most items have nested. */
const none: readonly Shape[] = [];

/** Where an item stands. */
interface Place {
	/** Whether there is an entry above. */
	readonly above: boolean;
	/** Whether the item above is a group that says what its links are. */
	readonly inGenericGroup: boolean;
}

/** Looks at an item and all below it. */
export function shapeOf(item: ItemBlock, source: Source, known: Map<ItemBlock, Shape>): Shape {
	const nested =
		item.lists.length === 0
			? none
			: item.lists.flatMap(({ items }) => items).map((child) => shapeOf(child, source, known));
	const head = headOf(item);
	const { runs, mentions } = head;
	let said = "";
	for (const { value, opens } of runs) said += opens && said !== "" ? `\n${value}` : value;
	const text = foldSpace(said);
	const [first] = mentions;
	const linked = first !== undefined;
	const begins =
		first !== undefined && !runs.some(({ span, value }) => isBefore(span, first.span) && hasLetters(value));
	const links = item.mentions.length > 0 || nested.some((child) => child.links);
	const shape: Shape = {
		head,
		text,
		linked,
		labels: linked && !hasWords(head, source),
		labelled: begins && isLabel(first, source),
		single: mentions.length === 1 && !runs.some(({ value, linked: inside }) => !inside && hasLetters(value)),
		index: begins && mentions.every(({ link }) => link.url.startsWith("#")),
		group: !linked && nested.length > 0 && links && groups(text, nested),
		links,
		nested,
	};
	known.set(item, shape);
	return shape;
}

/** What kind an item is. */
export function kindOf(shape: Shape, { above, inGenericGroup }: Place): ItemKind {
	if (shape.index) return "index";
	if (shape.group) return "group";
	if (above && (shape.labels || shape.labelled)) return "label";
	if (above && inGenericGroup && shape.single && !shape.nested.some(({ links }) => links)) return "label";
	if (shape.text === "" && !shape.linked) return shape.links ? "group" : "attribute";
	if (above && !shape.linked && !shape.links) return "attribute";
	if (!above && !shape.linked && shape.nested.length > 0 && isGeneric(shape.text)) return "group";
	return "entry";
}

/**
 * A text over links is a group when it says what they lead to (`Paper`), or when most of them have titles of their own. It is
 * an entry when there is a label among them: what it says is then the title.
 */
function groups(text: string, nested: readonly Shape[]): boolean {
	if (isGeneric(text)) return true;
	if (nested.some(({ labels, group, text: own }) => labels || (group && isGeneric(own)))) return false;
	const titled = nested.filter(({ linked, group, index }) => (linked && !index) || group);
	return titled.length * 2 >= nested.length;
}

function headOf({ head, runs, mentions, lists }: ItemBlock): Passage {
	if (lists.length === 0) return { span: head, runs, mentions };
	const isHead = (said: { readonly span: Span }): boolean => said.span.start.offset < head.end.offset;
	return { span: head, runs: runs.filter(isHead), mentions: mentions.filter(isHead) };
}

function isBefore(span: Passage["span"], other: Passage["span"]): boolean {
	return span.start.offset < other.start.offset;
}
