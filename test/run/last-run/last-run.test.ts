import { execFileSync } from "node:child_process";
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	truncateSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Report } from "../../../src/model.ts";
import { assembleReport } from "../../../src/report/assemble.ts";
import { LastRun } from "../../../src/run/last-run/last-run.ts";
import { Witness } from "../../../src/run/last-run/witness.ts";
import { makeFolder } from "../../tree.ts";

const report: Report = assembleReport({
	environment: { version: "0", network: "none", online: true, incomplete: false },
	...{ documents: 1, unread: 0, links: [], targets: 0, requests: 0, suppressed: 0, stale: 0, errors: [] },
	findings: [
		{
			...{ ruleId: "dead-link", severity: "error", path: "a.md", introduced: true, data: { url: "x" } },
			...{ line: 1, column: 2, endLine: 1, endColumn: 3, message: "é \ud800" },
		},
	],
});
const error = { code: "x", message: "y", fatal: false };

interface Moment {
	readonly path: string;
	readonly task?: string;
	readonly answer?: string;
}

/** A run that asks one thing. */
async function begin({ path, task = "check", answer = "1" }: Moment): Promise<LastRun> {
	const witness = new Witness({ ask: async () => answer });
	await witness.questions.ask();
	return new LastRun(path, task, witness);
}

const makePath = (): string => join(makeFolder({}), "cache.run");

test("a run finds out what the last one did, where it is told the same", async () => {
	const path = makePath();
	expect(await (await begin({ path })).repeat()).toBeUndefined();
	expect(await (await begin({ path })).keep({ root: "/x", report })).toEqual([]);
	expect(readdirSync(join(path, ".."))).toEqual(["cache.run"]);
	expect(await (await begin({ path })).repeat()).toEqual({ root: "/x", report });
	expect(await (await begin({ path, task: "another" })).repeat()).toBeUndefined();
	expect(await (await begin({ path, answer: "2" })).repeat()).toBeUndefined();
});

test("the last one counts", async () => {
	const path = makePath();
	await (await begin({ path })).keep({ root: "/x", report });
	await (await begin({ path, answer: "2" })).keep({ root: "/y", report });
	expect(await (await begin({ path })).repeat()).toBeUndefined();
	expect((await (await begin({ path, answer: "2" })).repeat())?.root).toBe("/y");
});

test.each<[string, Report]>([
	["with an error", { ...report, errors: [error] }],
	["that was stopped", { ...report, environment: { ...report.environment, incomplete: true } }],
])("a run %s is not kept", async (_, found) => {
	const path = makePath();
	expect(await (await begin({ path })).keep({ root: "/x", report: found })).toEqual([]);
	expect(existsSync(path)).toBe(false);
});

test("a torn file is as good as none, and is replaced", async () => {
	const path = makePath();
	await (await begin({ path })).keep({ root: "/x", report });
	const whole = readFileSync(path);
	for (let at = 0; at < whole.length; at += 7) {
		for (const torn of [
			whole.subarray(0, at),
			whole.map((byte, index) => (index === at ? byte ^ 1 : byte)),
		]) {
			writeFileSync(path, torn);
			expect(await (await begin({ path })).repeat(), String(at)).toBeUndefined();
		}
	}
	writeFileSync(path, whole.subarray(0, 100));
	expect(await (await begin({ path })).keep({ root: "/x", report })).toEqual([]);
	expect(readFileSync(path).equals(whole)).toBe(true);
});

test("a file of something else stays as it is", async () => {
	const path = makePath();
	writeFileSync(path, "my run");
	const last = await begin({ path });
	expect(await last.repeat()).toBeUndefined();
	expect(await last.keep({ root: "/x", report })).toMatchObject([
		{ code: "cache-not-written", path, fatal: false, message: expect.stringMatching(/^cache\.run cannot/) },
	]);
	expect(readFileSync(path, "utf8")).toBe("my run");
});

test("a pipe is not waited for", async () => {
	const path = makePath();
	execFileSync("mkfifo", [path]);
	const last = await begin({ path });
	expect(await last.repeat()).toBeUndefined();
	expect(await last.keep({ root: "/x", report })).toMatchObject([{ code: "cache-not-written" }]);
});

test("a file that is too large is not read, and none is written", async () => {
	const path = makePath();
	await (await begin({ path })).keep({ root: "/x", report });
	truncateSync(path, 64 * 2 ** 20 + 1);
	expect(await (await begin({ path })).repeat()).toBeUndefined();
	const [finding] = report.findings;
	const findings = finding ? [{ ...finding, message: "x".repeat(64 * 2 ** 20) }] : [];
	expect(await (await begin({ path })).keep({ root: "/x", report: { ...report, findings } })).toEqual([]);
	expect(statSync(path).size).toBe(64 * 2 ** 20 + 1);
});

test("what cannot be written is said", async () => {
	const path = makePath();
	mkdirSync(path);
	expect(await (await begin({ path })).keep({ root: "/x", report })).toMatchObject([
		{ code: "cache-not-written" },
	]);
	const below = join(makePath(), "..", "new", "cache.run");
	expect(await (await begin({ path: below })).keep({ root: "/x", report })).toEqual([]);
	expect(existsSync(below)).toBe(true);
});
