import type { Link } from "./text.ts";

/* What links point to. */

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

/** What arXiv prints on the first page of a paper. */
export interface ArxivStamp {
	/** Without its version: `2303.08774`, `hep-th/9901001`. */
	readonly id: string;
	readonly version: number;
	/** When that version was announced: `2023-03-27`. */
	readonly date: string;
}

/** A copy of a web page in an archive. */
export interface ArchivedCopy {
	/** Absolute, https. */
	readonly url: string;
	/** When it was taken: `2023-03-27`. */
	readonly day: string;
}
