import type { Finding, LinkReport, Report, RunError, Severity, VerdictWord } from "../model.ts";
import { groupBy } from "../naming/group.ts";
import { clean } from "./clean.ts";
import type { Page } from "./reporter.ts";

/** One thing said about one place, without its looks. All texts are clean. */
export interface Row {
	/** `line:column`; empty for what concerns the run. */
	readonly place: string;
	readonly label: Severity | VerdictWord;
	readonly text: string;
	/** What to look up: a rule, a reason or the code of an error. */
	readonly tag: string;
	readonly help?: string;
	readonly edit?: Change;
}

/** What a suggestion would do. A side is absent where there is nothing. */
interface Change {
	readonly before?: string;
	readonly after?: string;
}

/** What is said about one file. */
export interface Group {
	readonly path: string;
	readonly rows: readonly Row[];
}

/** A group for each file that something is said about, in the order of their paths; rows in the order of their places. */
export function groupRows(report: Report, { quiet, verbose }: Pick<Page, "quiet" | "verbose">): Group[] {
	const links = verbose && !quiet ? report.links : [];
	const findings = report.findings.filter(({ severity }) => !quiet || severity === "error");
	const said = [
		...links.map((link) => ({ at: link, row: linkRow(link) })),
		...findings.map((finding) => ({ at: finding, row: findingRow(finding) })),
	].sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);

	return [...groupBy(said, ({ at }) => at.path)]
		.map(([path, those]) => ({ path, rows: those.map(({ row }) => row) }))
		.sort((a, b) => (a.path < b.path ? -1 : 1));
}

export function errorRow({ message, help, code, fatal }: RunError): Row {
	return {
		place: "",
		label: fatal ? "error" : "warning",
		text: clean(message),
		tag: clean(code),
		...(help !== undefined && { help: clean(help) }),
	};
}

function linkRow({ line, column, url, finalUrl, evidence, status, verdict, reason }: LinkReport): Row {
	const facts = [
		...(status === undefined ? [] : [String(status)]),
		...(evidence === undefined ? [] : [evidence]),
	];
	return {
		place: `${line}:${column}`,
		label: verdict,
		text: clean(
			url +
				(finalUrl === undefined ? "" : ` -> ${finalUrl}`) +
				(facts.length === 0 ? "" : ` (${facts.join(", ")})`),
		),
		tag: reason,
	};
}

function findingRow({ line, column, severity, message, ruleId, help, suggestion }: Finding): Row {
	const edit = editOf(suggestion);
	return {
		place: `${line}:${column}`,
		label: severity,
		text: clean(message),
		tag: clean(ruleId),
		...(help !== undefined && { help: clean(help) }),
		...(edit && { edit }),
	};
}

/** Texts with line breaks are left out: on one line they would be shown as what they are not. */
function editOf(suggestion: Finding["suggestion"]): Row["edit"] {
	if (suggestion === undefined) return undefined;
	const { before, text } = suggestion;
	if (/[\r\n]/.test(before + text)) return undefined;
	return {
		...(before !== "" && { before: clean(before) }),
		...(text !== "" && { after: clean(text) }),
	};
}
