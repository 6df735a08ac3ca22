import { isAbsolute, posix } from "node:path";
import { parseFormat } from "./format.ts";
import type { Settings } from "./settings.ts";

/**
 * Turns the paths of a configuration file, which are relative to the folder it stands in, into paths relative to the
 * working directory. `folder` leads from there to the file's folder: `..`, `docs`, or `` where they are the same.
 */
export function rebase(settings: Partial<Settings>, folder: string): Partial<Settings> {
	const { paths, format, cache, baseline } = settings;
	return {
		...settings,
		...(paths && { paths: paths.map((path) => rebasePath(path, folder)) }),
		...(format && { format: format.map((item) => rebaseFormat(item, folder)) }),
		...(cache && { cache: rebaseFile(cache, folder) }),
		...(baseline && { baseline: rebaseFile(baseline, folder) }),
	};
}

function rebasePath(path: string, folder: string): string {
	if (path === "-") return path;
	return path.startsWith("!") ? `!${rebaseFile(path.slice(1), folder)}` : rebaseFile(path, folder);
}

function rebaseFormat(item: string, folder: string): string {
	const { name, file } = parseFormat(item);
	return file === undefined ? item : `${name}=${rebaseFile(file, folder)}`;
}

function rebaseFile(file: string, folder: string): string {
	return folder === "" || isAbsolute(file) ? file : posix.join(folder, file);
}
