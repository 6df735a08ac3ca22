import type { Severity } from "../model.ts";
import { clean } from "./clean.ts";
import { fingerprint, identify } from "./fingerprint.ts";
import { escapeControls } from "./json.ts";
import type { Reporter } from "./reporter.ts";

/** GitLab has `critical` and `blocker` too: what a catalogue has wrong stops nobody's release. */
const severities: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", info: "info" };

/** https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export const gitlab: Reporter = {
	name: "gitlab",
	about: "for GitLab: a Code Quality report, shown in merge requests",
	render(report) {
		const violations = identify(report).map((identified) => {
			const { severity, ruleId, path, line, message } = identified.finding;
			return {
				description: clean(message),
				check_name: clean(ruleId),
				fingerprint: fingerprint(identified),
				severity: severities[severity],
				location: { path: clean(path), lines: { begin: line } },
			};
		});
		return `${escapeControls(JSON.stringify(violations, null, 2))}\n`;
	},
};
