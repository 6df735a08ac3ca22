import { type Arguments, parseArguments } from "./config/args.ts";
import { helpText } from "./config/help.ts";
import type { Merged } from "./config/merge.ts";
import { ConfigError } from "./config/problem.ts";
import { version } from "./config/version.ts";
import { options, settingsFor } from "./run/setup.ts";
import type { Process } from "./terminal/process.ts";

/** The command. Reports go to standard output, everything else to standard error. Gives the exit code. */
export async function main(argv: readonly string[], process: Process): Promise<number> {
	try {
		const args = parseArguments(argv, options);
		if (args.settings.help) return print(process, helpText(options));
		if (args.settings.version) return print(process, `${version}\n`);
		const merged = await settingsFor(process.cwd(), { origin: "command line", settings: args.settings });
		if (merged.settings["print-config"]) {
			const { printConfig } = await import("./config/print.ts");
			return print(process, printConfig(merged, options));
		}
		return await interruptible(process, (signal) => run(args, merged, signal, process));
	} catch (error) {
		process.stderr.write(`${wordError(error)}\n`);
		return 2;
	}
}

/** Each command loads what it needs, and nothing of the others. */
async function run(args: Arguments, merged: Merged, signal: AbortSignal, process: Process): Promise<number> {
	switch (args.command) {
		case "check": {
			const { runCheck } = await import("./commands/check.ts");
			return runCheck(merged, signal, process);
		}
		case "list": {
			const { runList } = await import("./commands/list.ts");
			return runList(merged, process);
		}
		case "rules": {
			const { listRules } = await import("./commands/explain.ts");
			return print(process, listRules(merged.settings.jsonl));
		}
		case "explain": {
			const { explainRule } = await import("./commands/explain.ts");
			return print(process, await explainRule(args.operand));
		}
		case "probe": {
			const { runProbe } = await import("./commands/trail.ts");
			return runProbe(args.operand, merged, signal, process);
		}
		case "judge": {
			const { runJudge } = await import("./commands/trail.ts");
			return runJudge(args.operand, process);
		}
	}
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
