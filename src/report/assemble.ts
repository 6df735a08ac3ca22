import type {
	Environment,
	Finding,
	JudgedLink,
	LinkReport,
	Observation,
	Reason,
	Report,
	RunError,
	Severity,
	Stats,
	VerdictWord,
} from "../model.ts";

/** What a run leaves behind, in any order. */
export interface Outcome {
	readonly environment: Environment;
	/** How many documents were read. */
	readonly documents: number;
	/** How many were not, because the change does not concern them. */
	readonly unread: number;
	readonly links: readonly JudgedLink[];
	/** How many different targets the links have. */
	readonly targets: number;
	/** HTTP requests sent. */
	readonly requests: number;
	readonly findings: readonly Finding[];
	readonly suppressed: number;
	readonly stale: number;
	readonly errors: readonly RunError[];
}

/** Sorts and counts: the same outcome gives the same report, whatever arrived first. */
export function assembleReport(outcome: Outcome): Report {
	const links = outcome.links.map(flatten).sort(
		by(
			(link) => link.path,
			(link) => link.line,
			(link) => link.column,
		),
	);
	const findings = outcome.findings.toSorted(
		by(
			(finding) => finding.path,
			(finding) => finding.line,
			(finding) => finding.column,
			(finding) => finding.ruleId,
			(finding) => finding.message,
			(finding) => Number(!finding.introduced),
		),
	);
	const errors = outcome.errors.toSorted(
		by(
			(error) => error.path ?? "",
			(error) => error.code,
			(error) => error.message,
		),
	);
	return {
		version: 1,
		environment: outcome.environment,
		stats: count(outcome, links),
		links,
		findings,
		errors,
	};
}

/** A link as reports have it. */
export function flatten({ link, verdict, observation }: JudgedLink): LinkReport {
	const { start, end } = link.span;
	return {
		path: link.path,
		line: start.line,
		column: start.column,
		endLine: end.line,
		endColumn: end.column,
		url: link.url,
		text: link.text,
		kind: link.kind,
		...verdict,
		attempts: attempts(observation),
	};
}

function attempts(observation: Observation): number {
	switch (observation.kind) {
		case "http":
			return observation.attempts.length;
		case "file":
			return 1;
		case "none":
			return 0;
	}
}

function count(outcome: Outcome, links: readonly LinkReport[]): Stats {
	const verdicts: Record<VerdictWord, number> = { alive: 0, moved: 0, dead: 0, unsure: 0, skipped: 0 };
	const reasons: Partial<Record<Reason, number>> = {};
	for (const { verdict, reason } of links) {
		verdicts[verdict] += 1;
		reasons[reason] = (reasons[reason] ?? 0) + 1;
	}
	return {
		files: outcome.documents,
		unread: outcome.unread,
		links: links.length,
		targets: outcome.targets,
		verified: verdicts.alive + verdicts.moved + verdicts.dead,
		verdicts,
		reasons,
		findings: countSeverities(outcome.findings.filter(({ introduced }) => introduced)),
		preExisting: countSeverities(outcome.findings.filter(({ introduced }) => !introduced)),
		suppressed: outcome.suppressed,
		stale: outcome.stale,
		requests: outcome.requests,
	};
}

function countSeverities(findings: readonly Finding[]): Record<Severity, number> {
	const counts = { error: 0, warning: 0, info: 0 };
	for (const { severity } of findings) counts[severity] += 1;
	return counts;
}

/** Compares by the first key that differs; strings by code units, so that no locale changes the order. */
function by<T>(...keys: ((item: T) => string | number)[]): (a: T, b: T) => number {
	return (a, b) => {
		for (const key of keys) {
			const left = key(a);
			const right = key(b);
			if (left !== right) return left < right ? -1 : 1;
		}
		return 0;
	};
}
