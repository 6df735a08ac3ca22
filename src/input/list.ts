import { join } from "node:path";
import { isWithin, pathBelow, pathFrom } from "./path.ts";
import { walk } from "./walk.ts";
import type { WorkTrees } from "./work-tree.ts";

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
 * The files of `folder` that are the author's own, as absolute paths in no particular order: what git tracks or would add,
 * outside of git what no .gitignore leaves out. Symbolic links are not among them: what they lead to is, or is not the
 * author's.
 */
export async function listFiles(cwd: string, folder: string, trees: WorkTrees): Promise<string[]> {
	const known = await trees.pathsIn(folder);
	if (known === undefined) return walkFiles(isWithin(cwd, folder) ? cwd : folder, folder);
	return known
		.filter(({ status, kind }) => kind === "file" && (status === "tracked" || status === "untracked"))
		.filter(({ path }) => !isForeign(path))
		.map(({ path }) => pathBelow(folder, path));
}

/** Whether a path, relative to the folder that is looked at, is that of other people's work. */
export function isForeign(path: string): boolean {
	return foreignPart.test(path);
}

/** A part without a name is where git does not look inside: another repository. */
const foreignPart = new RegExp(`(?:^|/)(?:${[...foreign].join("|").replaceAll(".", "\\.")})?(?:/|$)`);

/** .gitignore files count from `root` on: one above it, in a home folder say, was written for something else. */
async function walkFiles(root: string, folder: string): Promise<string[]> {
	const within = folder === root ? {} : { within: pathFrom(root, folder) };
	const files: string[] = [];
	for await (const { path, kind } of walk(root, { closed: foreign, gitignore: true, ...within }))
		if (kind === "file") files.push(join(root, path));
	return files;
}
