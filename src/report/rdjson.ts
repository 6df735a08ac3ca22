import type { Edit, Finding, Severity } from "../model.ts";
import { clean } from "./clean.ts";
import { HOME, rulePage } from "./home.ts";
import { escapeControls } from "./json.ts";
import type { Reporter } from "./reporter.ts";
import { withHelp } from "./words.ts";

const severities: Readonly<Record<Severity, string>> = { error: "ERROR", warning: "WARNING", info: "INFO" };

/** https://github.com/reviewdog/reviewdog/blob/master/proto/rdf/reviewdog.proto, `DiagnosticResult` */
export const rdjson: Reporter = {
	name: "rdjson",
	about: "for reviewdog: its diagnostic format",
	render({ findings }) {
		const result = { source: { name: "shelfread", url: HOME }, diagnostics: findings.map(diagnose) };
		return `${escapeControls(JSON.stringify(result, null, 2))}\n`;
	},
};

function diagnose(finding: Finding): object {
	const { path, severity, ruleId, suggestion } = finding;
	const range = suggestion && editRange(suggestion);
	return {
		message: withHelp(finding),
		location: { path: clean(path), range: lineRange(finding) },
		severity: severities[severity],
		code: { value: clean(ruleId), url: rulePage(ruleId) },
		...(suggestion && range && { suggestions: [{ range, text: suggestion.text }] }),
	};
}

/**
 * reviewdog counts columns in bytes of UTF-8, a report in UTF-16 code units, and it has no lines to count their bytes in. Without
 * columns, a range is the whole of its lines, the last one too.
 */
function lineRange({ line, endLine, endColumn }: Finding): object {
	const last = endColumn === 1 && endLine > line ? endLine - 1 : endLine;
	return { start: { line }, end: { line: last } };
}

/**
 * The columns of an edit are known where it begins with a line, since it has the text that it replaces. Not so behind a byte
 * order mark, which has bytes and no column.
 */
function editRange({ span: { start, end }, before }: Edit): object | undefined {
	if (start.column > 1 || (start.line === 1 && start.offset > 0)) return undefined;
	const lastLine = before.split(/[\r\n]/).at(-1) ?? "";
	return {
		start: { line: start.line, column: 1 },
		end: { line: end.line, column: new TextEncoder().encode(lastLine).length + 1 },
	};
}
