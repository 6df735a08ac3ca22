import { isAbsolute, posix, win32 } from "node:path";
import type { Fault } from "./fault.ts";
import { parseFormat } from "./format.ts";
import { quote } from "./problem.ts";

/**
 * The faults of a valid value of a configuration file that would write outside the file's own folder. Such a file comes
 * with the tree that is checked, so it must not choose what to overwrite elsewhere.
 */
export function escapesIn(key: string, value: unknown): readonly Fault[] {
	if (key === "cache" || key === "baseline") return value === false ? [] : faultOf(String(value), []);
	if (key !== "format") return [];
	return (value as readonly string[]).flatMap((item, index) =>
		faultOf(parseFormat(item).file ?? "", [index]),
	);
}

function faultOf(file: string, path: readonly number[]): readonly Fault[] {
	const leaves =
		isAbsolute(file) ||
		win32.isAbsolute(file) ||
		/^\.\.(?:\/|$)/.test(posix.normalize(file.replaceAll("\\", "/")));
	if (!leaves) return [];
	const message = `expected a file below the folder of this configuration, found ${quote(file)}`;
	return [{ path, atKey: false, message, help: "only the command line can name a file elsewhere" }];
}
