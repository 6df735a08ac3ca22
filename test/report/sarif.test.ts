import sarifSchema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import ajvDraft04 from "ajv-draft-04";
import ajvFormats from "ajv-formats";
import { expect, test } from "vitest";
import type { Finding, Report } from "../../src/model.ts";
import { clean, controls } from "../../src/report/clean.ts";
import type { Page } from "../../src/report/reporter.ts";
import { sarif } from "../../src/report/sarif.ts";
import { rules } from "../../src/rules/index.ts";
import fc from "../property.ts";
import { anyText } from "./hostile.ts";
import * as samples from "./samples.ts";

const { page } = samples;
const withRules: Page & { readonly rules: typeof rules } = { ...page, rules };

// The schema is of draft 04, and one of its patterns is none with the flag u.
const ajv = new ajvDraft04.default({ strict: false, unicodeRegExp: false });
ajvFormats.default(ajv);
const validate = ajv.compile(sarifSchema);

/** The one run of a log that has been found valid. */
function runOf(report: Report, on: Page = page) {
	const log = JSON.parse(sarif.render(report, on));
	validate(log);
	expect(validate.errors).toBeNull();
	expect(log.runs).toHaveLength(1);
	return log.runs[0];
}

/** What a reader shows of a message without arguments: SARIF 2.1.0, §3.11.5. */
function shown(text: string): string {
	return text.replaceAll("{{", "{").replaceAll("}}", "}");
}

test.each(Object.entries(samples.samples))("%s is valid, with the rules and without", (_, report) => {
	for (const on of [page, withRules]) expect(runOf(report, on).results).toHaveLength(report.findings.length);
});

test("all rules are described with what they say of themselves", () => {
	const { rules: described } = runOf(samples.clean, withRules).tool.driver;
	expect(described.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ id }) => id));
	expect(described.find(({ id }: { id: string }) => id === "dead-link")).toEqual({
		id: "dead-link",
		shortDescription: { text: "A web link that is dead for certain" },
		helpUri: "https://github.com/shelfread/shelfread/blob/main/docs/rules/dead-link.md",
		help: {
			text: "What it finds, why, and how to fix it: https://github.com/shelfread/shelfread/blob/main/docs/rules/dead-link.md",
		},
		defaultConfiguration: { enabled: true, level: "error" },
		properties: { precision: "high", tags: ["network"] },
	});
});

test("every result points at its rule", () => {
	for (const on of [page, withRules]) {
		const { tool, results } = runOf(samples.mixed, on);
		for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
	}
});

test("the worst first, and of more than 25,000 results the last are left out and counted", () => {
	const [finding] = samples.documented.findings as [Finding];
	const severities = ["info", "warning", "error"] as const;
	const findings = Array.from({ length: 25_002 }, (_, n): Finding => {
		return { ...finding, line: n + 1, endLine: n + 1, severity: severities[n % 3] ?? "info" };
	});
	const [{ results, invocations }] = JSON.parse(sarif.render({ ...samples.documented, findings }, page)).runs;
	const levels = results.map(({ level }: { level: string }) => level);
	expect(levels).toEqual([
		...Array(8334).fill("error"),
		...Array(8334).fill("warning"),
		...Array(8332).fill("note"),
	]);
	expect(invocations[0].toolExecutionNotifications.at(-1)).toEqual({
		level: "warning",
		descriptor: { id: "results-left-out" },
		message: { text: "2 findings left out, the least severe: text and json have all." },
	});
});

test("what could not be done is notified, and a fatal error or an early end is no success", () => {
	expect(runOf(samples.mixed).invocations).toEqual([
		{
			executionSuccessful: true,
			toolExecutionNotifications: [
				{
					level: "note",
					descriptor: { id: "summary" },
					message: {
						text: "6 of 13 links verified in 12 files: 4 errors, 1 warning, 1 info; 1 run error",
					},
				},
				{
					level: "warning",
					descriptor: { id: "invalid-encoding" },
					message: { text: "docs/old.md is not UTF-8: byte 0xE9 at offset 120\nSave the file as UTF-8." },
					locations: [
						{ physicalLocation: { artifactLocation: { uri: "docs/old.md", uriBaseId: "%SRCROOT%" } } },
					],
				},
			],
		},
	]);
	expect(runOf(samples.stopped).invocations[0].executionSuccessful).toBe(false);
});

test("results are new or unchanged where there is a base, and nothing where there is none", () => {
	const states = (report: Report): unknown =>
		runOf(report).results.map(({ baselineState }: { baselineState?: string }) => baselineState);
	const [first, second] = samples.documented.findings as [Finding, Finding];
	const findings = [first, { ...second, introduced: false }];
	const since = (base: NonNullable<Report["environment"]["base"]>): Report => ({
		...samples.documented,
		findings,
		environment: { ...samples.documented.environment, base },
	});
	expect(states(since({ name: "main", commit: "1234abc" }))).toEqual(["new", "unchanged"]);
	expect(states(since({ name: "main", unknown: "there is no history" }))).toEqual([undefined, undefined]);
	expect(states(samples.documented)).toEqual([undefined, undefined]);
});

test("a path is a URI relative to the root", () => {
	const [{ locations }] = runOf(samples.echoing("文档/a b#c%(1)?.md")).results;
	expect(locations[0].physicalLocation.artifactLocation).toEqual({
		uri: "%E6%96%87%E6%A1%A3/a%20b%23c%25%281%29%3F.md",
		uriBaseId: "%SRCROOT%",
	});
});

test("hostile text stays text: valid, no link, no placeholder, no command", () => {
	fc.assert(
		fc.property(anyText, (foreign) => {
			const report = samples.echoing(foreign);
			const output = sarif.render(report, page);
			const { results } = runOf(report);
			const text = clean(foreign);
			expect(results).toMatchObject([
				{
					ruleId: text,
					fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: foreign } }] }] }],
				},
			]);
			const { text: said } = results[0].message;
			expect(shown(said).replaceAll("]\u2060(", "](")).toBe(`${text}\n${text}`.replaceAll("]\u2060(", "]("));
			expect(said).not.toMatch(/\]\(/);
			expect(said.replaceAll("{{", "").replaceAll("}}", "")).not.toMatch(/[{}]/);
			expect(output.replaceAll("\n", "").match(controls)).toBeNull();
			expect(output).not.toMatch(/^\s*::|##\[/m);
		}),
	);
});
