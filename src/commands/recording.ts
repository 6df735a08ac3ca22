import { readFile } from "node:fs/promises";
import * as z from "zod";
import { recordedObservation } from "../check/http/recorded.ts";
import { ConfigError, quote } from "../config/problem.ts";
import { judge } from "../judge/judge.ts";
import { writeOutput } from "../run/output.ts";
import type { Probe } from "./probe.ts";

/** One look in a file: enough to judge it again, and to attach to a report of a wrong verdict. Nothing secret is in it. */
const recording = z.strictObject({
	version: z.literal(1),
	fragment: z.string().exactOptional(),
	observation: recordedObservation,
});

/** `file` begins at `cwd`. @throws {ConfigError} when it cannot be written. */
export async function saveRecording(
	file: string,
	cwd: string,
	{ fragment, observation }: Probe,
): Promise<void> {
	const content = { version: 1, ...(fragment === undefined ? {} : { fragment }), observation };
	await writeOutput(file, cwd, `${JSON.stringify(content, null, "\t")}\n`).catch((error: Error) => {
		throw new ConfigError([{ message: `${quote(file)} cannot be written: ${error.message}` }]);
	});
}

/**
 * Reads a recording and judges it as if it had just been made.
 *
 * @throws {ConfigError} when it cannot be read, or is no recording.
 */
export async function loadRecording(file: string): Promise<Probe> {
	const text = await readFile(file, "utf8").catch((error: Error) => {
		throw new ConfigError([{ message: `${quote(file)} cannot be read: ${error.message}` }]);
	});
	const parsed = recording.safeParse(parseJson(text));
	if (!parsed.success) {
		const help = "shelfread probe URL --save FILE makes one";
		throw new ConfigError([{ message: `${quote(file)} is no recording of a probe`, help }]);
	}
	const { fragment, observation } = parsed.data;
	const named = fragment === undefined ? {} : { fragment };
	const verdict = judge({ target: { kind: "http", key: observation.key }, ...named }, observation);
	return { ...named, observation, verdict };
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
