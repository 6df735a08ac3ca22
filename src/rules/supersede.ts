import type { Finding } from "../model.ts";
import type { Rule } from "./rule.ts";

/** Leaves out the findings of which another rule says more: one fault has one finding. */
export function withoutSuperseded(findings: readonly Finding[], rules: readonly Rule[]): Finding[] {
	const covered = new Set(
		rules.flatMap(({ id, supersedes = [] }) => {
			const own = supersedes.length === 0 ? [] : findings.filter(({ ruleId }) => ruleId === id);
			return own.flatMap((finding) => supersedes.map((other) => placeOf(finding, other)));
		}),
	);
	return findings.filter((finding) => !covered.has(placeOf(finding, finding.ruleId)));
}

function placeOf({ path, line, column, endLine, endColumn }: Finding, ruleId: string): string {
	return [ruleId, line, column, endLine, endColumn, path].join(" ");
}
