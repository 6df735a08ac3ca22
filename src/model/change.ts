/* What happened to a tree between a base and now. */

/** One file that is not as it was. */
export interface FileChange {
	/** Where it is; absent when it was removed. POSIX, relative to the root, as all paths. */
	readonly path?: string;
	/** Where it was; absent when it was added. Not the same as `path` when it was renamed. */
	readonly before?: string;
	/** What was at `before`. */
	readonly kindBefore: "file" | "symlink" | "submodule";
}

export interface Changes {
	readonly files: readonly FileChange[];
	/** What the changed documents and HTML files said, by their paths before. One that is not there could not be had. */
	readonly texts: ReadonlyMap<string, string>;
}

/** Whether one of these lines (from 1, the last one included) of a file is not as it was at the base. */
export type Touched = (path: string, first: number, last: number) => boolean;

/** What a document says, letter case of ASCII aside, if it concerns a change. */
export interface Needles {
	/** One of these texts; none is empty where they are looked for, for git leaves those out. */
	readonly texts: readonly string[];
	/** Or on one line a text of both sides of one of these pairs. */
	readonly pairs: readonly (readonly [readonly string[], readonly string[]])[];
}
