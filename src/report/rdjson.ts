import type { Edit, Finding, Severity } from "../model.ts";
import { clean } from "./clean.ts";
import { HOME, rulePage } from "./home.ts";
import { escapeControls } from "./json.ts";
import type { Reporter } from "./reporter.ts";
import { withHelp } from "./words.ts";

const severities: Readonly<Record<Severity, string>> = { error: "ERROR", warning: "WARNING", info: "INFO" };

interface Position {
	/** From 1. */
	readonly line: number;
	/** From 1, in bytes of UTF-8. Where both ends of a range have none, the lines are meant, the last one too. */
	readonly column?: number;
}

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
	const { path, line, endLine, severity, ruleId, suggestion } = finding;
	const range = suggestion && rangeOf(suggestion);
	return {
		message: withHelp(finding),
		location: { path: clean(path), range: { start: { line }, end: { line: endLine } } },
		severity: severities[severity],
		code: { value: clean(ruleId), url: rulePage(ruleId) },
		...(suggestion && range && { suggestions: [{ range, text: suggestion.text }] }),
	};
}

/**
 * A report counts columns in UTF-16 code units and has no lines to count their bytes in. They are known all the same for an edit
 * from the start of a line (of the first line, only without a byte order mark): it has the text that it replaces.
 */
function rangeOf({ span: { start, end }, before }: Edit): { start: Position; end: Position } | undefined {
	if (start.column > 1 || (start.line === 1 && start.offset > 0)) return undefined;
	const lastLine = before.slice(before.search(/[^\r\n]*$/));
	return {
		start: { line: start.line, column: 1 },
		end: { line: end.line, column: new TextEncoder().encode(lastLine).length + 1 },
	};
}
