/* What a document holds, before anyone asks where its links lead. */

/** A place in a text, as unist has it. */
export interface Position {
	/** From 1. */
	readonly line: number;
	/** From 1, in UTF-16 code units. A byte order mark on line 1 is not counted: no editor shows it. */
	readonly column: number;
	/** From 0, in UTF-16 code units of `Document.text`; a byte order mark counts. */
	readonly offset: number;
}

/**
 * A stretch of text. `end` is the first character after it. Those of a parsed document work both out when they are asked, so that
 * neither is spread nor printed with a span: who copies one names what it takes.
 */
export interface Span {
	readonly start: Position;
	readonly end: Position;
}

/** One input file. */
export interface Document {
	/** POSIX, relative to the root of the tree; `<stdin>` for standard input. */
	readonly path: string;
	/** Decoded, otherwise as it is on disk: with its byte order mark and its line ends. */
	readonly text: string;
	/** MDX is read as Markdown whose braced comments are comments. */
	readonly format: "markdown" | "mdx";
}

export type LinkKind = "link" | "image" | "definition" | "autolink" | "html";

/** One occurrence of a destination in a document. */
export interface Link {
	readonly path: string;
	/** Where the destination is written: what a fix would replace, without `<>`, quotes or brackets around it. */
	readonly span: Span;
	/** The destination, with Markdown's escapes and character references resolved. */
	readonly url: string;
	/** What a reader sees: the label, an image's alternative text, a definition's label; white space folded. */
	readonly text: string;
	readonly kind: LinkKind;
}

export interface Heading {
	/** From 1 to 6. */
	readonly depth: number;
	readonly text: string;
	/** The fragment that GitHub gives it, unique in its document. */
	readonly slug: string;
	readonly span: Span;
}

/**
 * A place where a reader meets a link. An inline link has one, a definition as many as refer to it; images and
 * attributes without a text of their own have none.
 */
export interface Mention {
	/** Where the destination is written: with a reference, that is its definition. */
	readonly link: Link;
	/** What a reader sees here; white space folded. */
	readonly text: string;
	/** All of it as written: from `[` to `)`, from `<a` to `</a>`, or the bare URL, with `<>` where it has them. */
	readonly span: Span;
	/** What is between its brackets or tags; the URL itself where it is bare. */
	readonly textSpan: Span;
	/** True when all that is seen is a picture: `[![x](y)](z)`. `text` is then its alternative text. */
	readonly pictured: boolean;
}

/** `[label]: url`. Its link has the kind `definition`. */
export interface Definition {
	readonly link: Link;
	/** As written, white space folded. */
	readonly label: string;
	/** All of it, with its title. */
	readonly span: Span;
	/** Whether a reference is resolved by it. */
	readonly used: boolean;
	/** Set when an earlier definition has the same label: that one counts, and this one does nothing. */
	readonly first?: Definition;
}

/** `[text][label]`, `[label][]` or `[label]`, of a link or an image. */
export interface Reference {
	/** As written, white space folded. */
	readonly label: string;
	readonly span: Span;
	/**
	 * Absent when nothing defines the label, so that the brackets are shown as text. Only the first two forms can be
	 * without: `[label]` alone is text as often as not.
	 */
	readonly definition?: Definition;
	readonly kind: "link" | "image";
}

/** A stretch of prose between markup. Code, comments, HTML and front matter have none. */
export interface TextRun {
	/** With escapes and character references resolved. */
	readonly value: string;
	/** As written. Over several lines it has the markers of the quotes and items around it. */
	readonly span: Span;
	/** True inside the text of a link. */
	readonly linked: boolean;
}

/** An HTML comment, or a braced one of MDX. */
export interface Comment {
	/** Between its delimiters, trimmed. */
	readonly text: string;
	/** With its delimiters. */
	readonly span: Span;
	/** What stands after it: the next block, or the next piece of the same text. Absent after the last one. */
	readonly next?: Span;
}
