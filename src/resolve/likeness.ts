import { groupBy } from "../naming/group.ts";
import { closest, fold, type SortedNames, sortNames, withinEdits } from "../naming/nearest.ts";
import type { Found } from "./found.ts";
import { folderOf, nameOf } from "./path.ts";

/** Finds what a path that is not there was meant to be. */
interface Catalogue {
	lookUp(path: string): Found | undefined;
}

/** What there is to find: paths in the tree, each once. */
interface Holdings {
	readonly files: readonly string[];
	readonly folders: readonly string[];
}

/** Names are alike with one edit in ten characters: nine of ten are the same. */
const CHARACTERS_PER_EDIT = 10;

/** Names that stand for their folder, so that one elsewhere is another thing. */
const conventional = /^(readme|index|license|changelog|contributing|security|summary|__init__)(\.|$)/i;

/** `list` is called when the first path is looked up: a tree whose links are all right needs no index. */
export function createCatalogue(list: () => Holdings): Catalogue {
	let index: Index | undefined;
	return {
		lookUp(path) {
			index ??= createIndex(list());
			return (
				sameFolded(index, path) ?? sameName(index, path) ?? sameStem(index, path) ?? similarName(index, path)
			);
		},
	};
}

interface Index {
	/** Files and folders by their folded paths. */
	readonly byPath: ReadonlyMap<string, readonly string[]>;
	/** Files by their folded names. */
	readonly byName: ReadonlyMap<string, readonly string[]>;
	/** The same within their folders, by `placeOf`. */
	readonly byPlace: ReadonlyMap<string, readonly string[]>;
	/** The keys of `byName`. */
	readonly names: SortedNames;
}

function placeOf(folder: string, foldedName: string): string {
	return `${folder}\0${foldedName}`;
}

function createIndex({ files, folders }: Holdings): Index {
	const byName = groupBy(files, (path) => fold(nameOf(path)));
	return {
		byPath: groupBy([...files, ...folders], fold),
		byName,
		byPlace: groupBy(files, (path) => placeOf(folderOf(path), fold(nameOf(path)))),
		names: sortNames(byName.keys()),
	};
}

/** The same path but for case or Unicode form. Where both differ, it counts as a wrong case. */
function sameFolded(index: Index, path: string): Found | undefined {
	const [actual, ...others] = index.byPath.get(fold(path)) ?? [];
	if (actual === undefined) return undefined;
	const state = actual.normalize("NFKC") === path.normalize("NFKC") ? "wrong-form" : "wrong-case";
	return { state, actual, likeness: others.length === 0 ? "exact" : "similar" };
}

/** The one file of the same name in another folder. */
function sameName(index: Index, path: string): Found | undefined {
	const [actual, ...others] = index.byName.get(fold(nameOf(path))) ?? [];
	if (actual === undefined || others.length > 0) return undefined;
	return { state: "missing", actual, likeness: conventional.test(nameOf(path)) ? "similar" : "exact" };
}

/** `guide` or `guide.html` where there is `guide.md`: what a site generator makes of it. */
function sameStem(index: Index, path: string): Found | undefined {
	const stem = path.replace(/\.html?$/i, "");
	const [actual] = ["md", "markdown", "mdx"].flatMap(
		(extension) => index.byPath.get(fold(`${stem}.${extension}`)) ?? [],
	);
	return actual === undefined ? undefined : { state: "missing", actual, likeness: "similar" };
}

/** The file with the nearest name; of several as near, the one in the same folder. */
function similarName(index: Index, path: string): Found | undefined {
	const name = fold(nameOf(path));
	const near = withinEdits(name, index.names, Math.floor(name.length / (CHARACTERS_PER_EDIT - 1)));
	const similar = near.filter(
		(other) => other.edits * CHARACTERS_PER_EDIT <= Math.max(name.length, other.name.length),
	);
	const names = closest(similar);
	const neighbours = names.flatMap((other) => index.byPlace.get(placeOf(folderOf(path), other)) ?? []);
	// A name that many folders have is one list here, and is not copied for each link.
	const groups = neighbours.length > 0 ? [neighbours] : names.map((other) => index.byName.get(other) ?? []);
	const [[actual, another] = [], ...others] = groups;
	if (actual === undefined || another !== undefined || others.length > 0) return undefined;
	return { state: "missing", actual, likeness: "similar" };
}
