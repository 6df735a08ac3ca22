import { expect, test } from "vitest";
import type { Finding } from "../../src/model.ts";
import { shown } from "../../src/report/shown.ts";
import { mixed } from "./samples.ts";

const old: Finding[] = mixed.findings.map((finding) => ({ ...finding, introduced: false }));
const [first] = mixed.findings as [Finding];
const report = { ...mixed, findings: [first, ...old] };

test("what was there before is left out", () => {
	expect(shown(report, false)).toEqual({ ...mixed, findings: [first] });
});

test("or it is said to be that, and weighs nothing", () => {
	const { findings, ...rest } = shown(report, true);
	const { findings: _, ...same } = mixed;
	expect(rest).toEqual(same);
	expect(findings).toEqual([
		first,
		...old.map((finding) => ({
			...finding,
			severity: "info",
			message: `${finding.message} (pre-existing)`,
		})),
	]);
});

test("without a base, a report is shown as it is", () => {
	expect(shown(mixed, false)).toEqual(mixed);
	expect(shown(mixed, true)).toEqual(mixed);
});
