import type { Stats } from "node:fs";
import { lstat, readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { RunError } from "../model.ts";
import { isMarkdown } from "../naming/format.ts";
import { nearest } from "../naming/nearest.ts";
import { STDIN } from "../naming/stdin.ts";
import { excluder, expandGlob, isGlob } from "./glob.ts";
import { listFiles } from "./list.ts";
import { isWithin, pathFrom, posix } from "./path.ts";
import { type WorkTree, WorkTrees } from "./work-tree.ts";

export interface Selection {
	/** Absolute, with symbolic links resolved: the top of the git work tree, else the folder that holds all inputs. */
	readonly root: string;
	/** The work tree that `root` is the top of. */
	readonly workTree?: WorkTree;
	/** POSIX, relative to `root`, sorted by code units, each once. */
	readonly files: string[];
	readonly errors: RunError[];
}

/**
 * Which files to check. `paths` are files, folders, globs, `-` for standard input and `!glob` for what to leave out;
 * relative ones begin at `cwd`. None means `cwd`. Of a folder, the Markdown that git tracks or would add is taken; outside
 * of git, the Markdown that no .gitignore leaves out. A named file is taken whatever it is called.
 *
 * Errors: `no-such-path`, `no-match`, `no-documents` (fatal, but the other paths are selected all the same), and without
 * harm to the selection `git-missing`, `git-refused`, `git-failed`.
 */
export async function selectFiles(from: { cwd: string; paths: readonly string[] }): Promise<Selection> {
	const cwd = await realpath(from.cwd);
	const excluded = from.paths.filter((path) => path.startsWith("!")).map((path) => path.slice(1));
	const wanted = from.paths.filter((path) => !path.startsWith("!"));
	const trees = new WorkTrees();
	const chosen = await Promise.all(
		(wanted.length === 0 ? ["."] : wanted).map((path) => choose(cwd, path, trees)),
	);

	const { root, workTree, errors } = await findRoot(cwd, chosen, trees);
	const isExcluded = excluder(cwd, excluded);
	const files = chosen
		.flatMap((choice) => choice.files)
		.filter((file) => file === STDIN || !isExcluded(file))
		.map((file) => (file === STDIN ? STDIN : pathFrom(root, file)));
	return {
		root,
		...(workTree && { workTree }),
		files: [...new Set(files)].sort(),
		errors: [...errors, ...chosen.flatMap((choice) => choice.errors)],
	};
}

/** What one argument stands for: the folder to look from, and absolute paths of files. */
interface Choice {
	readonly folder: string;
	readonly files: readonly string[];
	readonly errors: readonly RunError[];
}

async function choose(cwd: string, path: string, trees: WorkTrees): Promise<Choice> {
	if (path === "-") return { folder: cwd, files: [STDIN], errors: [] };
	const absolute = resolve(cwd, path);
	// A symbolic link that leads nowhere is there all the same: reading it will say what is wrong.
	const found = await stat(absolute)
		.catch(() => lstat(absolute))
		.catch((): Stats | undefined => undefined);
	if (found?.isDirectory()) return chooseFolder(cwd, path, await realpath(absolute), trees);
	if (found !== undefined) {
		// The folder's real path, but the file's own name: a symbolic link that is named is checked where it stands.
		const folder = await realpath(dirname(absolute));
		return { folder, files: [join(folder, basename(absolute))], errors: [] };
	}
	if (!isGlob(path)) return nothing(cwd, await noSuchPath(path, absolute));
	const expanded = await expandGlob(cwd, path, trees);
	return expanded === undefined ? nothing(cwd, noMatch(path)) : { ...expanded, errors: [] };
}

async function chooseFolder(cwd: string, path: string, folder: string, trees: WorkTrees): Promise<Choice> {
	const files = (await listFiles(cwd, folder, trees)).filter(isMarkdown);
	return files.length === 0 ? nothing(folder, noDocuments(path)) : { folder, files, errors: [] };
}

function nothing(folder: string, error: RunError): Choice {
	return { folder, files: [], errors: [error] };
}

async function noSuchPath(path: string, absolute: string): Promise<RunError> {
	const names = await readdir(dirname(absolute)).catch((): string[] => []);
	const name = basename(absolute);
	const near = nearest(name, names, Math.max(1, Math.floor(name.length / CHARACTERS_PER_EDIT)));
	return {
		code: "no-such-path",
		path,
		message: `there is no file or folder ${path}`,
		...(near === undefined ? {} : { help: `Did you mean ${posix(join(dirname(path), near))}?` }),
		fatal: true,
	};
}

/** How many characters of a name make up for one that is wrong. */
const CHARACTERS_PER_EDIT = 4;

function noMatch(path: string): RunError {
	return {
		code: "no-match",
		path,
		message: `the pattern ${path} matches no file`,
		help: "Patterns begin at the working directory; quote them, so that the shell does not read them.",
		fatal: true,
	};
}

function noDocuments(path: string): RunError {
	return {
		code: "no-documents",
		path,
		message: `there is no Markdown in ${path === "." ? "this folder" : path}`,
		help: "What git ignores and vendored folders do not count; name a file to check it all the same.",
		fatal: true,
	};
}

async function findRoot(
	cwd: string,
	chosen: readonly Choice[],
	trees: WorkTrees,
): Promise<Pick<Selection, "root" | "workTree" | "errors">> {
	const common = chosen.map((choice) => choice.folder).reduce(commonFolder);
	const { tree, errors } = await trees.around(common);
	if (tree !== undefined) return { root: tree.root, workTree: tree, errors };
	return { root: isWithin(cwd, common) ? cwd : common, errors };
}

function commonFolder(a: string, b: string): string {
	return isWithin(a, b) ? a : commonFolder(dirname(a), b);
}
