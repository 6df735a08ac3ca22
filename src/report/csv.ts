import { clean, disarm } from "./clean.ts";
import { type Identified, identify } from "./fingerprint.ts";
import type { Reporter } from "./reporter.ts";

const columns: readonly (readonly [
	name: string,
	cell: (identified: Identified) => string | number | boolean,
])[] = [
	["path", ({ finding }) => finding.path],
	["line", ({ finding }) => finding.line],
	["column", ({ finding }) => finding.column],
	["end_line", ({ finding }) => finding.endLine],
	["end_column", ({ finding }) => finding.endColumn],
	["severity", ({ finding }) => finding.severity],
	["rule", ({ finding }) => finding.ruleId],
	["introduced", ({ finding }) => finding.introduced],
	["subject", ({ subject }) => subject],
	["message", ({ finding }) => finding.message],
	["help", ({ finding }) => finding.help ?? ""],
];

/** Spreadsheets calculate a cell that begins so, also in full width (https://owasp.org/www-community/attacks/CSV_Injection). */
const formula = /^[=+\-@＝＋－＠]/;

/** RFC 4180, in UTF-8. */
export const csv: Reporter = {
	name: "csv",
	about: "for spreadsheets: the findings, one a row",
	render(report) {
		const rows = identify(report).map((identified) => columns.map(([, cell]) => cell(identified)));
		return disarm(
			[columns.map(([name]) => name), ...rows].map((row) => `${row.map(write).join(",")}\r\n`).join(""),
		);
	},
};

function write(value: string | number | boolean): string {
	const text = clean(String(value)).replace(formula, "'$&");
	return /[",]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
