import { lstatSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, relative, sep } from "node:path";

/**
 * Whether a path below a folder as written, both absolute, is below it on the disk, too. Symbolic links come with the tree
 * that is checked: one may lead out of the folder, or into `.git`, whose files make git run programs.
 */
export function staysInside(folder: string, path: string): boolean {
	const real = follow(path);
	if (real === undefined) return false;
	const way = relative(realpathSync.native(folder), real);
	const steps = way.split(sep);
	if (isAbsolute(way) || steps[0] === "..") return false;
	return !steps.includes(".git") || relative(folder, path).split(sep).includes(".git");
}

/** Where a path leads, as far as it exists. Undefined when a link on it leads nowhere: what is made there is not here. */
function follow(path: string): string | undefined {
	try {
		return realpathSync.native(path);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		const isNothing = code === "ENOTDIR" || (code === "ENOENT" && !isLink(path));
		return isNothing ? follow(dirname(path)) : undefined;
	}
}

function isLink(path: string): boolean {
	return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
