import { relative, sep } from "node:path";

/** A path of this system as reports have it, with slashes. */
export function posix(path: string): string {
	return sep === "/" ? path : path.replaceAll(sep, "/");
}

/** Whether an absolute path is `folder` or below it. */
export function isWithin(folder: string, path: string): boolean {
	return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The way from an absolute folder to what is, as a rule, below it, with slashes. */
export function pathFrom(folder: string, path: string): string {
	// Much quicker than `relative`, and there may be ten thousands of them.
	if (path.startsWith(folder) && path.charAt(folder.length) === sep)
		return posix(path.slice(folder.length + 1));
	return posix(relative(folder, path));
}

/** What to put before a path below `folder` so that it leads there from `cwd`, with slashes: empty, or with one at its end. */
export function wayTo(folder: string, cwd: string): string {
	const way = pathFrom(cwd, folder);
	return way === "" ? "" : `${way}/`;
}
