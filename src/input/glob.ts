import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import picomatch from "picomatch";
import { isMarkdown } from "../naming/format.ts";
import { listFiles } from "./list.ts";
import { pathFrom, posix } from "./path.ts";
import type { WorkTrees } from "./work-tree.ts";

export function isGlob(path: string): boolean {
	return picomatch.scan(path).isGlob;
}

/** The folder before the first wildcard, and the absolute paths below it that match. Undefined when nothing does. */
export async function expandGlob(
	cwd: string,
	glob: string,
	trees: WorkTrees,
): Promise<{ folder: string; files: readonly string[] } | undefined> {
	const { base, glob: pattern } = picomatch.scan(posix(glob));
	const folder = await realpath(resolve(cwd, base)).catch(() => undefined);
	if (folder === undefined) return undefined;
	const matches = picomatch(pattern, { dot: true });
	const listed = await listFiles(cwd, folder, trees);
	const matching = listed.filter((file) => matches(pathFrom(folder, file)));
	// `docs/**` means the documents there, `docs/*.txt` means what it says.
	const files = /\.[^./*]+$/.test(glob) ? matching : matching.filter(isMarkdown);
	return files.length === 0 ? undefined : { folder, files };
}

/** `docs` leaves out the folder or file, `*.draft.md` any file of such a name, `docs/*.md` what it matches. */
export function excluder(cwd: string, globs: readonly string[]): (file: string) => boolean {
	if (globs.length === 0) return () => false;
	const patterns = globs
		.map((glob) => posix(glob).replace(/^\.\//, "").replace(/\/$/, ""))
		.flatMap((glob) => [glob, `${glob}/**`, ...(glob.includes("/") ? [] : [`**/${glob}`, `**/${glob}/**`])]);
	const matches = picomatch(patterns, { dot: true });
	return (file) => matches(pathFrom(cwd, file));
}
