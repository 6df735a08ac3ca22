/**
 * The nouns of shelfread. Every stage of a run takes some of them and gives others; this file imports nothing, so any
 * folder may import it.
 */

/** A place in a text, as unist has it. */
export interface Position {
	/** From 1. */
	readonly line: number;
	/** From 1, in UTF-16 code units. A byte order mark on line 1 is not counted: no editor shows it. */
	readonly column: number;
	/** From 0, in UTF-16 code units of `Document.text`; a byte order mark counts. */
	readonly offset: number;
}

/** A stretch of text. `end` is the first character after it. */
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
	/** Whether the document is a catalogue at all, `isCatalogue` tells. */
	readonly entries: readonly Entry[];
	readonly texts: readonly TextRun[];
	readonly comments: readonly Comment[];
}

/** What a local path turned out to be, from the index of the tree alone. */
export type PathState =
	| "present"
	| "directory"
	/** Tracked, but its content is not here: a submodule, or left out by a sparse checkout. */
	| "elsewhere"
	| "missing"
	/** Exists under a name that differs in letter case only. */
	| "wrong-case"
	/** Exists under a name that differs in Unicode normalisation only. */
	| "wrong-form"
	/** Exists on disk, git does not track it. */
	| "untracked"
	/** Exists on disk, git is told to ignore it. */
	| "ignored"
	/** Above the root, or behind a symbolic link that leaves it. */
	| "outside-tree";

/** What links point to; many links may share one target, and it is looked at once. */
export type Target = HttpTarget | FileTarget | OtherTarget;

export interface HttpTarget {
	readonly kind: "http";
	/** The URL in WHATWG form without its fragment: what is asked for. */
	readonly key: string;
}

export interface FileTarget {
	readonly kind: "file";
	/** `file:` and the path below. */
	readonly key: string;
	/** POSIX, relative to the root of the tree, decoded. `.` is the root. */
	readonly path: string;
	readonly state: PathState;
	/** The path that was meant, where it is known: the right case or form, or a similar name. */
	readonly actual?: string;
	/** How sure `actual` is: `exact` when it is the one path that folds to the same name. */
	readonly likeness?: "exact" | "similar";
	/** For a missing PDF that git still has and nothing in the tree replaces: the paper its stamp names, without its version. */
	readonly arxiv?: string;
}

export interface OtherTarget {
	readonly kind: "mail" | "other" | "invalid";
	readonly key: string;
	/** For `invalid`: what is wrong, as a clause. */
	readonly detail?: string;
}

/** A link with what it points to. */
export interface ResolvedLink {
	readonly link: Link;
	readonly target: Target;
	/** Without its `#`, as written; absent when the URL has none. */
	readonly fragment?: string;
}

/** A link with everything known about it: what rules look at. */
export interface JudgedLink extends ResolvedLink {
	readonly observation: Observation;
	readonly verdict: Verdict;
}

/** Why a request was made. */
export type AttemptCause = "first" | "redirect" | "refresh" | "retry" | "identity" | "lenient" | "sibling";

/** Everything that can happen to a request instead of an answer. */
export type FailureCode =
	| "no-such-host"
	| "lookup-failed"
	| "private-address"
	| "refused"
	| "unreachable"
	| "reset"
	| "timeout"
	| "tls-expired"
	| "tls-wrong-host"
	| "tls-self-signed"
	/** A link of the chain is missing: browsers often have it, Node does not. */
	| "tls-incomplete"
	| "tls-handshake"
	| "unreadable-answer"
	/** A redirect without a Location, or with one that is no URL. */
	| "bad-redirect"
	/** A redirect to something that is not the web: `mailto:`, `itms-apps:`. */
	| "foreign-redirect"
	| "redirect-loop"
	| "too-many-redirects";

/** Why a look ended before its answer. */
export type Ending = "deadline" | "cancelled" | "rate-limited" | "host-silent" | "no-network";

/** One request and what became of it. */
export interface Attempt {
	readonly cause: AttemptCause;
	readonly method: "GET";
	readonly url: string;
	/** Which user agent asked: our own name, or the same name in the form that older servers expect. */
	readonly identity: "plain" | "compatible";
	readonly status?: number;
	/** Set when there is no answer, or when the answer cannot be used. */
	readonly failure?: { readonly code: FailureCode; readonly detail: string };
	/** Lower-case names; only those that a verdict or a reader may need, never a secret. */
	readonly headers: Readonly<Record<string, string>>;
	/** The address that was connected to. */
	readonly address?: string;
	readonly milliseconds: number;
	readonly body?: BodyFacts;
}

/** What is kept of a body. */
export interface BodyFacts {
	/** By its first bytes, not by its header. */
	readonly looksLike: "html" | "pdf" | "xml" | "json" | "text" | "binary" | "empty";
	/** Decompressed bytes that were read. */
	readonly bytes: number;
	/** False when reading stopped before the end: nothing may then be concluded from what is not there. */
	readonly complete: boolean;
	readonly title?: string;
	readonly h1?: string;
	/** Characters of visible text that were read, white space folded. */
	readonly textLength: number;
	/** The visible text, where the body is complete and the text at most 2 KiB. */
	readonly text?: string;
	/** The first 16 KiB of the source, where `text` is there. */
	readonly source?: string;
	/** Where `<meta http-equiv=refresh>` leads, resolved, and after how many seconds. */
	readonly refresh?: { readonly url: string; readonly seconds: number };
	/** The values of `id` and `name`, where an anchor is looked for. */
	readonly ids?: readonly string[];
	/** Scripts and a root element but hardly any text: what a reader sees is made in the browser. */
	readonly shell: boolean;
}

/** What a local document begins and ends like. */
export type PdfState =
	| "pdf"
	| "empty"
	| "html"
	| "lfs-pointer"
	/** A Git LFS pointer whose path git hands to LFS: the content is where it should be, but not here. */
	| "lfs-elsewhere"
	| "no-header"
	| "no-trailer";

/** All that happened to one target. */
export type Observation = HttpObservation | FileObservation | NoObservation;

export interface HttpObservation {
	readonly kind: "http";
	readonly key: string;
	/** In the order they were made. */
	readonly attempts: readonly Attempt[];
	/** Who answered: the page itself, or a host adapter by its name. */
	readonly via: string;
	/** Set when it was not seen in this run but remembered from one before: when, in milliseconds since the epoch. */
	readonly seenAt?: number;
	/** Set when looking stopped early; the attempts are then all that is known. */
	readonly ended?: Ending;
}

export interface FileObservation {
	readonly kind: "file";
	readonly key: string;
	readonly state: PathState;
	/** Set when the file exists and cannot be read. */
	readonly unreadable?: string;
	readonly pdf?: PdfState;
	/** How many pages a PDF has, where a link asks for one and the file tells. */
	readonly pages?: number;
	/** For a PDF that arXiv made, where its first page tells. */
	readonly arxiv?: ArxivStamp;
	/** For Markdown and HTML: what a fragment can name. */
	readonly anchors?: readonly string[];
}

/** What arXiv prints on the first page of a paper. */
export interface ArxivStamp {
	/** Without its version: `2303.08774`, `hep-th/9901001`. */
	readonly id: string;
	readonly version: number;
	/** When that version was announced: `2023-03-27`. */
	readonly date: string;
}

export interface NoObservation {
	readonly kind: "none";
	readonly key: string;
	readonly reason: Reason;
}

/** A copy of a web page in an archive. */
export interface ArchivedCopy {
	/** Absolute, https. */
	readonly url: string;
	/** When it was taken: `2023-03-27`. */
	readonly day: string;
}

export type VerdictWord = keyof typeof reasons;

/** The closed list of reasons, by verdict. docs/verdicts.md has a row for each. */
export const reasons = {
	alive: ["ok", "redirected", "present"],
	moved: ["permanent-redirect"],
	dead: [
		"not-found",
		"no-such-host",
		"refused",
		"redirect-loop",
		"too-many-redirects",
		"bad-redirect",
		"tls",
		"soft-404",
		"parked",
		"tombstone",
		"wrong-content",
		"missing-anchor",
		"missing-file",
		"wrong-case",
		"wrong-form",
		"outside-tree",
		"untracked",
		"ignored",
		"invalid-url",
	],
	unsure: [
		"bot-wall",
		"login",
		"rate-limited",
		"server-error",
		"timeout",
		"connection",
		"forbidden",
		"legal",
		"single-page-app",
		"unreadable",
		"no-network",
	],
	skipped: [
		"excluded",
		"unsupported-scheme",
		"private-address",
		"offline",
		"deadline",
		"cancelled",
		"not-fetched",
		"outside-root",
	],
} as const;

export type Reason = (typeof reasons)[VerdictWord][number];

export interface Verdict {
	readonly verdict: VerdictWord;
	readonly reason: Reason;
	/** Where a reader ends, when it is not where the link points. */
	readonly finalUrl?: string;
	/** The last HTTP status. */
	readonly status?: number;
	/** What the reason rests on, in words: the name of a wall, a title, an error. */
	readonly evidence?: string;
}

export type Severity = "error" | "warning" | "info";

/** An edit. */
export interface Suggestion {
	readonly span: Span;
	readonly text: string;
	/** True when the edit is certain to be what the author meant. */
	readonly safe: boolean;
}

/** A suggestion with the text that it replaces, as that is written. */
export interface Edit extends Suggestion {
	readonly before: string;
}

/** Something that a person should see. */
export interface Finding {
	readonly ruleId: string;
	readonly severity: Severity;
	readonly path: string;
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
	/** One sentence: what, with the value as written. */
	readonly message: string;
	/** What to do about it. */
	readonly help?: string;
	/** The arguments of the message. */
	readonly data: Readonly<Record<string, string | number | boolean>>;
	readonly suggestion?: Edit;
}

/** One link and its verdict, flat, as the reports have it. */
export interface LinkReport {
	readonly path: string;
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
	readonly url: string;
	readonly text: string;
	readonly kind: LinkKind;
	readonly verdict: VerdictWord;
	readonly reason: Reason;
	readonly finalUrl?: string;
	readonly status?: number;
	readonly evidence?: string;
	/** How many requests, or looks at the disk, the verdict rests on; shared by all links to the target. */
	readonly attempts: number;
}

/** Something that kept shelfread from doing a part of its job. It says nothing about the catalogue. */
export interface RunError {
	/** In kebab case, from the list in docs/errors.md. */
	readonly code: string;
	/** The file or folder it is about, when there is one. */
	readonly path?: string;
	/** A clause that names the path as well. */
	readonly message: string;
	/** What to do about it. */
	readonly help?: string;
	/** False when everything could still be checked. */
	readonly fatal: boolean;
}

export interface Stats {
	readonly files: number;
	readonly links: number;
	readonly targets: number;
	/** Links that ended alive, moved or dead. */
	readonly verified: number;
	readonly verdicts: Readonly<Record<VerdictWord, number>>;
	/** Only those that occur. */
	readonly reasons: Readonly<Partial<Record<Reason, number>>>;
	readonly findings: Readonly<Record<Severity, number>>;
	/** Findings that a comment, the configuration or the baseline silences. They are counted nowhere else. */
	readonly suppressed: number;
	/** Findings that the baseline silences without there being any. */
	readonly stale: number;
	/** HTTP requests sent. */
	readonly requests: number;
}

export interface Environment {
	readonly version: string;
	/** What was asked for. */
	readonly network: "all" | "auto" | "none";
	/** False when the run had web links and nothing on the network could be reached. */
	readonly online: boolean;
	/** True when the run was stopped before its end, by a signal or by its deadline. */
	readonly incomplete: boolean;
}

/** All that a run found out. The JSON report prints exactly this. */
export interface Report {
	readonly version: 1;
	readonly environment: Environment;
	readonly stats: Stats;
	/** In the order of path, line and column. */
	readonly links: readonly LinkReport[];
	/** In the order of path, line, column and rule. */
	readonly findings: readonly Finding[];
	readonly errors: readonly RunError[];
}
