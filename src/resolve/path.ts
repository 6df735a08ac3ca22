/**
 * Paths in the tree: POSIX, relative to its root, decoded; `.` is the root, and `..` at the start leaves it.
 */

/** `base` and `path` in one, without `.`, `..` inside and doubled or final slashes. */
export function join(base: string, path: string): string {
	const parts: string[] = [];
	for (const part of `${base}/${path}`.split("/")) {
		if (part === "" || part === ".") continue;
		if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
		else parts.push(part);
	}
	return parts.join("/") || ".";
}

/** The folder that a path is in. */
export function folderOf(path: string): string {
	const slash = path.lastIndexOf("/");
	return slash < 0 ? "." : path.slice(0, slash);
}

/** The last part of a path. */
export function nameOf(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}

export function isOutside(path: string): boolean {
	return path === ".." || path.startsWith("../");
}

/** The folders that a path is below, the outermost first, without the root. */
export function foldersAbove(path: string): string[] {
	const folders: string[] = [];
	for (let slash = path.indexOf("/"); slash >= 0; slash = path.indexOf("/", slash + 1))
		folders.push(path.slice(0, slash));
	return folders;
}

/** How to go from one folder to a path: `../b/c.md`. */
export function relative(folder: string, path: string): string {
	const from = folder === "." ? [] : folder.split("/");
	const to = path === "." ? [] : path.split("/");
	let shared = 0;
	while (shared < from.length && from[shared] === to[shared]) shared++;
	return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/") || ".";
}

/** Whether a path is one of these. */
export function among(paths: readonly string[]): (path: string) => boolean {
	const known = new Set(paths);
	return (path) => known.has(path);
}

/** The outermost folder of a path; `.` for what is in the root. */
export function shelfOf(path: string): string {
	return foldersAbove(path)[0] ?? ".";
}
