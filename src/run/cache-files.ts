import { resolve } from "node:path";
import { staysInside } from "../config/inside.ts";
import { ConfigError, type Problem } from "../config/problem.ts";
import { isWithin } from "../input/path.ts";

/** What runs keep for each other, absolute paths. */
export interface CacheFiles {
	/** Of the web. */
	readonly answers: string;
	/** What was found in documents. */
	readonly documents: string;
	/** What the last offline run found out. */
	readonly run: string;
}

/**
 * The files of a cache, which is relative to `cwd`: the one that is named, and those beside it.
 *
 * @throws {ConfigError} when a symbolic link would lead it out of `cwd`.
 */
export function cacheFiles(file: string, cwd: string): CacheFiles {
	const path = resolve(cwd, file);
	if (isWithin(cwd, path) && !staysInside(cwd, path)) throw new ConfigError([strayCache(file)]);
	return { answers: path, documents: `${path}.documents`, run: `${path}.run` };
}

function strayCache(file: string): Problem {
	return {
		where: file,
		message: "leads out of the working directory, or into .git, by a symbolic link",
		help: "name the file that it leads to with --cache",
	};
}
