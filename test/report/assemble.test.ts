import { expect, test } from "vitest";
import { type Finding, type JudgedLink, reasons, type Severity, type VerdictWord } from "../../src/model.ts";
import { assembleReport, type Outcome } from "../../src/report/assemble.ts";
import fc from "../property.ts";
import { span } from "./samples.ts";

const place = fc.record({
	path: fc.constantFrom("README.md", "Z.md", "a.md", "docs/a.md", "é.md"),
	line: fc.integer({ min: 1, max: 4 }),
	column: fc.integer({ min: 1, max: 4 }),
});

const verdict = fc
	.constantFrom(...(Object.keys(reasons) as VerdictWord[]))
	.chain((verdict) => fc.constantFrom(...reasons[verdict]).map((reason) => ({ verdict, reason })));

const link = fc.record({ place, verdict }).map(
	({ place: { path, line, column }, verdict }): JudgedLink => ({
		link: { path, span: span(line, column, 3), url: "x:y", text: "x", kind: "link" },
		target: { kind: "other", key: "x:y" },
		observation: { kind: "none", key: "x:y", reason: verdict.reason },
		verdict,
	}),
);

const finding = fc
	.record({
		place,
		severity: fc.constantFrom<Severity>("error", "warning", "info"),
		ruleId: fc.constantFrom("a", "b"),
		introduced: fc.boolean(),
	})
	.map(
		({ place, severity, ruleId, introduced }): Finding => ({
			...place,
			endLine: place.line,
			endColumn: place.column + 3,
			ruleId,
			severity,
			message: `${severity} at ${place.path}`,
			data: {},
			introduced,
		}),
	);

const outcome: fc.Arbitrary<Outcome> = fc.record({
	environment: fc.constant({ version: "0.1.0", network: "all", online: true, incomplete: false } as const),
	unread: fc.nat(),
	documents: fc.nat(),
	links: fc.uniqueArray(link, { selector: ({ link: { path, span } }) => `${path} ${span.start.offset}` }),
	targets: fc.nat(),
	requests: fc.nat(),
	findings: fc.array(finding),
	suppressed: fc.nat(),
	stale: fc.nat(),
	errors: fc.array(
		fc.record(
			{
				code: fc.constantFrom("a", "b"),
				path: fc.constantFrom("a", "b"),
				message: fc.string(),
				fatal: fc.constant(false),
			},
			{ requiredKeys: ["code", "message", "fatal"] },
		),
	),
});

const sum = (counts: object): number => Object.values(counts).reduce((total, count) => total + count, 0);

test("every link and every finding is counted once", () => {
	fc.assert(
		fc.property(outcome, (outcome) => {
			const { stats, links, findings } = assembleReport(outcome);
			expect(links).toHaveLength(outcome.links.length);
			expect(stats.links).toBe(links.length);
			expect(sum(stats.verdicts)).toBe(links.length);
			expect(sum(stats.reasons)).toBe(links.length);
			expect(stats.verified).toBe(stats.links - stats.verdicts.unsure - stats.verdicts.skipped);
			expect(sum(stats.findings) + sum(stats.preExisting)).toBe(findings.length);
		}),
	);
});

test("the order of arrival does not matter", () => {
	fc.assert(
		fc.property(outcome, (outcome) => {
			const reversed = {
				...outcome,
				links: outcome.links.toReversed(),
				findings: outcome.findings.toReversed(),
				errors: outcome.errors.toReversed(),
			};
			expect(assembleReport(reversed)).toEqual(assembleReport(outcome));
		}),
	);
});

test("paths are in the order of code units, then line, column and rule", () => {
	const at = (path: string, line: number, column: number, ruleId: string): Finding => ({
		...{ path, line, column, endLine: line, endColumn: column + 1 },
		...{ ruleId, severity: "error", message: "m", data: {}, introduced: true },
	});
	const sorted = [
		at("Z.md", 1, 1, "a"),
		at("a.md", 2, 9, "a"),
		at("a.md", 10, 2, "b"),
		at("a.md", 10, 10, "a"),
		at("a.md", 10, 10, "b"),
		at("é.md", 1, 1, "a"),
	];
	const report = assembleReport({
		environment: { version: "0.1.0", network: "all", online: true, incomplete: false },
		unread: 0,
		documents: 3,
		links: [],
		targets: 0,
		requests: 0,
		findings: sorted.toReversed(),
		suppressed: 0,
		stale: 0,
		errors: [],
	});
	expect(report.findings).toEqual(sorted);
});

test("a link is flattened with its verdict and the attempts it rests on", () => {
	const attempt = { cause: "first", method: "GET", url: "https://x.test/", identity: "plain" } as const;
	const report = assembleReport({
		environment: { version: "0.1.0", network: "all", online: true, incomplete: false },
		unread: 0,
		documents: 1,
		links: [
			{
				link: { path: "a.md", span: span(2, 3, 15), url: "https://x.test/", text: "X", kind: "image" },
				target: { kind: "http", key: "https://x.test/" },
				observation: {
					kind: "http",
					key: "https://x.test/",
					via: "page",
					attempts: [
						{ ...attempt, status: 503, headers: {}, milliseconds: 9 },
						{ ...attempt, cause: "retry", status: 503, headers: {}, milliseconds: 9 },
					],
				},
				verdict: { verdict: "unsure", reason: "server-error", status: 503 },
			},
		],
		targets: 1,
		requests: 2,
		findings: [],
		suppressed: 0,
		stale: 0,
		errors: [],
	});
	expect(report.links).toEqual([
		{
			path: "a.md",
			line: 2,
			column: 3,
			endLine: 2,
			endColumn: 18,
			url: "https://x.test/",
			text: "X",
			kind: "image",
			verdict: "unsure",
			reason: "server-error",
			status: 503,
			attempts: 2,
		},
	]);
});
