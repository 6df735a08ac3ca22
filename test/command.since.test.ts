import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../src/model.ts";
import { reportOf, runCommand } from "./run.ts";
import { addFiles, makeFolder, makeRepository, runGit, type Tree } from "./tree.ts";
import { Internet } from "./wire/internet.ts";

const tree = {
	"README.md": "# List\n\n[Guide](guide.md#set-up)\n\n[Lost](lost.md)\n\n[Old](https://gone.test/old)\n",
	"guide.md": "# Guide\n\n## Set up\n\n## Use\n",
	"other.md": "[Set up](guide.md#set-up)\n\n[Nothing](nothing.md)\n",
	"more.md": "[None](none.md)\n",
};

function commit(folder: string, change: Tree = {}): void {
	addFiles(folder, change);
	runGit(folder, "add", "--all");
	runGit(folder, "commit", "--quiet", "--allow-empty", "--message=A commit");
}

/** A repository with one commit on `main`. */
function makeBase(files: Tree = tree): string {
	const folder = makeRepository({});
	commit(folder, files);
	return folder;
}

const introduced = ({ findings }: Report): string[] =>
	findings
		.filter((finding) => finding.introduced)
		.map(({ path, line, ruleId }) => `${path}:${line} ${ruleId}`);
const read = (folder: string, path: string): string => readFileSync(join(folder, path), "utf8");

describe("what a run compares with", () => {
	const added = { "new.md": "[Away](away.md)\n" };

	/** The tree with a commit on `topic`, and one on `main` since. */
	function makeBranches(): string {
		const cwd = makeBase();
		runGit(cwd, "tag", "v1");
		runGit(cwd, "checkout", "--quiet", "-b", "topic");
		commit(cwd, added);
		runGit(cwd, "checkout", "--quiet", "main");
		commit(cwd, { "guide.md": "# Guide\n", "late.md": "[Late](later.md)\n" });
		runGit(cwd, "checkout", "--quiet", "topic");
		return cwd;
	}

	test.each(["main", "v1", "HEAD~1", "refs/heads/main"])(
		"--since %s is where the two parted",
		async (name) => {
			const report = await reportOf(["--offline", `--since=${name}`], { cwd: makeBranches() });
			expect(introduced(report)).toEqual(["new.md:1 local-target"]);
			expect(report.environment.base).toEqual({ name, commit: expect.stringMatching(/^[0-9a-f]{40}$/) });
		},
	);

	test("changes that are not committed count, and so does what git does not know yet", async () => {
		const cwd = makeBase();
		addFiles(cwd, { ...added, "more.md": "[None](none.md)\n\n[Two](two.md)\n" });
		expect(introduced(await reportOf(["--offline", "--since=HEAD"], { cwd }))).toEqual([
			"more.md:3 local-target",
			"new.md:1 local-target",
		]);
	});

	test.each<[what: string, make: () => string, ref: string, message: string]>([
		["an unknown name", makeBase, "nowhere", '--since: expected a commit, branch or tag, found "nowhere"'],
		[
			"a name that looks like a flag of git",
			makeBase,
			"--output=x",
			'--since: expected a commit, branch or tag, found "--output=x"',
		],
		[
			"a folder outside of git",
			() => makeFolder(tree),
			"HEAD",
			"--since: needs a git repository, and this is none",
		],
		[
			"a history that has nothing in common",
			() => {
				const cwd = makeBase();
				runGit(cwd, "checkout", "--quiet", "--orphan", "island");
				commit(cwd, { "island.md": "" });
				return cwd;
			},
			"main",
			'--since: "main" and the checked tree have no history in common here',
		],
		[
			"a shallow clone without the commit",
			() => {
				const origin = makeBase();
				commit(origin);
				const clone = join(makeFolder({}), "clone");
				runGit(origin, "clone", "--quiet", "--depth=1", `file://${origin}`, clone);
				return clone;
			},
			"HEAD~1",
			'--since: expected a commit, branch or tag, found "HEAD~1"',
		],
	])("%s is a usage error", async (_, make, ref, message) => {
		const { code, stdout, stderr } = await runCommand(["--offline", `--since=${ref}`], { cwd: make() });
		expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
		expect(stderr).toMatch(/^.+\n {2}help: .+\n$/);
		expect(stderr.split("\n")[0]).toBe(message);
	});

	test("before the first commit, all is new", async () => {
		const report = await reportOf(["--offline", "--since=HEAD"], { cwd: makeRepository(tree) });
		expect(introduced(report)).toHaveLength(3);
	});
});

describe("what a change introduces", () => {
	test.each<[what: string, change: (cwd: string) => void, findings: string[]]>([
		["nothing", () => {}, []],
		[
			"a line beside old findings",
			(cwd) => addFiles(cwd, { "README.md": `${tree["README.md"]}\nMore.\n` }),
			[],
		],
		[
			"an edit of a line that was wrong",
			(cwd) => addFiles(cwd, { "README.md": tree["README.md"].replace("[Lost]", "[Really lost]") }),
			["README.md:5 local-target"],
		],
		[
			"a heading that goes away",
			(cwd) => addFiles(cwd, { "guide.md": "# Guide\n\n## Installation\n\n## Use\n" }),
			["README.md:3 anchor", "other.md:1 anchor"],
		],
		[
			"a document that goes away",
			(cwd) => rmSync(join(cwd, "guide.md")),
			["README.md:3 local-target", "other.md:1 local-target"],
		],
		[
			"a document that is renamed, with a link mended and one forgotten",
			(cwd) => {
				runGit(cwd, "mv", "guide.md", "manual.md");
				addFiles(cwd, { "README.md": tree["README.md"].replace("guide.md", "manual.md") });
			},
			["other.md:1 local-target"],
		],
		["a document with old faults that is renamed", (cwd) => runGit(cwd, "mv", "README.md", "LIST.md"), []],
		[
			"a document that is moved away from what it links to",
			(cwd) => {
				addFiles(cwd, { "docs/x.md": "" });
				runGit(cwd, "mv", "other.md", "docs/other.md");
			},
			["docs/other.md:1 local-target"],
		],
		["line ends", (cwd) => addFiles(cwd, { "README.md": tree["README.md"].replaceAll("\n", "\r\n") }), []],
		[
			"lines that move within a document",
			(cwd) => addFiles(cwd, { "other.md": "[Nothing](nothing.md)\n\n[Set up](guide.md#set-up)\n" }),
			[],
		],
	])("%s", async (_, change, findings) => {
		const cwd = makeBase();
		change(cwd);
		const report = await reportOf(["--offline", "--since=HEAD"], { cwd });
		expect(introduced(report)).toEqual(findings);
		const whole = await reportOf(["--offline", "--since=HEAD", "--pre-existing=report"], { cwd });
		expect(introduced(whole)).toEqual(findings);
	});

	test("the entry that repeats another is the new one, wherever it stands", async () => {
		const entry = (name: string, url: string): string => `- [${name}](https://x.test/${url})\n`;
		const list = Array.from({ length: 11 }, (_, n) => entry(`Thing number ${n}`, `${n}`)).join("");
		const cwd = makeBase({ "README.md": `# List\n\n${list}` });
		addFiles(cwd, { "README.md": `# List\n\n${entry("Thing number 5", "5")}${list}` });
		expect(introduced(await reportOf(["--offline", "--since=HEAD"], { cwd }))).toEqual([
			"README.md:3 duplicate-entry",
		]);
	});
});

test("the tenth link, which makes a document a catalogue, is not to blame for the nine", async () => {
	const entry = (n: number): string => `- [Thing number ${n}](https://x.test/${n})\n`;
	const list = `# List\n\n${[1, 2, 3, 4, 5, 6, 7, 8, 8].map(entry).join("")}`;
	const cwd = makeBase({ "README.md": list });
	addFiles(cwd, { "README.md": list + entry(9) });
	const report = await reportOf(["--offline", "--since=HEAD"], { cwd });
	expect(report.findings.map(({ line, ruleId, introduced }) => [line, ruleId, introduced])).toEqual([
		[11, "duplicate-entry", false],
	]);
});

describe("--pre-existing", () => {
	const change = (): string => {
		const cwd = makeBase();
		addFiles(cwd, { "other.md": `${tree["other.md"]}\n[New](new.md)\n` });
		return cwd;
	};
	const ofOther = [
		"other.md",
		"  5:7  error    new.md names no file or folder  local-target",
		"                help: Correct the path, or add the file.",
		"",
	];

	test("counts by itself, and reads no more than it must", async () => {
		const { code, stdout } = await runCommand(["--offline", "--since=HEAD"], { cwd: change() });
		expect({ code, lines: stdout.split("\n") }).toEqual({
			code: 1,
			lines: [
				...ofOther,
				"✗ 3 of 3 links verified in 1 of 4 files: 1 error since HEAD, 1 pre-existing",
				"  1 alive, 2 dead",
				"",
			],
		});
	});

	test("hides", async () => {
		const { stdout } = await runCommand(["--offline", "--since=HEAD", "--pre-existing=hide"], {
			cwd: change(),
		});
		expect(stdout.split("\n").slice(0, 5)).toEqual([
			...ofOther,
			"✗ 3 of 3 links verified in 1 of 4 files: 1 error since HEAD",
		]);
	});

	test("reports everything, as info", async () => {
		const { code, stdout } = await runCommand(["--offline", "--since=HEAD", "--pre-existing=report"], {
			cwd: change(),
		});
		expect(code).toBe(1);
		expect(stdout).toContain("info     none.md names no file or folder (pre-existing)  local-target");
		expect(stdout).toContain(
			"6 of 7 links verified in 4 files (offline: 1 web link not checked): 1 error since HEAD, 3 pre-existing",
		);
	});

	test("what was there before makes no run fail", async () => {
		const cwd = makeBase();
		const flags = ["--offline", "--since=HEAD", "--pre-existing=report", "--fail-on=info"];
		expect((await runCommand(flags, { cwd })).code).toBe(0);
	});

	test("JSON tells both apart, and has the numbers", async () => {
		const report = await reportOf(["--offline", "--since=HEAD"], { cwd: change() });
		expect(report.findings.map(({ line, severity, introduced }) => [line, severity, introduced])).toEqual([
			[3, "error", false],
			[5, "error", true],
		]);
		expect(report.stats).toMatchObject({
			files: 1,
			unread: 3,
			findings: { error: 1, warning: 0, info: 0 },
			preExisting: { error: 1, warning: 0, info: 0 },
		});
	});

	test("without a base, all is introduced", async () => {
		const report = await reportOf(["--offline"], { cwd: change() });
		expect(report.findings.every((finding) => finding.introduced)).toBe(true);
		expect(report.environment).not.toHaveProperty("base");
		expect(report.stats).toMatchObject({ unread: 0, preExisting: { error: 0, warning: 0, info: 0 } });
	});
});

describe("--network", () => {
	let internet: Internet;
	beforeAll(async () => {
		const page = `<!doctype html><title>A page</title><p>${"Some text. ".repeat(300)}`;
		internet = await Internet.open({
			"ok.test": (_, response) => response.end(page),
			"gone.test": (_, response) => response.writeHead(404).end(page),
		});
	});
	afterAll(() => internet.close());

	/** What a run asks for, and what it finds. */
	async function ask(flags: readonly string[]): Promise<{ asked: string[]; findings: string[] }> {
		const cwd = makeBase({
			"a.md": "[Old](https://gone.test/old)\n\nhttps://ok.test/old\n",
			"b.md": "https://gone.test/elsewhere\n",
		});
		addFiles(cwd, {
			"a.md":
				"[Old](https://gone.test/old)\n\nhttps://ok.test/old\n\nhttps://ok.test/new https://gone.test/new\n",
		});
		const counts = () =>
			[...internet.requests].flatMap(([host, all]) => all.map(({ url }) => `${host}${url}`));
		const before = counts();
		const report = await reportOf(["--since=HEAD", ...flags], { cwd, internet });
		const asked = counts();
		for (const one of before) asked.splice(asked.indexOf(one), 1);
		return { asked: asked.sort(), findings: introduced(report) };
	}

	test.each<[flags: string[], asked: string[], findings: string[]]>([
		[[], ["gone.test/new", "ok.test/new"], ["a.md:5 dead-link"]],
		[["--network=changed"], ["gone.test/new", "ok.test/new"], ["a.md:5 dead-link"]],
		[["--pre-existing=report"], ["gone.test/new", "ok.test/new"], ["a.md:5 dead-link"]],
		[
			["--network=all"],
			["gone.test/elsewhere", "gone.test/new", "gone.test/old", "ok.test/new", "ok.test/old"],
			["a.md:5 dead-link"],
		],
		[["--network=none"], [], []],
		[["--offline"], [], []],
	])("%j", async (flags, asked, findings) => {
		expect(await ask(flags)).toEqual({ asked, findings });
	});

	test("without a network, a change that brings no web link is checked all the same", async () => {
		const cwd = makeBase();
		addFiles(cwd, { "new.md": "[Away](away.md)\n" });
		const { code, stdout } = await runCommand(["--since=HEAD"], { cwd });
		expect(code).toBe(1);
		expect(stdout).toContain("1 error since HEAD");
	});
});

describe("together with", () => {
	const papers = { "papers/A.pdf": "%PDF-1.4\n%%EOF\n" };
	const old = "[A](papers/a.pdf)\n";

	test("--fix, only what is introduced is mended", async () => {
		const cwd = makeBase({ ...papers, "a.md": old, "b.md": old });
		addFiles(cwd, { "a.md": `${old}\n[Again](papers/a.pdf)\n` });
		const { code, stderr } = await runCommand(["--offline", "--since=HEAD", "--fix"], { cwd });
		expect({ code, stderr }).toEqual({ code: 0, stderr: "1 edit in 1 file\n" });
		expect([read(cwd, "a.md"), read(cwd, "b.md")]).toEqual([`${old}\n[Again](papers/A.pdf)\n`, old]);
	});

	test("--write-baseline, everything is written down", async () => {
		const cwd = makeBase({ "a.md": "[A](a1.md)\n", "b.md": "[B](b1.md)\n" });
		addFiles(cwd, { "c.md": "[C](c1.md)\n" });
		await runCommand(["--offline", "--since=HEAD", "--write-baseline=baseline.json"], { cwd });
		const { findings } = JSON.parse(read(cwd, "baseline.json")) as { findings: { path: string }[] };
		expect(findings.map(({ path }) => path)).toEqual(["a.md", "b.md", "c.md"]);
	});

	test("--baseline, what it silences is neither introduced nor pre-existing, and nothing is stale for not being read", async () => {
		const cwd = makeBase({ "a.md": "[A](a1.md)\n", "b.md": "[B](b1.md)\n" });
		await runCommand(["--offline", "--write-baseline=baseline.json"], { cwd });
		commit(cwd);
		addFiles(cwd, { "a.md": "[A](a1.md)\n\n[A2](a2.md)\n" });
		const { stdout, stderr } = await runCommand(["--offline", "--since=HEAD", "--baseline=baseline.json"], {
			cwd,
		});
		expect(stdout).toContain("2 of 2 links verified in 1 of 2 files: 1 error since HEAD, 1 suppressed\n");
		expect(stderr).toBe("");
	});

	test("standard input, of which nobody knows what it was", async () => {
		const outcome = await runCommand(["--offline", "--since=HEAD", "-"], {
			cwd: makeBase(),
			stdin: "[Lost](lost.md)\n",
		});
		expect(outcome.code).toBe(1);
		expect(outcome.stdout).toContain("1 of 1 link verified in 1 file: 1 error since HEAD\n");
	});

	test("named files, what changed in others counts", async () => {
		const cwd = makeBase();
		addFiles(cwd, { "guide.md": "# Guide\n" });
		const report = await reportOf(["--offline", "--since=HEAD", "other.md"], { cwd });
		expect(introduced(report)).toEqual(["other.md:1 anchor"]);
	});

	test("named files, no others are looked at", async () => {
		const cwd = makeBase();
		rmSync(join(cwd, "guide.md"));
		const report = await reportOf(["--offline", "--since=HEAD", "other.md", "more.md"], { cwd });
		expect(introduced(report)).toEqual(["other.md:1 local-target"]);
		expect(report.stats).toMatchObject({ files: 1, unread: 1 });
	});

	test("a named file that git ignores is read, since no search of git's finds it", async () => {
		const cwd = makeBase({ ...tree, ".gitignore": "build\n" });
		addFiles(cwd, { "build/page.md": "[Guide](../guide.md)\n" });
		rmSync(join(cwd, "guide.md"));
		const report = await reportOf(["--offline", "--since=HEAD", "build/page.md"], { cwd });
		expect(introduced(report)).toEqual(["build/page.md:1 local-target"]);
	});

	test("a document in UTF-16, a search of git's finds it all the same", async () => {
		const cwd = makeBase({ ...tree, "16.md": Buffer.from("\uFEFF[Use](guide.md#use)\n", "utf16le") });
		addFiles(cwd, { "guide.md": "# Guide\n\n## Set up\n" });
		expect(introduced(await reportOf(["--offline", "--since=HEAD"], { cwd }))).toEqual(["16.md:1 anchor"]);
	});
});
