import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { didYouMean } from "../config/fault.ts";
import { ConfigError, quote } from "../config/problem.ts";
import { rules } from "../rules/index.ts";
import type { Rule } from "../rules/rule.ts";

/** All rules with their defaults, one a line: as columns for people, or as JSON objects for programs. */
export function listRules(jsonl: boolean): string {
	const rows = rules.map((rule) => ({ ...facts(rule), summary: rule.summary }));
	if (jsonl) return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
	const widest = Math.max(...rules.map(({ id }) => id.length));
	return rows
		.map(({ id, severity, confidence, offline, summary }) => {
			const columns = [
				id.padEnd(widest),
				severity.padEnd(7),
				confidence.padEnd(6),
				offline ? "offline" : "network",
			];
			return `${columns.join("  ")}  ${summary}\n`;
		})
		.join("");
}

function facts({ id, severity, off, confidence, offline }: Rule) {
	return { id, severity: off ? "off" : severity, confidence, offline };
}

/**
 * The page of a rule, in Markdown: docs/rules/<id>.md of this package.
 *
 * @throws {ConfigError} when there is no such rule.
 */
export async function explainRule(id: string): Promise<string> {
	const ids = rules.map((rule) => rule.id);
	if (!ids.includes(id)) {
		const { help = "shelfread rules lists them" } = didYouMean(id, ids);
		throw new ConfigError([{ message: `explain: expected the name of a rule, found ${quote(id)}`, help }]);
	}
	return readFile(join(packageRoot(), "docs/rules", `${id}.md`), "utf8");
}

/** A package may find itself by its name: the way to its pages is the same from the sources, from lib/ and once installed. */
function packageRoot(): string {
	return dirname(createRequire(import.meta.url).resolve("shelfread/package.json"));
}
