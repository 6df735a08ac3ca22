import { relative, sep } from "node:path";

/** A path of this system as reports have it, with slashes. */
export function posix(path: string): string {
	return sep === "/" ? path : path.replaceAll(sep, "/");
}

/** Whether an absolute path is `folder` or below it. */
export function isWithin(folder: string, path: string): boolean {
	return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The absolute path of what is below a folder, by a way with slashes and no dots. In a large tree, `join` takes its time. */
export function pathBelow(folder: string, way: string): string {
	const native = sep === "/" ? way : way.replaceAll("/", sep);
	return folder.endsWith(sep) ? folder + native : folder + sep + native;
}

/** The way from a folder to what is, as a rule, below it, with slashes. In a large tree, `relative` takes its time. */
export function pathFrom(folder: string, path: string): string {
	const isBelow = path.startsWith(folder) && path.charAt(folder.length) === sep;
	return posix(isBelow ? path.slice(folder.length + 1) : relative(folder, path));
}

/** What to put before a path below `folder` so that it leads there from `cwd`, with slashes: empty, or with one at its end. */
export function wayTo(folder: string, cwd: string): string {
	const way = pathFrom(cwd, folder);
	return way === "" ? "" : `${way}/`;
}
