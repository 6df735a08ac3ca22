import { readlink, realpath } from "node:fs/promises";
import { isAbsolute, join as joinNative, relative as relativeNative } from "node:path";
import { listIgnored, readOrigin } from "../input/git.ts";
import { posix } from "../input/path.ts";
import { walk } from "../input/walk.ts";
import type { GitPath, WorkTree } from "../input/work-tree.ts";
import { type Home, parseRemote } from "./home.ts";
import { folderOf, join, nameOf } from "./path.ts";
import type { Shelf, ShelfEntry } from "./shelf.ts";

/** Folders that hold no part of a catalogue, and far too much of everything else, outside of git. */
const closed: ReadonlySet<string> = new Set([".git", "node_modules"]);

export interface Tree {
	/** Absolute, as `cwd`. */
	readonly root: string;
	readonly cwd: string;
	/** Where `root` is the top of one. */
	readonly workTree: WorkTree | undefined;
	/** Where the repository is on the web, where its remote `origin` does not tell. */
	readonly repositoryUrl?: string | undefined;
}

/** What a shelf is made of. */
export interface Survey extends Pick<Shelf, "repository" | "cwd" | "home"> {
	readonly entries: readonly ShelfEntry[];
}

/** What is in the tree: what git lists where its root is the top of a work tree, else all that is on the disk. */
export async function surveyTree({ workTree, repositoryUrl, ...tree }: Tree): Promise<Survey> {
	const [root, folder] = await Promise.all([realpath(tree.root), realpath(tree.cwd)]);
	const cwd = treePath(root, folder);
	if (workTree === undefined) return { entries: await entriesOnDisk(root), repository: "none", cwd };
	const [entries, home] = await Promise.all([entriesInGit(workTree), findHome(root, repositoryUrl)]);
	return { entries, repository: "git", cwd, home };
}

async function findHome(root: string, repositoryUrl: string | undefined): Promise<Home | undefined> {
	const { address, branch } = await readOrigin(root);
	const home = parseRemote(address ?? repositoryUrl ?? "");
	return home && { ...home, branch };
}

async function entriesInGit({ root, paths }: WorkTree): Promise<ShelfEntry[]> {
	const links = paths.filter(({ status, kind }) => status === "tracked" && kind === "symlink");
	const [ignored, followed] = await Promise.all([
		listIgnored(root),
		Promise.all(links.map(({ path }) => symlink(root, path))),
	]);
	return [
		...ignored.map((path): ShelfEntry => ({ ...fileOrFolder(path), state: "ignored" })),
		...paths.flatMap(entryInGit),
		...followed,
	];
}

/** Symbolic links are for those who can read them. */
function entryInGit({ path, status, kind }: GitPath): ShelfEntry | [] {
	if (status === "deleted") return [];
	if (status === "untracked") return { ...fileOrFolder(path), state: "untracked" };
	if (kind === "submodule") return { path, kind: "folder", state: "elsewhere" };
	if (status === "sparse") return { path, kind: "file", state: "elsewhere" };
	return kind === "symlink" ? [] : { path, kind: "file", state: "present" };
}

function fileOrFolder(path: string): Pick<ShelfEntry, "path" | "kind"> {
	return path.endsWith("/") ? { path: path.slice(0, -1), kind: "folder" } : { path, kind: "file" };
}

async function entriesOnDisk(root: string): Promise<ShelfEntry[]> {
	const entries: ShelfEntry[] = [];
	for await (const { path, kind } of walk(root, { closed, gitignore: false })) {
		if (kind === "symlink") entries.push(await symlink(root, path));
		else if (kind === "folder" && closed.has(nameOf(path))) entries.push({ path, kind, state: "elsewhere" });
		else entries.push({ path, kind, state: "present" });
	}
	return entries;
}

/** Where git cannot make symbolic links, it writes a file; that file is then what a link leads to. */
async function symlink(root: string, path: string): Promise<ShelfEntry> {
	const text = await readlink(joinNative(root, path)).catch(() => undefined);
	if (text === undefined) return { path, kind: "file", state: "present" };
	const leadsTo = isAbsolute(text) ? treePath(root, text) : join(folderOf(path), posix(text));
	return { path, kind: "symlink", state: "present", leadsTo };
}

function treePath(root: string, path: string): string {
	return posix(relativeNative(root, path)) || ".";
}
