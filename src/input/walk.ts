import type { Dirent } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import ignore, { type Ignore } from "ignore";

/** One thing on the disk. `path` is POSIX and relative to the root of the walk. */
export interface Walked {
	readonly path: string;
	readonly kind: "file" | "folder" | "symlink";
}

export interface WalkOptions {
	/** Names of folders that are listed, but not entered. */
	readonly closed: ReadonlySet<string>;
	/** Leaves out what the .gitignore files from `root` on say, as git does. */
	readonly gitignore: boolean;
	/** Where to begin, relative to `root`: what is not below is left out. */
	readonly within?: string;
}

/** The rules of one .gitignore file and the folder that they hold for, with a final slash; empty for the root. */
interface Rules {
	readonly folder: string;
	readonly ignore: Ignore;
}

/**
 * All files, folders and symbolic links below `root`, in no particular order. Symbolic links are not followed; pipes,
 * sockets and devices are left out; folders that may not be read are as if empty.
 */
export async function* walk(root: string, options: WalkOptions): AsyncGenerator<Walked> {
	let folder = "";
	const rules: Rules[] = [];
	for (const part of options.within?.split("/") ?? []) {
		if (options.gitignore) rules.push(...(await rulesOf(root, folder)));
		folder += `${part}/`;
	}
	yield* below(root, folder, rules, options);
}

async function* below(
	root: string,
	folder: string,
	outer: readonly Rules[],
	options: WalkOptions,
): AsyncGenerator<Walked> {
	const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((): Dirent[] => []);
	const rules = options.gitignore ? [...outer, ...(await rulesOf(root, folder))] : outer;
	for (const entry of entries) {
		const kind = kindOf(entry);
		const path = folder + entry.name;
		if (kind === undefined || isIgnored(kind === "folder" ? `${path}/` : path, rules)) continue;
		yield { path, kind };
		if (kind === "folder" && !options.closed.has(entry.name)) yield* below(root, `${path}/`, rules, options);
	}
}

function kindOf(entry: Dirent): Walked["kind"] | undefined {
	if (entry.isSymbolicLink()) return "symlink";
	if (entry.isDirectory()) return "folder";
	return entry.isFile() ? "file" : undefined;
}

async function rulesOf(root: string, folder: string): Promise<Rules[]> {
	const text = await readFile(join(root, folder, ".gitignore"), "utf8").catch(() => "");
	return text === "" ? [] : [{ folder, ignore: ignore({ ignorecase: false }).add(text) }];
}

/** The innermost .gitignore file that says something about a path decides. */
function isIgnored(path: string, rules: readonly Rules[]): boolean {
	for (const { folder, ignore } of rules.toReversed()) {
		const { ignored, unignored } = ignore.test(path.slice(folder.length));
		if (ignored || unignored) return ignored;
	}
	return false;
}
