import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { describeMachine } from "./machine.ts";
import type { Scenario } from "./scenario.ts";
import { pullRequest } from "./scenarios/pull-request.ts";
import { start } from "./scenarios/start.ts";
import { tree } from "./scenarios/tree.ts";
import { web } from "./scenarios/web.ts";

const scenarios: Readonly<Record<string, Scenario>> = { start, tree, "pull-request": pullRequest, web };
const RESULTS = join(import.meta.dirname, "RESULTS.md");

/** Measures, prints Markdown, and gives the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...argv],
		allowPositionals: true,
		options: {
			runs: { type: "string" },
			size: { type: "string" },
			only: { type: "string", default: "" },
			patience: { type: "string", default: "300" },
			write: { type: "boolean", default: false },
		},
	});
	const names = positionals.length > 0 ? positionals : Object.keys(scenarios);
	const unknown = names.find((name) => scenarios[name] === undefined);
	if (unknown !== undefined) {
		console.error(`${unknown} is no scenario; there are ${Object.keys(scenarios).join(", ")}`);
		return 2;
	}
	const parts: string[] = [];
	const tell = (part: string): void => {
		parts.push(part);
		console.log(`${part}\n`);
	};
	tell(`# Results\n\n${new Date().toISOString().slice(0, 10)}, \`npm run bench -- ${argv.join(" ")}\``);
	tell(describeMachine());
	for (const name of names) {
		const scratch = mkdtempSync(join(tmpdir(), "bench-"));
		const wishes = {
			runs: numberOf(values.runs),
			size: numberOf(values.size),
			only: values.only,
			patience: Number(values.patience),
			scratch,
		};
		tell(`## ${name}`);
		for await (const part of scenarios[name]?.(wishes) ?? []) tell(part);
		rmSync(scratch, { recursive: true });
	}
	if (values.write) writeFileSync(RESULTS, `${parts.join("\n\n")}\n`);
	return 0;
}

function numberOf(text: string | undefined): number | undefined {
	return text === undefined ? undefined : Number(text);
}
