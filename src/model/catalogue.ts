import type {
	Comment,
	Definition,
	Document,
	Heading,
	Link,
	Mention,
	Reference,
	Span,
	TextRun,
} from "./text.ts";

/* What a document holds as a catalogue: sections, lists, tables and the entries in them. */

/** What a heading stands over. Two things are in the same section when these are the same object. */
export interface Section {
	/** Absent for what comes before the first heading. */
	readonly heading?: Heading;
	/** The headings that it is under, outermost first, its own last. */
	readonly path: readonly Heading[];
	/** From its heading up to the next one that is not deeper. */
	readonly span: Span;
	/** From the end of its heading up to the next one of any depth. */
	readonly content: Span;
	/** True when there is nothing under the heading: no subsection, no comment, at most blanks and rules (`---`). */
	readonly empty: boolean;
}

/**
 * - `index`: nothing but links into its own document, as in a table of contents.
 * - `entry`: something that the catalogue lists; `Item.entry` is it.
 * - `label`: nothing but resource links (`[Paper](u)`), or one link under a group that says what it is (`GitHub` over
 *   `[langchain](u)`); they belong to `Item.entry`, the nearest entry above.
 * - `group`: a text without a link over a list of links (`GitHub`, `Survey`).
 * - `attribute`: a text under an entry that tells something about it; no link is expected.
 */
export type ItemKind = "entry" | "label" | "group" | "attribute" | "index";

export interface List {
	readonly ordered: boolean;
	readonly items: readonly Item[];
	readonly section: Section;
	/** The item that it is nested in. */
	readonly parent?: Item;
	readonly span: Span;
}

/** An item of a list. Its head is what it says itself, before the lists that are nested in it. */
export interface Item {
	readonly kind: ItemKind;
	/** What a reader sees of its head; white space folded. */
	readonly text: string;
	/** The head as written, without the marker. */
	readonly head: Span;
	/** From its marker to the end of all that is nested in it. */
	readonly span: Span;
	/** The whole lines of `span`, with their last line end: what to delete. */
	readonly lines: Span;
	/** Everything that it says itself links to; not what nested items do. */
	readonly mentions: readonly Mention[];
	readonly list: List;
	/** The lists that are nested in it. */
	readonly lists: readonly List[];
	/** The entry that it is, or that it belongs to; absent where there is none above. */
	readonly entry?: Entry;
}

export interface Table {
	readonly header: readonly Cell[];
	/** Without the header. */
	readonly rows: readonly Row[];
	readonly section: Section;
	readonly span: Span;
}

export interface Row {
	/** As many as are written, which may be more or fewer than the header has. */
	readonly cells: readonly Cell[];
	readonly table: Table;
	readonly span: Span;
	readonly lines: Span;
	/** The entry that it is: every row with a title and a link is one. */
	readonly entry?: Entry;
}

export interface Cell {
	/** What a reader sees; white space folded. */
	readonly text: string;
	/** Its content, without bars and the blanks beside them. */
	readonly span: Span;
	readonly mentions: readonly Mention[];
}

/**
 * - `primary`: the link that is the title; the first one of an entry whose title is none and that has no resources.
 * - `resource`: a link by what it leads to: `[Paper](u)`, `[code](u)`, `[[anything](u)]`, an icon.
 * - `secondary`: a link in the description.
 */
export type LinkRole = "primary" | "resource" | "secondary";

/** A link of an entry. */
export interface EntryLink {
	readonly mention: Mention;
	readonly role: LinkRole;
	/** Of what it leads to, as written: `Paper`, `GitHub1`; empty for an icon without a text. */
	readonly label?: string;
	/** Where the label is written. */
	readonly labelSpan?: Span;
	/** True when the label is not the link's own text but that of the group above it or of its column's header. */
	readonly inherited: boolean;
}

/** One thing that a catalogue lists. Each mention belongs to at most one entry. */
export interface Entry {
	readonly kind: "item" | "row" | "paragraph";
	/** Never empty; white space folded. */
	readonly title: string;
	/** As written, with the markup in it. */
	readonly titleSpan: Span;
	/** In the order of the text. Those of nested label items and groups are among them, those of nested entries are not. */
	readonly links: readonly EntryLink[];
	readonly section: Section;
	/** All of it, with everything that is nested in it. */
	readonly span: Span;
	/** The whole lines of `span`, with their last line end: what to delete. */
	readonly lines: Span;
	/** How many lists are around it: 1 for the items of a list in none, 0 for rows and paragraphs. */
	readonly depth: number;
	/** The entry that it is nested in. */
	readonly parent?: Entry;
	/** For the kind `item`; its siblings are `item.list.items`. */
	readonly item?: Item;
	/** For the kind `row`; its siblings are `row.table.rows`. */
	readonly row?: Row;
}

/** What one document holds, each kind in the order of the text. */
export interface ParsedDocument {
	readonly document: Document;
	readonly links: readonly Link[];
	readonly headings: readonly Heading[];
	/** The values of `id` and `name` attributes in the document's HTML, in order of appearance. */
	readonly ids: readonly string[];
	readonly mentions: readonly Mention[];
	readonly definitions: readonly Definition[];
	readonly references: readonly Reference[];
	/** The first one has no heading. */
	readonly sections: readonly Section[];
	/** All of them, each before those that are nested in it. */
	readonly lists: readonly List[];
	readonly tables: readonly Table[];
	/** Whether it lists things elsewhere, so that rules about entries are for it. */
	readonly catalogue: boolean;
	readonly entries: readonly Entry[];
	readonly texts: readonly TextRun[];
	readonly comments: readonly Comment[];
}
