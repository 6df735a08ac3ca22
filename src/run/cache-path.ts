import { resolve } from "node:path";
import { staysInside } from "../config/inside.ts";
import { ConfigError, type Problem } from "../config/problem.ts";
import { isWithin } from "../input/path.ts";

/**
 * The absolute path of a cache, which is relative to `cwd`.
 *
 * @throws {ConfigError} when a symbolic link would lead the file out of `cwd`.
 */
export function cachePath(file: string, cwd: string): string {
	const path = resolve(cwd, file);
	if (isWithin(cwd, path) && !staysInside(cwd, path)) throw new ConfigError([strayCache(file)]);
	return path;
}

function strayCache(file: string): Problem {
	return {
		where: file,
		message: "leads out of the working directory, or into .git, by a symbolic link",
		help: "name the file that it leads to with --cache",
	};
}
