import { expect, test } from "vitest";
import type { Report } from "../../src/model.ts";
import { type ExitCode, exitCodeOf } from "../../src/run/exit.ts";

const clean: Report = {
	version: 1,
	environment: { version: "0.0.0", network: "all", online: true, incomplete: false },
	stats: {
		files: 1,
		unread: 0,
		links: 1,
		targets: 1,
		verified: 1,
		verdicts: { alive: 1, moved: 0, dead: 0, unsure: 0, skipped: 0 },
		reasons: { ok: 1 },
		findings: { error: 0, warning: 0, info: 0 },
		preExisting: { error: 0, warning: 0, info: 0 },
		suppressed: 0,
		stale: 0,
		requests: 1,
	},
	links: [],
	findings: [],
	errors: [],
};
const found = (findings: Partial<Report["stats"]["findings"]>): Report => ({
	...clean,
	stats: { ...clean.stats, findings: { ...clean.stats.findings, ...findings } },
});
const environment = (change: Partial<Report["environment"]>): Report => ({
	...clean,
	environment: { ...clean.environment, ...change },
});
const error = (fatal: boolean): Report => ({
	...found({ error: 1 }),
	errors: [{ code: "x", message: "x", fatal }],
});

test.each<[string, Report, "error" | "warning" | "info" | "never", ExitCode]>([
	["nothing found", clean, "info", 0],
	["an error", found({ error: 1 }), "error", 1],
	["a warning below the threshold", found({ warning: 1 }), "error", 0],
	["a warning at the threshold", found({ warning: 1 }), "warning", 1],
	["an error above the threshold", found({ error: 1 }), "info", 1],
	["an info at the threshold", found({ info: 1 }), "info", 1],
	["an error that never fails", found({ error: 1 }), "never", 0],
	["a job not done beside findings", error(true), "error", 2],
	["a job not done that never fails", error(true), "never", 2],
	["something strange, but everything checked", error(false), "error", 1],
	["no network", environment({ online: false }), "error", 2],
	["no network for what changed", environment({ online: false, network: "changed" }), "error", 2],
	["no network, going by the rest", environment({ online: false, network: "auto" }), "error", 0],
	["offline on purpose", environment({ network: "none" }), "error", 0],
	["stopped by the deadline", environment({ incomplete: true }), "error", 0],
	[
		"interrupted, whatever else",
		{ ...error(true), stats: { ...clean.stats, reasons: { cancelled: 1 } } },
		"error",
		130,
	],
])("%s (%#)", (_, report, failOn, code) => {
	expect(exitCodeOf(report, { "fail-on": failOn })).toBe(code);
});
