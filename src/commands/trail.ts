import { resolve } from "node:path";
import type { Merged } from "../config/merge.ts";
import { ConfigError, quote } from "../config/problem.ts";
import { renderTrail } from "../report/trail.ts";
import type { Process } from "../terminal/process.ts";
import { hasColor } from "../terminal/screen.ts";
import { type Probe, probe } from "./probe.ts";
import { loadRecording, saveRecording } from "./recording.ts";

/** Looks at a URL and prints all that happened. Gives the exit code. */
export async function runProbe(
	text: string,
	{ settings }: Merged,
	signal: AbortSignal,
	process: Process,
): Promise<number> {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url === undefined || !/^https?:$/.test(url.protocol)) {
		throw new ConfigError([{ message: `probe: expected an http or https URL, found ${quote(text)}` }]);
	}
	const seen = await probe(url, settings, { signal });
	if (settings.save !== undefined) await saveRecording(settings.save, process.cwd(), seen);
	return printProbe(seen, process);
}

/** Prints what was recorded, as judged now. Gives the exit code. */
export async function runJudge(file: string, process: Process): Promise<number> {
	return printProbe(await loadRecording(resolve(process.cwd(), file)), process);
}

function printProbe({ observation, verdict }: Probe, process: Process): number {
	process.stdout.write(renderTrail(observation, verdict, hasColor(process.stdout, process.env)));
	if (verdict.reason === "cancelled") return 130;
	if (verdict.reason === "no-network") return 2;
	return verdict.verdict === "dead" ? 1 : 0;
}
