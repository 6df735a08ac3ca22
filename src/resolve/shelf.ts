import type { PathState } from "../model.ts";
import type { Found } from "./found.ts";
import type { Home } from "./home.ts";
import { createCatalogue } from "./likeness.ts";
import { folderOf, foldersAbove, isOutside, join } from "./path.ts";

/** One thing in the tree. */
export interface ShelfEntry {
	/** POSIX, relative to the root, as git or the disk spells it. */
	readonly path: string;
	readonly kind: "file" | "folder" | "symlink";
	/** For a folder: of all that is below it. */
	readonly state: "present" | "elsewhere" | "untracked" | "ignored";
	/** For a symbolic link: the path it leads to, relative to the root. */
	readonly leadsTo?: string;
}

/** The index of the tree's files. */
export interface Shelf {
	/** Where `find` gets its knowledge: git's list, or the disk alone. */
	readonly repository: "git" | "none";
	/** The folder that links of standard input begin in, relative to the root. */
	readonly cwd: string;
	/** Where it is published, where that is known: URLs that lead there are local paths. */
	readonly home?: Home | undefined;
	/** All that is in the tree, in no particular order. */
	readonly entries: readonly ShelfEntry[];
	/** The files that readers of the tree have. */
	readonly files: readonly string[];
	/** `path` is relative to the root and normalised. */
	find(path: string): Found;
}

/** As many as Linux follows before it gives up. */
const MAX_SYMLINKS = 40;

/** What is worth to be suggested in place of something missing. */
const offered: ReadonlySet<PathState> = new Set(["present", "elsewhere", "untracked"]);

export function createShelf(
	entries: Iterable<ShelfEntry>,
	tree: Omit<Shelf, "entries" | "files" | "find">,
): Shelf {
	const byPath = new Map([...entries].map((entry) => [entry.path, entry]));
	let states: ReadonlyMap<string, FolderState> | undefined;
	// Most links lead to files; then nobody asks for folders.
	const folders = () => (states ??= statesOfFolders(byPath.values()));
	const known = new Map<string, Found>();
	const catalogue = createCatalogue(() => ({
		files: [...byPath.keys()].filter((path) => offered.has(stateOf(path, MAX_SYMLINKS))),
		folders: [...folders().keys()],
	}));

	function stateOf(path: string, symlinksLeft: number): PathState {
		if (isOutside(path)) return "outside-tree";
		if (path === ".") return "directory";
		const entry = byPath.get(path);
		if (entry?.leadsTo !== undefined) return follow(entry.leadsTo, symlinksLeft);
		if (entry?.kind === "file") return entry.state;
		const folder = folders().get(path);
		if (folder !== undefined) return folder;
		for (const above of foldersAbove(path)) {
			const outer = byPath.get(above);
			if (outer?.leadsTo !== undefined)
				return follow(join(outer.leadsTo, path.slice(above.length)), symlinksLeft);
			if (outer?.kind === "folder" && outer.state !== "present") return outer.state;
		}
		return "missing";
	}

	function follow(path: string, symlinksLeft: number): PathState {
		return symlinksLeft === 0 ? "missing" : stateOf(path, symlinksLeft - 1);
	}

	function find(path: string): Found {
		const state = stateOf(path, MAX_SYMLINKS);
		return state === "missing" ? (catalogue.lookUp(path) ?? { state }) : { state };
	}

	return {
		...tree,
		entries: [...byPath.values()],
		files: [...byPath.values()].flatMap(({ path, kind, state }) =>
			kind === "file" && state === "present" ? [path] : [],
		),
		find(path) {
			const found = known.get(path) ?? find(path);
			known.set(path, found);
			return found;
		},
	};
}

const weights = { directory: 3, untracked: 2, ignored: 1 } as const;
type FolderState = keyof typeof weights;

/** Git knows no folders, only files in them: a folder is as present as the best of what is in it. */
function statesOfFolders(entries: Iterable<ShelfEntry>): Map<string, FolderState> {
	const states = new Map<string, FolderState>();
	/** Above a folder that is as present as this, all are. */
	const note = (path: string, state: FolderState) => {
		for (let folder = path; folder !== "."; folder = folderOf(folder)) {
			const before = states.get(folder);
			if (before !== undefined && weights[before] >= weights[state]) return;
			states.set(folder, state);
		}
	};
	for (const { path, kind, state } of entries)
		note(
			kind === "folder" ? path : folderOf(path),
			state === "untracked" || state === "ignored" ? state : "directory",
		);
	return states;
}
