import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { ConfigError } from "../config/problem.ts";
import type { Options } from "../config/settings.ts";
import type { RunError } from "../model.ts";
import { type BaselineEntry, parseBaseline, printBaseline } from "../suppress/baseline.ts";
import type { Examined } from "./examine.ts";
import { writeOutput } from "./output.ts";

/**
 * The baseline that the options name; where only one to be written is named, what that file has until then.
 *
 * @throws {ConfigError} when it is not there, or no baseline.
 */
export async function readBaseline(
	options: Pick<Options, "baseline" | "write-baseline">,
	cwd: string,
): Promise<readonly BaselineEntry[]> {
	const { baseline, "write-baseline": written } = options;
	const file = baseline === false ? written : baseline;
	if (file === undefined) return [];
	const text = await readFile(resolve(cwd, file), "utf8").catch((error: NodeJS.ErrnoException) => {
		if (error.code !== "ENOENT")
			throw new ConfigError([{ where: file, message: `cannot be read: ${error.message}` }]);
		return undefined;
	});
	if (text === undefined) {
		if (written !== undefined) return [];
		const help = `--write-baseline ${file} makes it`;
		throw new ConfigError([{ where: file, message: "does not exist, and is to be the baseline", help }]);
	}
	const entries = parseBaseline(text);
	if (entries === undefined)
		throw new ConfigError([
			{ where: file, message: "is no baseline", help: "delete it and write it anew with --write-baseline" },
		]);
	return entries;
}

/** Makes what was found the new baseline, if it is to be one: then nothing is left to report. Never rejects. */
export async function renewBaseline(
	examined: Examined,
	{ "write-baseline": file }: Pick<Options, "write-baseline">,
	{ cwd, signal }: { readonly cwd: string; readonly signal?: AbortSignal | undefined },
): Promise<{ readonly examined: Examined; readonly errors: readonly RunError[] }> {
	if (file === undefined || signal?.aborted) return { examined, errors: [] };
	const error = await writeBaseline(file, cwd, examined.baseline());
	if (error !== undefined) return { examined, errors: [error] };
	const { findings, silenced } = examined;
	return {
		examined: { ...examined, findings: [], silenced: silenced + findings.length, stale: 0 },
		errors: [],
	};
}

/** Never rejects. Errors: `baseline-not-written`. */
async function writeBaseline(
	file: string,
	cwd: string,
	entries: readonly BaselineEntry[],
): Promise<RunError | undefined> {
	try {
		await writeOutput(file, cwd, printBaseline(entries));
		return undefined;
	} catch (error) {
		return {
			code: "baseline-not-written",
			message: `the baseline could not be written to ${file}: ${(error as Error).message}`,
			help: "Name another file, make room, or give the right to write.",
			fatal: true,
		};
	}
}
