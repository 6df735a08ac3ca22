import type { Edit, Finding, Report, RuleFacts, RunError, Severity } from "../model.ts";
import { clean } from "./clean.ts";
import { describeRule, levels, message } from "./descriptor.ts";
import { fingerprint, type Identified, identify } from "./fingerprint.ts";
import { HOME } from "./home.ts";
import { escapeControls } from "./json.ts";
import { encodePath } from "./location.ts";
import { quantity } from "./quantity.ts";
import type { Reporter } from "./reporter.ts";
import { summarize } from "./summary.ts";
import { withHelp } from "./words.ts";

/**
 * GitHub rejects a file with more results in a run, and keeps 5,000 of these
 * (https://docs.github.com/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit).
 */
const MOST_RESULTS = 25_000;

const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), as GitHub's code scanning reads it
 * (https://docs.github.com/code-security/reference/code-scanning/sarif-files/sarif-support).
 */
export const sarif: Reporter = {
	name: "sarif",
	about: "for GitHub code scanning and other readers of SARIF 2.1.0",
	render(report, { rules = [] }) {
		const log = {
			$schema: "https://json.schemastore.org/sarif-2.1.0.json",
			version: "2.1.0",
			runs: [run(report, rules)],
		};
		return `${escapeControls(JSON.stringify(log, null, 2))}\n`;
	},
};

function run(report: Report, rules: readonly RuleFacts[]): object {
	const { environment, findings, errors } = report;
	const known = new Map(rules.map((rule) => [rule.id, rule]));
	const ids = [...new Set([...known.keys(), ...findings.map(({ ruleId }) => ruleId).sort()])];
	const indexes = new Map(ids.map((id, index) => [id, index]));
	const compared = environment.base?.commit !== undefined;
	const worstFirst = identify(report).sort(
		(a, b) => weights[a.finding.severity] - weights[b.finding.severity],
	);
	return {
		tool: {
			driver: {
				name: "shelfread",
				version: environment.version,
				informationUri: HOME,
				rules: ids.map((id) => describeRule(id, known.get(id))),
			},
		},
		columnKind: "utf16CodeUnits",
		invocations: [
			{
				executionSuccessful: !environment.incomplete && !errors.some(({ fatal }) => fatal),
				toolExecutionNotifications: notifications(report),
			},
		],
		results: worstFirst.slice(0, MOST_RESULTS).map((identified) => ({
			ruleIndex: indexes.get(identified.finding.ruleId),
			...result(identified),
			...(compared && { baselineState: identified.finding.introduced ? "new" : "unchanged" }),
		})),
	};
}

function result(identified: Identified): object {
	const { finding } = identified;
	const { ruleId, severity, path, suggestion } = finding;
	return {
		ruleId: clean(ruleId),
		level: levels[severity],
		message: message(withHelp(finding)),
		locations: [{ physicalLocation: { artifactLocation: artifact(path), region: region(finding) } }],
		partialFingerprints: { primaryLocationLineHash: fingerprint(identified) },
		...(suggestion && { fixes: [fix(path, suggestion)] }),
	};
}

function artifact(path: string): object {
	return { uri: encodePath(path), uriBaseId: "%SRCROOT%" };
}

function region({
	line,
	column,
	endLine,
	endColumn,
}: Pick<Finding, "line" | "column" | "endLine" | "endColumn">): object {
	return { startLine: line, startColumn: column, endLine, endColumn };
}

function fix(path: string, { span: { start, end }, text, safe }: Edit): object {
	const deletedRegion = region({
		line: start.line,
		column: start.column,
		endLine: end.line,
		endColumn: end.column,
	});
	return {
		description: message(safe ? "Certain to be what is meant." : "Likely to be what is meant: look first."),
		artifactChanges: [
			{ artifactLocation: artifact(path), replacements: [{ deletedRegion, insertedContent: { text } }] },
		],
	};
}

/** How much was verified, what could not be done, and what there is no room for. */
function notifications(report: Report): object[] {
	const more = report.findings.length - MOST_RESULTS;
	return [
		{ level: "note", descriptor: { id: "summary" }, message: message(summarize(report).headline) },
		...report.errors.map(errorNotification),
		...(more > 0
			? [
					{
						level: "warning",
						descriptor: { id: "results-left-out" },
						message: message(
							`${quantity(more, "finding")} left out, the least severe: text and json have all.`,
						),
					},
				]
			: []),
	];
}

function errorNotification(error: RunError): object {
	const { code, path, fatal } = error;
	return {
		level: fatal ? "error" : "warning",
		descriptor: { id: clean(code) },
		message: message(withHelp(error)),
		...(path !== undefined && { locations: [{ physicalLocation: { artifactLocation: artifact(path) } }] }),
	};
}
