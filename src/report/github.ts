import type { Finding, RunError, Severity } from "../model.ts";
import { STDIN } from "../naming/stdin.ts";
import { clean } from "./clean.ts";
import { quantity } from "./quantity.ts";
import type { Reporter } from "./reporter.ts";
import { summarize } from "./summary.ts";
import { withHelp } from "./words.ts";

/**
 * GitHub shows ten annotations of each level for a step and drops the others silently. One is left free: for the line
 * that counts the rest, and for the error with which an action sets its failure.
 */
const shown = 9;

const commands = { error: "error", warning: "warning", info: "notice" } as const;

interface Annotation {
	readonly severity: Severity;
	readonly properties: Readonly<Record<string, string | number>>;
	readonly message: string;
}

export const github: Reporter = {
	name: "github",
	about: "for GitHub Actions: annotations on the lines of the files, as workflow commands",
	render(report) {
		const annotations = [...report.errors.map(annotateError), ...report.findings.map(annotateFinding)];
		const levels = (["error", "warning", "info"] as const).map((severity) => ({
			severity,
			annotations: annotations.filter((annotation) => annotation.severity === severity),
		}));
		const lines = levels.flatMap((level) => level.annotations.slice(0, shown).map(command));
		const more = levels
			.map(({ severity, annotations }) => ({ severity, count: annotations.length - shown }))
			.filter(({ count }) => count > 0)
			.map(({ severity, count }) => quantity(count, `more ${commands[severity]}`));
		if (more.length > 0) {
			const message = `${more.join(", ")}: the job summary and the formats text and json have them all.`;
			lines.push(command({ severity: "info", properties: { title: "shelfread" }, message }));
		}
		return `${[summarize(report).headline, ...lines].join("\n")}\n`;
	},
};

function annotateError(error: RunError): Annotation {
	const { fatal, path, code } = error;
	return {
		severity: fatal ? "error" : "warning",
		properties: { ...file(path), title: code },
		message: withHelp(error),
	};
}

function annotateFinding(finding: Finding): Annotation {
	const { severity, path, ruleId } = finding;
	return {
		severity,
		properties: { ...file(path), ...(path !== STDIN && region(finding)), title: ruleId },
		message: withHelp(finding),
	};
}

function file(path: string | undefined): { file?: string } {
	return path === undefined || path === STDIN ? {} : { file: path };
}

/**
 * The runner takes columns only where both are on one line
 * (https://docs.github.com/rest/checks/runs, `start_column`). GitHub does not document whether the end column belongs to
 * the text (https://github.com/github/docs/issues/40038); those who tried it found that it does not, and neither does ours.
 */
function region(place: Pick<Finding, "line" | "column" | "endLine" | "endColumn">): Annotation["properties"] {
	const { line, column, endLine, endColumn } = place;
	return line === endLine ? { line, col: column, endColumn } : { line, endLine };
}

/**
 * Escaped as the runner unescapes it:
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
function command({ severity, properties, message }: Annotation): string {
	const list = Object.entries(properties).map(
		([key, value]) => `${key}=${escapeProperty(clean(String(value)))}`,
	);
	return `::${commands[severity]} ${list.join(",")}::${escapeData(message)}`;
}

function escapeData(text: string): string {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
	return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
