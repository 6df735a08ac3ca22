import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runAction } from "../run.ts";
import { makeFolder } from "../tree.ts";
import type { Internet } from "../wire/internet.ts";
import { commandsIn } from "./commands.ts";

/** What a workflow is started by. */
export interface WorkflowEvent {
	readonly name: string;
	readonly payload: unknown;
	readonly ref: string;
	readonly sha: string;
}

/** A step of a workflow that uses the action. */
export interface Step {
	readonly workspace: string;
	readonly event: WorkflowEvent;
	/** What it can reach; the API is `api.github.test` there. */
	readonly internet: Internet;
	readonly inputs?: Readonly<Record<string, string>>;
}

/** What a step leaves behind. */
export interface StepOutcome {
	readonly code: number | null;
	/** What the runner takes for commands among what is printed. */
	readonly commands: readonly string[];
	readonly outputs: Readonly<Record<string, string>>;
	/** The commit is `SHA` in it. */
	readonly summary: string;
	/** All that is printed. */
	readonly log: string;
	/** What git asks the remote for: commits, and how deep. */
	readonly fetched: readonly string[];
	/** The report in JSON. */
	readonly report: string;
}

/** The token of a workflow, which only the API may see. */
export const token = "ghs_0123456789";

/** Runs the action as a runner does: all it knows of the workflow is in its environment. */
export async function runStep({ workspace, event, internet, inputs }: Step): Promise<StepOutcome> {
	const temporary = makeFolder({ output: "", summary: "", event: JSON.stringify(event.payload) });
	const file = (name: string): string => join(temporary, name);
	const read = (name: string): string => (existsSync(file(name)) ? readFileSync(file(name), "utf8") : "");
	const { code, stdout, stderr } = await runAction(
		{ token, ...inputs },
		{
			cwd: makeFolder({}),
			internet,
			env: {
				CI: "true",
				GITHUB_ACTIONS: "true",
				GITHUB_API_URL: "https://api.github.test",
				GITHUB_EVENT_NAME: event.name,
				GITHUB_EVENT_PATH: file("event"),
				GITHUB_OUTPUT: file("output"),
				GITHUB_REF: event.ref,
				GITHUB_REPOSITORY: "ada/shelf",
				GITHUB_SERVER_URL: "https://github.test",
				GITHUB_SHA: event.sha,
				GITHUB_STEP_SUMMARY: file("summary"),
				GITHUB_WORKSPACE: workspace,
				RUNNER_TEMP: temporary,
				GIT_TRACE_PACKET: file("packets"),
			},
		},
	);
	// The runner reads both alike.
	const log = `${stdout}${stderr}`;
	return {
		code,
		commands: commandsIn(log),
		outputs: parseOutputs(read("output").replaceAll(`${temporary}/`, "")),
		summary: read("summary").replaceAll(event.sha, "SHA"),
		log,
		fetched: wishes(read("packets")),
		report: read("shelfread-report.json"),
	};
}

/** `NAME<<DELIMITER`, the value and the delimiter: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function parseOutputs(text: string): Record<string, string> {
	const entries = text.matchAll(/^(.+)<<(.+)\n([\s\S]*?)\n\2$/gm);
	return Object.fromEntries([...entries].map(([, name = "", , value = ""]) => [name, value]));
}

/** What a fetch says to the server (https://git-scm.com/docs/protocol-v2#_fetch). */
function wishes(trace: string): string[] {
	return [...trace.matchAll(/fetch> ((?:want|deepen) \S+)/g)].map(([, wish = ""]) => wish);
}
