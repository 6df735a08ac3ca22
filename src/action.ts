import { join } from "node:path";
import process from "node:process";
import * as core from "@actions/core";
import type { Audit } from "./audit.ts";
import { parseInputs } from "./config/inputs.ts";
import { ConfigError } from "./config/problem.ts";
import type { Settings } from "./config/settings.ts";
import type { Report } from "./model.ts";
import { clean } from "./report/clean.ts";
import { reporters } from "./report/index.ts";
import { shown } from "./report/shown.ts";
import { summarize, total } from "./report/summary.ts";
import { changesFromApi } from "./run/api.ts";
import type { BaseRequest } from "./run/base.ts";
import { type Delivery, openDelivery } from "./run/deliver.ts";
import type { EventBase } from "./run/event.ts";
import { exitCodeOf } from "./run/exit.ts";
import { auditAgain } from "./run/last-run/again.ts";
import { apiOf, eventOf, repositoryUrlOf, withoutMatches } from "./run/runner.ts";
import { ignoreFileOf, options, settingsFor, settingsWith } from "./run/setup.ts";
import { pageOn } from "./terminal/screen.ts";

/** The action: the same run as the command's, told by inputs and read in annotations, a summary and outputs. */
async function main(): Promise<void> {
	const cwd = process.env.GITHUB_WORKSPACE ?? process.cwd();
	const merged = await settingsFor(cwd, { origin: "inputs", settings: parseInputs(core.getInput, options) });
	const event =
		merged.settings.mode === "audit" ? ({ kind: "everything" } as const) : await eventOf(process.env);
	if (event.kind === "nothing") return conclude(event.why);
	const base = event.kind === "changes" ? requestOf(event, merged.settings, process.env) : undefined;
	const settings = settingsWith(merged, base);
	const controller = new AbortController();
	// A cancelled workflow sends these, and gives a few seconds.
	for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
	// Beside what was asked for, a whole report for the steps that follow.
	const file = join(process.env.RUNNER_TEMP ?? cwd, "shelfread-report.json");
	const delivery = await openDelivery([...settings.format, "github", `json=${file}`], {
		cwd,
		print: (text) => process.stdout.write(withoutMatches(text)),
	});
	const result = await auditAgain(settings, {
		cwd,
		signal: controller.signal,
		repositoryUrl: repositoryUrlOf(process.env),
		config: ignoreFileOf(merged),
		base,
		onLink: delivery.onLink,
	});
	await publish(result, settings, delivery);
	core.setOutput("report", file);
}

/** Ends a run that has nothing to do. */
function conclude(why: string): void {
	process.stdout.write(`${why}\n`);
	const none = { error: 0, warning: 0, info: 0 };
	const verdicts = { alive: 0, moved: 0, dead: 0, unsure: 0, skipped: 0 };
	setOutputs({ verified: 0, verdicts, findings: none, preExisting: none });
}

/** What an event tells, with somebody to ask where the checkout does not have it. */
function requestOf(
	{ base, query }: Extract<EventBase, { kind: "changes" }>,
	{ token = "" }: Settings,
	env: NodeJS.ProcessEnv,
): BaseRequest {
	const api = apiOf(env, token);
	if (query === undefined || api === undefined) return base;
	return { ...base, elsewhere: (root) => changesFromApi(api, query, root) };
}

async function publish({ report, root }: Audit, settings: Settings, delivery: Delivery): Promise<void> {
	const page = {
		...pageOn({ columns: 120 }, process.env, { root, prefix: "", quiet: false, verbose: false }),
		color: true,
	};
	const preExisting = settings["pre-existing"] === "report";
	const failures = await delivery.finish(report, { page, preExisting });
	if (process.env.GITHUB_STEP_SUMMARY)
		await core.summary.addRaw(reporters.markdown.render(shown(report, preExisting), page)).write();
	setOutputs(report.stats);
	for (const failure of failures) core.error(clean(failure));
	const code = failures.length > 0 ? 2 : exitCodeOf(report, settings);
	if (code === 0) return;
	core.setFailed(clean(summarize(report).headline));
	// "Links are broken" is 1 and "the job could not be done" is 2, for workflows that care.
	process.exitCode = code;
}

function setOutputs(stats: Outputs): void {
	core.setOutput("verified", stats.verified);
	core.setOutput("dead", stats.verdicts.dead);
	core.setOutput("moved", stats.verdicts.moved);
	core.setOutput("unsure", stats.verdicts.unsure);
	core.setOutput("findings", total(stats.findings));
	core.setOutput("errors", stats.findings.error);
	core.setOutput("pre-existing", total(stats.preExisting));
}

type Outputs = Pick<Report["stats"], "verified" | "verdicts" | "findings" | "preExisting">;

try {
	await main();
} catch (error) {
	const bug = error instanceof Error ? (error.stack ?? error.message) : String(error);
	core.setFailed(
		error instanceof ConfigError ? error.message : `shelfread ran into a bug of its own: ${bug}`,
	);
	process.exitCode = 2;
}
