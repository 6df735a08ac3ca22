import { isAbsolute, posix, win32 } from "node:path";
import type { Fault } from "./fault.ts";
import { parseFormat } from "./format.ts";
import { quote } from "./problem.ts";

/**
 * The faults of a valid value of a configuration file that names files: those that leave the file's own folder or are git's.
 * Such a file comes with the tree that is checked, so it must not choose what to overwrite elsewhere.
 *
 * @param stays Whether a path is in that folder on the disk, too.
 */
export function escapesIn(key: string, value: unknown, stays: (path: string) => boolean): readonly Fault[] {
	if (key === "cache" || key === "baseline")
		return value === false ? [] : faultOf(String(value), String(value), [], stays);
	if (key !== "format") return [];
	return (value as readonly string[]).flatMap((item, index) => {
		const { file } = parseFormat(item);
		// A link in the place of a report is replaced, not followed.
		return file === undefined ? [] : faultOf(file, posix.dirname(slashed(file)), [index], stays);
	});
}

/** `followed` is what is followed where it leads. */
function faultOf(
	file: string,
	followed: string,
	path: readonly number[],
	stays: (path: string) => boolean,
): readonly Fault[] {
	const way = posix.normalize(slashed(file)).split("/");
	const fault = (expected: string, help: string): readonly Fault[] => [
		{ path, atKey: false, message: `expected a file ${expected}, found ${quote(file)}`, help },
	];
	if (isAbsolute(file) || win32.isAbsolute(file) || way[0] === "..")
		return fault("below the folder of this configuration", elsewhere);
	if (way.some(isGits)) return fault("outside of .git", elsewhere);
	return stays(followed)
		? []
		: fault(
				"below the folder of this configuration, also where symbolic links lead",
				"take the link away, or name another file",
			);
}

const elsewhere = "only the command line can name a file elsewhere";

/** Systems that ignore letter case, and dots and blanks at the end, take these for `.git` too. */
function isGits(step: string): boolean {
	return /^\.git[. ]*$/i.test(step);
}

function slashed(path: string): string {
	return path.replaceAll("\\", "/");
}
