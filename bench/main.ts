import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

/** Seconds until a run is stopped. */
const PATIENCE = 300;
const usage = `npm run bench -- [${Object.keys(scenarios).join("|")}]… [--runs N] [--size N]… [--only NAME]… [--patience SECONDS] [--write]`;

/** Measures, prints Markdown, and gives the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
	let asked: ReturnType<typeof readArguments>;
	try {
		asked = readArguments(argv);
	} catch (error) {
		console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
		return 2;
	}
	const command = ["npm run bench --", ...argv].join(" ");
	for (const [name, scenario] of asked.chosen) {
		const parts: string[] = [];
		const tell = (part: string): void => {
			parts.push(part);
			console.log(`${part}\n`);
		};
		tell(`## ${name}`);
		tell(`${new Date().toISOString().slice(0, 10)}, \`${command}\``);
		tell(describeMachine());
		const scratch = mkdtempSync(join(tmpdir(), "bench-"));
		try {
			for await (const part of scenario({ ...asked.wishes, scratch })) tell(part);
		} finally {
			rmSync(scratch, { recursive: true });
		}
		if (asked.write) writeFileSync(RESULTS, withSection(readFileSync(RESULTS, "utf8"), name, parts));
	}
	return 0;
}

/** Results with this section in the place of the one of its name, each scenario's in the order of all. */
export function withSection(results: string, name: string, parts: readonly string[]): string {
	const sections = results.split(/^(?=## )/m).filter((section) => section.startsWith("## "));
	const byName = new Map(sections.map((section) => [/^## (.*)/.exec(section)?.[1] ?? "", section.trim()]));
	byName.set(name, parts.join("\n\n"));
	const ordered = Object.keys(scenarios).flatMap((one) => byName.get(one) ?? []);
	return `${["# Results", ...ordered].join("\n\n")}\n`;
}

function readArguments(argv: readonly string[]) {
	const { values, positionals } = parseArgs({
		args: [...argv],
		allowPositionals: true,
		options: {
			runs: { type: "string" },
			size: { type: "string", multiple: true, default: [] },
			only: { type: "string", multiple: true, default: [] },
			patience: { type: "string" },
			write: { type: "boolean", default: false },
		},
	});
	const names = positionals.length > 0 ? positionals : Object.keys(scenarios);
	const chosen = names.map((name) => {
		const scenario = scenarios[name];
		if (scenario === undefined) throw new Error(`${name} is no scenario`);
		return [name, scenario] as const;
	});
	const wishes = {
		runs: numberIn("runs", values.runs),
		sizes: values.size.flatMap((text) => numberIn("size", text) ?? []),
		patience: numberIn("patience", values.patience) ?? PATIENCE,
		wants: (name: string) => values.only.length === 0 || values.only.some((part) => name.includes(part)),
	};
	return { chosen, wishes, write: values.write };
}

function numberIn(option: string, text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	if (!/^[1-9]\d*$/.test(text))
		throw new Error(`--${option}: expected a whole number above 0, found ${text}`);
	return Number(text);
}
