import { reasons } from "../model.ts";
import { controls } from "./clean.ts";
import type { Reporter } from "./reporter.ts";

/** The order of keys in every object of a report. Others (the data of findings) follow in code-unit order. */
const order = new Map(
	[
		[
			"type",
			"version",
			"environment",
			"network",
			"base",
			"name",
			"commit",
			"unknown",
			"online",
			"incomplete",
		],
		[
			"stats",
			"files",
			"unread",
			"links",
			"targets",
			"verified",
			"verdicts",
			"reasons",
			"findings",
			"preExisting",
			"suppressed",
			"stale",
			"requests",
		],
		["ruleId", "severity", "introduced", "code", "path", "line", "column", "offset", "endLine", "endColumn"],
		["message", "help", "fatal", "data", "suggestion", "span", "start", "end"],
		[
			"url",
			"before",
			"text",
			"safe",
			"kind",
			"verdict",
			"reason",
			"finalUrl",
			"status",
			"evidence",
			"attempts",
		],
		["errors", "error", "warning", "info"],
		Object.keys(reasons),
		...Object.values(reasons),
	]
		.flat()
		.map((key, index) => [key, index]),
);

export const json: Reporter = {
	name: "json",
	whole: true,
	about: "for programs: everything that the run found out, as docs/report.schema.json has it",
	render(report) {
		return `${orderedJson(report, 2)}\n`;
	},
};

/** JSON of a report or a part of it, with keys in the order of its shape; on one line without `indent`. */
export function orderedJson(value: object, indent?: number): string {
	return escapeControls(JSON.stringify(value, inOrder, indent));
}

function inOrder(_: string, value: unknown): unknown {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)));
}

function rank(key: string): number {
	return order.get(key) ?? order.size;
}

/** The line feeds are the format's own, and one for every value: in strings they are escaped already. */
const controlsInJson = new RegExp(`(?!\n)${controls.source}`, "g");

/**
 * JSON leaves DEL, C1 and the bidirectional controls as they are, and a GitHub runner takes `##[` in any line for a command;
 * an escape is the same data to a parser.
 */
export function escapeControls(json: string): string {
	return json.replace(controlsInJson, escapeCharacter).replace(/(?<=##)\[/g, escapeCharacter);
}

function escapeCharacter(character: string): string {
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
