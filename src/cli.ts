import { relative, resolve, sep } from "node:path";
import { type Audit, audit } from "./audit.ts";
import { explainRule, listRules } from "./commands/explain.ts";
import { list } from "./commands/list.ts";
import { type Probe, probe } from "./commands/probe.ts";
import { loadRecording, saveRecording } from "./commands/recording.ts";
import { type Arguments, parseArguments } from "./config/args.ts";
import { parseFormat } from "./config/format.ts";
import { helpText } from "./config/help.ts";
import type { Merged } from "./config/merge.ts";
import { printConfig } from "./config/print.ts";
import { ConfigError, quote } from "./config/problem.ts";
import { version } from "./config/version.ts";
import { unifiedDiff } from "./fix/diff.ts";
import { clean, controls } from "./report/clean.ts";
import { hintsFor } from "./report/hints.ts";
import { renderList } from "./report/list.ts";
import { quantity } from "./report/quantity.ts";
import { renderTrail } from "./report/trail.ts";
import { openDelivery } from "./run/deliver.ts";
import { exitCodeOf } from "./run/exit.ts";
import type { Revision } from "./run/revision.ts";
import { repositoryUrlOf } from "./run/runner.ts";
import { ignoreFileOf, options, settingsFor, settingsWith } from "./run/setup.ts";
import { drawProgress } from "./terminal/progress.ts";
import { hasColor, pageOn, type Screen } from "./terminal/screen.ts";

/** The parts of Node's `process` that a command needs. */
export interface Process {
	readonly stdin: AsyncIterable<Uint8Array>;
	readonly stdout: Screen & { write(text: string): unknown };
	readonly stderr: Screen & { write(text: string): unknown };
	readonly env: Readonly<Record<string, string | undefined>>;
	cwd(): string;
	on(event: "SIGINT" | "SIGTERM", listener: () => void): unknown;
	off(event: "SIGINT" | "SIGTERM", listener: () => void): unknown;
	exit(code: number): never;
}

/** The command. Reports go to standard output, everything else to standard error. Gives the exit code. */
export async function main(argv: readonly string[], process: Process): Promise<number> {
	try {
		const args = parseArguments(argv, options);
		if (args.settings.help) return print(process, helpText(options));
		if (args.settings.version) return print(process, `${version}\n`);
		const merged = settingsFor(process.cwd(), { origin: "command line", settings: args.settings });
		if (merged.settings["print-config"]) return print(process, printConfig(merged, options));
		return await interruptible(process, (signal) => run(args, merged, signal, process));
	} catch (error) {
		process.stderr.write(`${wordError(error)}\n`);
		return 2;
	}
}

async function run(args: Arguments, merged: Merged, signal: AbortSignal, process: Process): Promise<number> {
	switch (args.command) {
		case "check":
			return runCheck(merged, signal, process);
		case "list":
			return runList(merged, process);
		case "rules":
			return print(process, listRules(merged.settings.jsonl));
		case "explain":
			return print(process, await explainRule(args.operand));
		case "probe":
			return runProbe(args.operand, merged, signal, process);
		case "judge":
			return runJudge(args.operand, process);
	}
}

async function runCheck(merged: Merged, signal: AbortSignal, process: Process): Promise<number> {
	const settings = settingsWith(merged, undefined);
	const { stdout, stderr, stdin } = process;
	const cwd = process.cwd();
	const dryRun = settings["fix-dry-run"];
	// A difference is there to be read, or to be applied: no report may be printed with it.
	const formats = settings.format.filter((format) => !dryRun || parseFormat(format).file !== undefined);
	const delivery = await openDelivery(formats, { cwd, print: (text) => stdout.write(text) });
	// Lines that arrive on the same screen show how far the run is.
	const draws = stderr.isTTY && !settings.quiet && !(delivery.onLink && stdout.isTTY);
	const line = draws ? drawProgress((text) => stderr.write(text), stderr.columns ?? 80) : undefined;
	let result: Audit;
	try {
		const onProgress = line === undefined ? {} : { onProgress: line.update };
		const repositoryUrl = repositoryUrlOf(process.env);
		const config = ignoreFileOf(merged);
		const { onLink } = delivery;
		result = await audit(settings, { cwd, stdin, signal, repositoryUrl, config, onLink, ...onProgress });
	} finally {
		line?.clear();
	}
	const { report, root, revisions } = result;
	const place = {
		root,
		prefix: prefixTo(root, cwd),
		quiet: settings.quiet,
		verbose: settings.verbose,
	};
	if (dryRun) stdout.write(showDiff(revisions, stdout));
	const failures = await delivery.finish(report, {
		page: pageOn(stdout, process.env, place),
		preExisting: settings["pre-existing"] === "report",
	});
	for (const failure of failures) stderr.write(`shelfread: ${failure}\n`);
	if (revisions.length > 0) stderr.write(`${wordRevisions(revisions, dryRun)}\n`);
	const forPeople = formats.includes("text") && !settings.quiet;
	for (const hint of forPeople ? hintsFor(report) : []) stderr.write(`hint: ${hint}\n`);
	return failures.length > 0 ? 2 : exitCodeOf(report, settings);
}

/** On a terminal without what acts on it; elsewhere byte for byte, so that it can be applied. */
function showDiff(revisions: readonly Revision[], { isTTY }: Screen): string {
	const diff = revisions.map(({ path, before, after }) => unifiedDiff(path, before, after)).join("");
	return isTTY ? diff.replace(controls, (character) => (/[\n\t]/.test(character) ? character : "")) : diff;
}

function wordRevisions(revisions: readonly Revision[], dryRun: boolean): string {
	const count = revisions.reduce((sum, { edits }) => sum + edits, 0);
	return `${quantity(count, "edit")} ${dryRun ? "to make " : ""}in ${quantity(revisions.length, "file")}`;
}

async function runList({ settings }: Merged, process: Process): Promise<number> {
	const { entries, jsonl, paths } = settings;
	const cwd = process.cwd();
	const { root, parsed, errors } = await list(paths, { cwd, stdin: process.stdin });
	const page = { of: entries ? "entries" : "links", jsonl, prefix: prefixTo(root, cwd) } as const;
	process.stdout.write(renderList(parsed, page));
	for (const { message } of errors) process.stderr.write(`shelfread: ${clean(message)}\n`);
	return errors.some(({ fatal }) => fatal) ? 2 : 0;
}

/** What to put before a path below `root` so that it leads there from `cwd`. */
function prefixTo(root: string, cwd: string): string {
	const way = relative(cwd, root).split(sep).join("/");
	return way === "" ? "" : `${way}/`;
}

async function runProbe(
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

async function runJudge(file: string, process: Process): Promise<number> {
	return printProbe(await loadRecording(resolve(process.cwd(), file)), process);
}

function printProbe({ observation, verdict }: Probe, process: Process): number {
	process.stdout.write(renderTrail(observation, verdict, hasColor(process.stdout, process.env)));
	if (verdict.reason === "cancelled") return 130;
	if (verdict.reason === "no-network") return 2;
	return verdict.verdict === "dead" ? 1 : 0;
}

function print(process: Process, text: string): number {
	process.stdout.write(text);
	return 0;
}

/** The first signal ends the run early, so that what is known is still reported; the second one ends the process. */
async function interruptible(
	process: Process,
	task: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
	const controller = new AbortController();
	const interrupt = (): void => {
		if (controller.signal.aborted) process.exit(130);
		controller.abort();
	};
	process.on("SIGINT", interrupt);
	process.on("SIGTERM", interrupt);
	try {
		return await task(controller.signal);
	} finally {
		process.off("SIGINT", interrupt);
		process.off("SIGTERM", interrupt);
	}
}

function wordError(error: unknown): string {
	if (error instanceof ConfigError) return error.message;
	const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
	return `shelfread ran into a bug of its own; this says nothing about your links.\n${trace}`;
}
