import type { Audit } from "../audit.ts";
import { parseFormat } from "../config/format.ts";
import type { Merged } from "../config/merge.ts";
import { unifiedDiff } from "../fix/diff.ts";
import { wayTo } from "../input/path.ts";
import { controls } from "../report/clean.ts";
import { hintsFor } from "../report/hints.ts";
import { quantity } from "../report/quantity.ts";
import { openDelivery } from "../run/deliver.ts";
import { exitCodeOf } from "../run/exit.ts";
import { auditAgain } from "../run/last-run/again.ts";
import type { Revision } from "../run/revision.ts";
import { repositoryUrlOf } from "../run/runner.ts";
import { ignoreFileOf, settingsWith } from "../run/setup.ts";
import type { Process } from "../terminal/process.ts";
import { drawProgress } from "../terminal/progress.ts";
import { pageOn, type Screen } from "../terminal/screen.ts";
import { compileSparingly, saveMemory, saveMemoryWhileWaiting } from "./v8.ts";

/** Checks documents and delivers the reports. Gives the exit code. */
export async function runCheck(merged: Merged, signal: AbortSignal, process: Process): Promise<number> {
	compileSparingly();
	const settings = settingsWith(merged, undefined);
	const { stdout, stderr, stdin } = process;
	const asksWeb = settings.network !== "none";
	if (asksWeb) saveMemory();
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
		const onParsed = asksWeb ? { onParsed: saveMemoryWhileWaiting } : {};
		const repositoryUrl = repositoryUrlOf(process.env);
		const config = ignoreFileOf(merged);
		const { onLink } = delivery;
		result = await auditAgain(settings, {
			cwd,
			stdin,
			signal,
			repositoryUrl,
			config,
			onLink,
			...onProgress,
			...onParsed,
		});
	} finally {
		line?.clear();
	}
	const { report, root, revisions } = result;
	const place = {
		root,
		prefix: wayTo(root, cwd),
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
