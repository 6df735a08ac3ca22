import type { Report } from "../model.ts";

/**
 * The report for people. What was there before the base is no reason to be alarmed: it is left out, or where it is to be
 * `reported`, it weighs no more than info and says what it is.
 */
export function shown(report: Report, reported: boolean): Report {
	if (report.findings.every(({ introduced }) => introduced)) return report;
	const findings = report.findings.flatMap((finding) => {
		if (finding.introduced) return [finding];
		return reported
			? [{ ...finding, severity: "info" as const, message: `${finding.message} (pre-existing)` }]
			: [];
	});
	return { ...report, findings };
}
