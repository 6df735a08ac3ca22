import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Finding, Report } from "../src/model.ts";
import { makeCatalogue, openCatalogueInternet, placeOf, readme } from "./catalogue.ts";
import { reportOf, runCommand } from "./run.ts";
import { runGit } from "./tree.ts";
import type { Internet } from "./wire/internet.ts";

let internet: Internet;
beforeAll(async () => {
	internet = await openCatalogueInternet();
});
afterAll(() => internet.close());

/** What is wrong with the catalogue itself, each read by hand: none of it is an error, and none of it is false. */
const own = [
	[28, 3, "warning", "entry-without-link"],
	[29, 3, "warning", "entry-without-link"],
	[30, 3, "warning", "entry-without-link"],
	[31, 3, "warning", "entry-without-link"],
	[32, 3, "warning", "entry-without-link"],
	[88, 13, "warning", "owner-page"],
	[102, 92, "info", "label"],
	[104, 63, "info", "label"],
	[163, 7, "info", "label"],
	[168, 1, "warning", "empty-section"],
	[244, 3, "warning", "entry-without-link"],
	[262, 21, "info", "label"],
	[279, 56, "info", "label"],
	[285, 46, "info", "label"],
	[309, 3, "warning", "entry-without-link"],
	[310, 3, "warning", "entry-without-link"],
	[311, 3, "warning", "entry-without-link"],
	[312, 3, "warning", "entry-without-link"],
	[313, 3, "warning", "entry-without-link"],
	[329, 5, "warning", "label"],
	[343, 1, "warning", "empty-section"],
	[348, 3, "warning", "entry-without-link"],
	[357, 142, "info", "label"],
	[358, 131, "info", "label"],
	[378, 1, "warning", "empty-section"],
	[414, 9, "warning", "owner-page"],
	[421, 81, "info", "label"],
	[441, 96, "warning", "label"],
	[449, 20, "warning", "tracking-parameters"],
];

test("the catalogue as it is: 195 links, 62 local ones, all alive", async () => {
	const report = await reportOf([], { cwd: makeCatalogue(), internet });
	expect(report.stats).toMatchObject({
		files: 1,
		links: 195,
		verified: 195,
		verdicts: { alive: 195, moved: 0, dead: 0, unsure: 0, skipped: 0 },
		reasons: { ok: 133, present: 62 },
	});
	expect(report.errors).toEqual([]);
	expect(
		report.findings.map(({ line, column, severity, ruleId }) => [line, column, severity, ruleId]),
	).toEqual(own);
});

test("the same world gives the same bytes", async () => {
	const cwd = makeCatalogue();
	const [first, second] = await Promise.all(
		[1, 2].map(() => runCommand(["--format=json"], { cwd, internet })),
	);
	expect(first?.stdout).toBe(second?.stdout);
	expect(first?.code).toBe(0);
});

const glam =
	"./papers/pre-train/models/2022-ICML-GLaM-%20Efficient%20Scaling%20of%20Language%20Models%20with%20Mixture-of-Experts.pdf";
const palm = "./papers/pre-train/models/2022-PaLM-%20Scaling%20Language%20Modeling%20with%20Pathways.pdf";
const lima = "./papers/fine-tune/methods/align/2023-LIMA-%20Less%20Is%20More%20for%20Alignment.pdf";
const verify = "./papers/fine-tune/methods/align/2023-Let’s%20Verify%20Step%20by%20Step.pdf";
const welm =
	"./papers/pre-train/models/2022-WeLM-%20A%20Well-Read%20Pre-trained%20Language%20Model%20for%20Chinese.pdf";

const fileOf = (destination: string): string => decodeURIComponent(destination.slice(2));

interface Fault {
	readonly name: string;
	/** The destination that the finding is on. */
	readonly at: string;
	readonly plant: (cwd: string) => void;
	readonly ruleId: string;
	readonly message: string;
	readonly reason: string;
}

const faults: readonly Fault[] = [
	{
		name: "a deleted PDF",
		at: palm,
		plant: (cwd) => rmSync(join(cwd, fileOf(palm))),
		ruleId: "local-target",
		reason: "missing-file",
		message: `${palm} names no file or folder`,
	},
	{
		name: "a PDF renamed in letter case",
		at: glam,
		plant: (cwd) => {
			renameSync(join(cwd, fileOf(glam)), join(cwd, fileOf(glam).replace("GLaM", "glam")));
			runGit(cwd, "add", "--all");
		},
		ruleId: "local-target",
		reason: "wrong-case",
		message: `${glam} differs from ${fileOf(glam).replace("GLaM", "glam")} in letter case`,
	},
	{
		name: "an emptied PDF",
		at: lima,
		plant: (cwd) => writeFileSync(join(cwd, fileOf(lima)), ""),
		ruleId: "pdf",
		reason: "wrong-content",
		message: `${fileOf(lima)} is empty`,
	},
	{
		name: "a PDF replaced by a web page",
		at: verify,
		plant: (cwd) => writeFileSync(join(cwd, fileOf(verify)), "<!doctype html><title>Sign in</title>"),
		ruleId: "pdf",
		reason: "wrong-content",
		message: `${fileOf(verify)} is an HTML page, not a PDF`,
	},
	{
		name: "a PDF replaced by a Git LFS pointer",
		at: welm,
		plant: (cwd) =>
			writeFileSync(
				join(cwd, fileOf(welm)),
				`version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 123\n`,
			),
		ruleId: "pdf",
		reason: "wrong-content",
		message: `${fileOf(welm)} is a Git LFS pointer, but git does not hand this path to LFS`,
	},
	{
		name: "a PDF that was never added",
		at: palm,
		plant: (cwd) => runGit(cwd, "rm", "--cached", "--quiet", fileOf(palm)),
		ruleId: "local-target",
		reason: "untracked",
		message: `${palm} is on this disk only: git does not track ${fileOf(palm)}`,
	},
];

describe("one planted fault is found at its place, and nothing else", () => {
	test.each(faults)("$name", async ({ at, plant, ruleId, reason, message }) => {
		const cwd = makeCatalogue();
		plant(cwd);
		expectOne(await reportOf([], { cwd, internet }), { at, ruleId, reason, message });
	});

	test("a PDF whose name is in decomposed form", async () => {
		const written = "./papers/2023-Caf\u00e9_4.pdf";
		const text = readme.replace("./papers/2023-MiniGPT_4.pdf", written);
		const cwd = makeCatalogue({ "README.md": text });
		renameSync(join(cwd, "papers/2023-MiniGPT_4.pdf"), join(cwd, "papers/2023-Cafe\u0301_4.pdf"));
		runGit(cwd, "add", "--all");
		const message = `${written} looks like papers/2023-Cafe\u0301_4.pdf, but is made of other characters`;
		const report = await reportOf([], { cwd, internet });
		expectOne(report, { at: written, text, ruleId: "local-target", reason: "wrong-form", message });
	});
});

function expectOne(
	report: Report,
	fault: Pick<Fault, "at" | "ruleId" | "reason" | "message"> & { text?: string },
): void {
	const place = placeOf(fault.at, fault.text);
	const end = { endLine: place.line, endColumn: place.column + fault.at.length };
	const isOwn = (finding: Finding): boolean =>
		own.some(
			([line, column, , ruleId]) =>
				finding.line === line && finding.column === column && finding.ruleId === ruleId,
		);
	const planted = report.findings.filter((finding) => !isOwn(finding));
	expect(report.findings).toHaveLength(own.length + 1);
	expect(planted.map(({ data: _, help: __, suggestion: ___, ...finding }) => finding)).toEqual([
		{
			ruleId: fault.ruleId,
			severity: "error",
			introduced: true,
			path: "README.md",
			...place,
			...end,
			message: fault.message,
		},
	]);
	const dead = report.links.filter(({ verdict }) => verdict !== "alive");
	expect(dead.map(({ line, column, verdict, reason }) => ({ line, column, verdict, reason }))).toEqual([
		{ ...place, verdict: "dead", reason: fault.reason },
	]);
}
