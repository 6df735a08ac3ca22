import type { Stats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import picomatch from "picomatch";
import { isMarkdown } from "../format.ts";
import type { RunError } from "../model.ts";
import { nearest } from "../nearest.ts";
import { STDIN } from "../stdin.ts";
import { findTopLevel, listPaths } from "./git.ts";
import { walk } from "./walk.ts";

export interface Selection {
	/** Absolute, with symbolic links resolved: the top of the git work tree, else the folder that holds all inputs. */
	readonly root: string;
	/** POSIX, relative to `root`, sorted by code units, each once. */
	readonly files: string[];
	readonly errors: RunError[];
}

/** Folders of other people's work. A run looks into them only when they are named. */
const foreign: ReadonlySet<string> = new Set([
	".git",
	".history",
	"bower_components",
	"node_modules",
	"third_party",
	"vendor",
]);

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
	const chosen = await Promise.all((wanted.length === 0 ? ["."] : wanted).map((path) => choose(cwd, path)));

	const { root, errors } = await findRoot(cwd, chosen);
	const keep = excluder(cwd, excluded);
	const files = chosen
		.flatMap((choice) => choice.files)
		.filter((file) => file === STDIN || keep(file))
		.map((file) => (file === STDIN ? STDIN : posix(relative(root, file))));
	return {
		root,
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

async function choose(cwd: string, path: string): Promise<Choice> {
	if (path === "-") return { folder: cwd, files: [STDIN], errors: [] };
	const absolute = resolve(cwd, path);
	const found = await stat(absolute).catch((): Stats | undefined => undefined);
	if (found?.isDirectory()) return chooseFolder(cwd, path, await realpath(absolute));
	if (found !== undefined) {
		// The folder's real path, but the file's own name: a symbolic link that is named is checked where it stands.
		const folder = await realpath(dirname(absolute));
		return { folder, files: [join(folder, basename(absolute))], errors: [] };
	}
	return picomatch.scan(path).isGlob ? chooseByGlob(cwd, path) : nothingAt(cwd, path, absolute);
}

async function chooseFolder(cwd: string, path: string, folder: string): Promise<Choice> {
	const files = (await listFiles(cwd, folder)).filter(isMarkdown);
	if (files.length > 0) return { folder, files, errors: [] };
	const error: RunError = {
		code: "no-documents",
		path,
		message: `There is no Markdown in ${path === "." ? "this folder" : path}.`,
		help: "What git ignores and vendored folders do not count; name a file to check it all the same.",
		fatal: true,
	};
	return { folder, files, errors: [error] };
}

async function chooseByGlob(cwd: string, glob: string): Promise<Choice> {
	const { base, glob: pattern } = picomatch.scan(posix(glob));
	const folder = await realpath(resolve(cwd, base)).catch(() => undefined);
	const matches = picomatch(pattern, { dot: true });
	const files = folder === undefined ? [] : await listFiles(cwd, folder);
	const matching = files.filter((file) => matches(posix(relative(folder ?? cwd, file))));
	// `docs/**` means the documents there, `docs/*.txt` means what it says.
	const taken = /\.[^./*]+$/.test(glob) ? matching : matching.filter(isMarkdown);
	if (taken.length > 0) return { folder: folder ?? cwd, files: taken, errors: [] };
	const error: RunError = {
		code: "no-match",
		path: glob,
		message: `The pattern ${glob} matches no file.`,
		help: "Patterns begin at the working directory; quote them, so that the shell does not read them.",
		fatal: true,
	};
	return { folder: cwd, files: [], errors: [error] };
}

async function nothingAt(cwd: string, path: string, absolute: string): Promise<Choice> {
	const names = await readdir(dirname(absolute)).catch((): string[] => []);
	const name = basename(absolute);
	const near = nearest(name, names, Math.max(1, Math.floor(name.length / 4)));
	const error: RunError = {
		code: "no-such-path",
		path,
		message: `There is no file or folder ${path}.`,
		...(near === undefined ? {} : { help: `Did you mean ${posix(join(dirname(path), near))}?` }),
		fatal: true,
	};
	return { folder: cwd, files: [], errors: [error] };
}

/** Absolute paths of the files below a folder that are no one else's, in no particular order. */
async function listFiles(cwd: string, folder: string): Promise<string[]> {
	const known = await listPaths(folder);
	if (known === undefined) return walkFiles(isWithin(cwd, folder) ? cwd : folder, folder);
	return known
		.filter(({ status, kind }) => kind === "file" && (status === "tracked" || status === "untracked"))
		.filter(({ path }) => !path.split("/").some((part) => part === "" || foreign.has(part)))
		.map(({ path }) => join(folder, path));
}

/** .gitignore files count from `root` on: one above it, in a home folder say, was written for something else. */
async function walkFiles(root: string, folder: string): Promise<string[]> {
	const within = folder === root ? {} : { within: posix(relative(root, folder)) };
	const files: string[] = [];
	for await (const { path, kind } of walk(root, { closed: foreign, gitignore: true, ...within }))
		if (kind === "file") files.push(join(root, path));
	return files;
}

async function findRoot(
	cwd: string,
	chosen: readonly Choice[],
): Promise<{ root: string; errors: RunError[] }> {
	const common = chosen.map((choice) => choice.folder).reduce(commonFolder);
	const { top, errors } = await findTopLevel(common);
	if (top !== undefined) return { root: await realpath(top), errors };
	return { root: isWithin(cwd, common) ? cwd : common, errors };
}

function commonFolder(a: string, b: string): string {
	return isWithin(a, b) ? a : commonFolder(dirname(a), b);
}

function isWithin(folder: string, path: string): boolean {
	return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** `!docs` leaves out the folder or file, `!*.draft.md` any file of such a name, `!docs/*.md` what it matches. */
function excluder(cwd: string, globs: readonly string[]): (file: string) => boolean {
	const patterns = globs
		.map((glob) => posix(glob).replace(/^\.\//, "").replace(/\/$/, ""))
		.flatMap((glob) => [glob, `${glob}/**`, ...(glob.includes("/") ? [] : [`**/${glob}`, `**/${glob}/**`])]);
	const matches = picomatch(patterns, { dot: true });
	return (file) => !matches(posix(relative(cwd, file)));
}

function posix(path: string): string {
	return sep === "/" ? path : path.replaceAll(sep, "/");
}
