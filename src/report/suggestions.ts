import type { Finding } from "../model.ts";
import { clean, disarm } from "./clean.ts";
import { codeBlock, type Section } from "./sections.ts";

/** The edits that findings suggest, as a difference: a row for each, in their order. */
export function suggestionsOf(findings: readonly Finding[]): Section {
	return codeBlock("diff", findings.flatMap(difference));
}

function difference({ path, line, column, ruleId, suggestion }: Finding): string[] {
	if (suggestion === undefined) return [];
	const { before, text } = suggestion;
	const place = `@@ ${clean(`${path}:${line}:${column}`)} ${clean(ruleId)} @@`;
	const lines = [place, ...marked("-", before), ...marked("+", text)];
	return [disarm(lines.map((line) => `${line}\n`).join(""))];
}

function marked(mark: "-" | "+", text: string): string[] {
	const lines = text.split(/\r\n|\r|\n/);
	if (lines.at(-1) === "") lines.pop();
	return lines.map((line) => mark + clean(line));
}
