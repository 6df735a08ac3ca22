import { isMarkdown } from "../format.ts";
import { distance, fold } from "../nearest.ts";
import { folderOf, nameOf } from "./path.ts";
import type { Found } from "./shelf.ts";

/** Finds what a path that is not there was meant to be. */
export interface Catalogue {
	lookUp(path: string): Found | undefined;
}

/** What there is to find: paths in the tree, each once. */
export interface Holdings {
	readonly files: readonly string[];
	readonly folders: readonly string[];
}

/** How much of a name must be the same for it to be suggested: nine characters of ten. */
const SIMILAR = 0.9;

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
	/** The keys of `byName` by their length, with the set of their letters. */
	readonly byLength: ReadonlyMap<number, ReadonlyArray<{ readonly name: string; readonly letters: number }>>;
}

function createIndex({ files, folders }: Holdings): Index {
	const byName = group(files, (path) => fold(nameOf(path)));
	const names = [...byName.keys()].map((name) => ({ name, letters: lettersOf(name) }));
	return {
		byPath: group([...files, ...folders], fold),
		byName,
		byLength: group(names, ({ name }) => name.length),
	};
}

function group<K, V>(values: readonly V[], keyOf: (value: V) => K): Map<K, V[]> {
	const groups = new Map<K, V[]>();
	for (const value of values) {
		const key = keyOf(value);
		const found = groups.get(key);
		if (found === undefined) groups.set(key, [value]);
		else found.push(value);
	}
	return groups;
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
	const actual = ["md", "markdown", "mdx"]
		.flatMap((extension) => index.byPath.get(fold(`${stem}.${extension}`)) ?? [])
		.find(isMarkdown);
	return actual === undefined ? undefined : { state: "missing", actual, likeness: "similar" };
}

/** The file with the nearest name; of several as near, one in the same folder. */
function similarName(index: Index, path: string): Found | undefined {
	const name = fold(nameOf(path));
	const letters = lettersOf(name);
	let least = Infinity;
	let best: string[] = [];
	for (let length = Math.ceil(name.length * SIMILAR); length * SIMILAR <= name.length; length++) {
		const limit = Math.floor(Math.max(length, name.length) * (1 - SIMILAR) + 1e-9);
		for (const other of index.byLength.get(length) ?? []) {
			// An edit changes at most two bits of the set of letters; counting them is far cheaper than comparing.
			if (bits(letters ^ other.letters) > 2 * limit) continue;
			const edits = distance(name, other.name, Math.min(limit, least));
			if (edits > limit) continue;
			if (edits < least) best = [];
			least = edits;
			best.push(other.name);
		}
	}
	const paths = best.flatMap((candidate) => index.byName.get(candidate) ?? []);
	const neighbours = paths.filter((candidate) => folderOf(candidate) === folderOf(path));
	const [actual, ...others] = neighbours.length > 0 ? neighbours : paths;
	return actual === undefined || others.length > 0
		? undefined
		: { state: "missing", actual, likeness: "similar" };
}

/** The set of a name's characters, as 32 bits. */
function lettersOf(name: string): number {
	let set = 0;
	for (let at = 0; at < name.length; at++) set |= 1 << (name.charCodeAt(at) & 31);
	return set;
}

function bits(set: number): number {
	let rest = set;
	let count = 0;
	for (; rest !== 0; rest &= rest - 1) count++;
	return count;
}
