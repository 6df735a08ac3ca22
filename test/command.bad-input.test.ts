import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { reportOf, runCommand } from "./run.ts";
import { makeFolder, makeRepository, type Tree } from "./tree.ts";

/** Beside every bad input lies a good document with one fault: it has to be found whatever happens to the other. */
const witness: Tree = { "witness.md": "[gone](gone.md)\n" };
const found = { path: "witness.md", ruleId: "local-target" };

interface BadInput {
	readonly name: string;
	readonly tree: Tree;
	/** What the run says about it: code and message. */
	readonly error?: readonly [code: string, message: string];
	/** Findings in the bad input itself. */
	readonly findings?: readonly object[];
	/** Links that are found in all, the witness's included. */
	readonly links: number;
	readonly exit: 1 | 2;
}

const nested = (open: string, close: string): string =>
	`${open.repeat(5000)}x${close.repeat(5000)}\n\n[a](b.md)\n`;
const inBad = { path: "bad.md", ruleId: "local-target" };

const inputs: readonly BadInput[] = [
	{
		name: "invalid UTF-8",
		tree: { "bad.md": Buffer.from("caf\xe9 [a](b.md)\n", "latin1") },
		error: ["not-utf8", "bad.md is not valid UTF-8: the first wrong byte is at line 1, column 4"],
		findings: [{ ...inBad, line: 1, column: 10 }],
		links: 2,
		exit: 1,
	},
	{
		name: "a binary file",
		tree: { "bad.md": Buffer.from([0, 1, 2, 0, 255]) },
		error: ["not-text", "bad.md is binary, not text"],
		links: 1,
		exit: 2,
	},
	{
		name: "a line of 20 MB",
		tree: { "bad.md": "word ".repeat(4 * 2 ** 20) },
		error: ["too-large", "bad.md has 20.0 MiB, and 8.0 MiB is the most that is read"],
		links: 1,
		exit: 2,
	},
	{
		name: "5,000 nested brackets",
		tree: { "bad.md": nested("[", "]") },
		findings: [inBad],
		links: 2,
		exit: 1,
	},
	{ name: "5,000 nested quotes", tree: { "bad.md": nested(">", "") }, findings: [inBad], links: 2, exit: 1 },
	{
		name: "5,000 nested parentheses",
		tree: { "bad.md": nested("(", ")") },
		findings: [inBad],
		links: 2,
		exit: 1,
	},
	{
		name: "a folder that is called like a document",
		tree: { "bad.md/inner.md": "[a](b.md)\n" },
		findings: [{ path: "bad.md/inner.md", line: 1, column: 5 }],
		links: 2,
		exit: 1,
	},
	{
		name: "URLs that are none",
		tree: {
			"bad.md": "[a](http://) [b](http://[::1) [c](http://x:99999/) [d](https//x.test) [e](<http://a b/>)\n",
		},
		findings: [
			{ ...inBad, ruleId: "dead-link", line: 1, column: 5 },
			{ ...inBad, ruleId: "dead-link", line: 1, column: 18 },
			{ ...inBad, ruleId: "dead-link", line: 1, column: 35 },
			{ ...inBad, ruleId: "broken-link-syntax", line: 1, column: 56 },
			{ ...inBad, ruleId: "dead-link", line: 1, column: 76 },
		],
		links: 6,
		exit: 1,
	},
	{ name: "an empty file", tree: { "bad.md": "" }, links: 1, exit: 1 },
];

describe("a bad input gets a clear message and loses nothing of the rest", () => {
	test.each(inputs)("$name", async ({ tree, error, findings = [], links, exit }) => {
		const cwd = makeFolder({ ...witness, ...tree });
		const report = await reportOf(["--offline"], { cwd });
		const [code, message] = error ?? [];
		expect(report.errors).toMatchObject(error === undefined ? [] : [{ code, message, path: "bad.md" }]);
		expect(report.findings).toMatchObject([...findings, found]);
		expect(report.stats.links).toBe(links);
		expect((await runCommand(["--offline"], { cwd })).code).toBe(exit);
	});

	test("a document that the parser cannot stand", async () => {
		const deep = `![${"*a ".repeat(1500)}${" a*".repeat(1500)}](b.png)`;
		// A small stack overflows quickly.
		const surroundings = { cwd: makeFolder({ ...witness, "bad.md": deep }), flags: ["--stack-size=120"] };
		const report = await reportOf(["--offline"], surroundings);
		expect(report.errors).toMatchObject([
			{
				code: "unparsable",
				message: "bad.md cannot be parsed: Maximum call stack size exceeded",
				fatal: true,
			},
		]);
		expect(report.findings).toMatchObject([found]);
	});

	test("a symbolic link that leads in a circle", async () => {
		const cwd = makeFolder({ ...witness, "bad.md": "-> bad.md" });
		const report = await reportOf(["--offline", "bad.md", "witness.md"], { cwd });
		expect(report.errors).toMatchObject([
			{ code: "unreadable-file", message: "bad.md cannot be read: its symbolic links lead in a circle" },
		]);
		expect(report.findings).toMatchObject([found]);
	});

	test("a pipe that nobody writes to is not waited for", async () => {
		const cwd = makeFolder(witness);
		execFileSync("mkfifo", [join(cwd, "bad.md")]);
		const report = await reportOf(["--offline", "bad.md", "witness.md"], { cwd });
		expect(report.errors).toMatchObject([{ code: "not-a-file", path: "bad.md" }]);
		expect(report.findings).toMatchObject([found]);
	});

	test("paths and patterns that name nothing", async () => {
		const cwd = makeRepository(witness);
		const report = await reportOf(["--offline", "witnes.md", "docs/*.md", "witness.md"], { cwd });
		expect(report.errors).toMatchObject([
			{ code: "no-match", path: "docs/*.md" },
			{ code: "no-such-path", path: "witnes.md", help: "Did you mean witness.md?" },
		]);
		expect(report.findings).toMatchObject([found]);
	});

	test("a configuration with unknown keys: every one is named, and nothing is checked", async () => {
		const cwd = makeRepository({
			...witness,
			".shelfread.yml": "timout: 3\nfail_on: never\nretries: many\n",
		});
		const { code, stdout, stderr } = await runCommand([], { cwd });
		expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
		expect(stderr).toBe(
			[
				'.shelfread.yml:1:1  unknown key "timout"',
				'  help: did you mean "timeout"? The keys are listed in docs/configuration.md.',
				'.shelfread.yml:2:1  unknown key "fail_on"',
				'  help: did you mean "fail-on"? The keys are listed in docs/configuration.md.',
				'.shelfread.yml:3:10  retries: expected a whole number from 0 to 10, found "many"',
				"",
			].join("\n"),
		);
	});
});
