import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "./run.ts";
import { addFiles, makeFolder, makeRepository } from "./tree.ts";
import { Internet } from "./wire/internet.ts";

const pdf = "%PDF-1.4\n%%EOF\n";
const list =
	"\uFEFF# List\r\n\r\n- [A](papers/a.pdf), [again](<papers/a.pdf>)\r\n- [B](#end)\r\n\r\n## The end\r\n";
const fixed = list.replaceAll("a.pdf", "A.pdf");

function read(folder: string, path: string): string {
	return readFileSync(join(folder, path), "utf8");
}

describe("--fix", () => {
	test("makes the edits that are certain, byte for byte, and a second run has none left", async () => {
		const cwd = makeRepository({ "papers/A.pdf": pdf, "README.md": list, "other.md": "[A](papers/A.pdf)\n" });
		const first = await runCommand(["--offline", "--fix"], { cwd });
		expect(read(cwd, "README.md")).toBe(fixed);
		expect(first.stderr).toContain("2 edits in 1 file\n");
		expect(first.stdout).toContain("#end names no heading");
		expect(first.stdout).not.toContain("a.pdf differs");
		expect(first.code).toBe(1);
		const second = await runCommand(["--offline", "--fix"], { cwd });
		expect(second.stderr).not.toContain("edit");
		expect(second.stdout).toBe(first.stdout);
		expect(read(cwd, "README.md")).toBe(fixed);
	});

	test("--fix-suggested makes the others, too", async () => {
		const cwd = makeRepository({
			"papers/attention.pdf": pdf,
			"README.md": "[A](papers/attenton.pdf) [B](#heeding)\n\n# Heading\n",
		});
		const { code, stdout, stderr } = await runCommand(["--offline", "--fix-suggested"], { cwd });
		expect({ code, stderr }).toEqual({ code: 0, stderr: "2 edits in 1 file\n" });
		expect(stdout).toContain("no findings");
		expect(read(cwd, "README.md")).toBe("[A](papers/attention.pdf) [B](#heading)\n\n# Heading\n");
	});

	test("works in UTF-16", async () => {
		const cwd = makeRepository({ "papers/A.pdf": pdf, "README.md": Buffer.from(list, "utf16le") });
		await runCommand(["--offline", "--fix"], { cwd });
		expect(readFileSync(join(cwd, "README.md"))).toEqual(Buffer.from(fixed, "utf16le"));
	});

	test("leaves what is silenced", async () => {
		const silenced = `<!-- shelfread-disable -->\n\n[A](papers/a.pdf)\n`;
		const cwd = makeRepository({ "papers/A.pdf": pdf, "README.md": silenced });
		const { code, stdout } = await runCommand(["--offline", "--fix"], { cwd });
		expect(code).toBe(0);
		expect(stdout).toContain("no findings, 1 suppressed");
		expect(read(cwd, "README.md")).toBe(silenced);
	});

	test("leaves a file that is no valid text, says so, and fixes the others", async () => {
		const broken = Buffer.concat([Buffer.from("[A](papers/a.pdf) "), Buffer.from([0xff])]);
		const cwd = makeRepository({
			"papers/A.pdf": pdf,
			"broken.md": broken,
			"good.md": "[A](papers/a.pdf)\n",
		});
		const { code, stdout, stderr } = await runCommand(["--offline", "--fix"], { cwd });
		expect(code).toBe(2);
		expect(stdout).toContain("broken.md is not fixed: not all of its bytes are text");
		expect(stdout).toMatch(/^broken\.md\n +1:5 +error +papers\/a\.pdf differs/m);
		expect(stderr).toBe("1 edit in 1 file\n");
		expect(readFileSync(join(cwd, "broken.md"))).toEqual(broken);
		expect(read(cwd, "good.md")).toBe("[A](papers/A.pdf)\n");
	});

	test.each(["--fix", "--fix-suggested", "--fix-dry-run"])(
		"%s has nothing to edit on standard input",
		async (flag) => {
			const { code, stdout, stderr } = await runCommand(["--offline", flag, "-"], {
				cwd: makeFolder({}),
				stdin: "a",
			});
			expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
			expect(stderr).toBe(
				"--fix: expected files, found - (standard input)\n  help: write the text into a file, or leave out --fix\n",
			);
		},
	);
});

describe("with a network", () => {
	let internet: Internet;
	beforeAll(async () => {
		const page = `<!doctype html><title>A page</title><p>${"Some text. ".repeat(300)}`;
		internet = await Internet.open({
			"ok.test": (_, response) => response.end(page),
			"gone.test": (_, response) => response.writeHead(404).end(page),
			"moved.test": ({ url }, response) =>
				url === "/new(1)" ? response.end(page) : response.writeHead(301, { location: "/new(1)" }).end(),
		});
	});
	afterAll(() => internet.close());

	test("the new address of a page is written down and looked at; other pages are asked once", async () => {
		const text =
			"[A](https://moved.test/old#a) https://ok.test/ <https://moved.test/old>\n\n[B][b]\n\n[b]: https://moved.test/old\n";
		const cwd = makeRepository({ "README.md": text });
		const { code, stdout, stderr } = await runCommand(["--fix"], { cwd, internet });
		expect({ code, stderr }).toEqual({ code: 0, stderr: "3 edits in 1 file\n" });
		expect(stdout).toContain("4 of 4 links verified in 1 file: no findings");
		expect(read(cwd, "README.md")).toBe(text.replaceAll("/old", "/new(1)"));
		expect(internet.count("ok.test")).toBe(1);
	});

	test("what silences a dead link is of use as long as nobody knows whether it is", async () => {
		const cwd = makeRepository({
			"README.md":
				"<!-- shelfread-disable-next-line dead-link -->\n[A](https://gone.test/a)\n\n[B](https://gone.test/b)\n",
		});
		expect((await runCommand(["--write-baseline=b.json"], { cwd, internet })).code).toBe(0);
		const offline = await runCommand(["--offline", "--baseline=b.json"], { cwd });
		expect(offline.stdout).toContain("no findings");
		expect(offline.stderr).toBe("");
		await runCommand(["--offline", "--write-baseline=b.json"], { cwd });
		const online = await runCommand(["--baseline=b.json"], { cwd, internet });
		expect(online.stdout).toContain("no findings, 2 suppressed");
	});
});

describe("--fix-dry-run", () => {
	test("prints what git applies, and writes nothing", async () => {
		const cwd = makeRepository({
			"papers/A.pdf": pdf,
			"README.md": list,
			"docs/b.md": "[A](../papers/a.pdf)",
		});
		const { code, stdout, stderr } = await runCommand(["--offline", "--fix-dry-run"], { cwd });
		expect({ code, stderr }).toEqual({ code: 1, stderr: "3 edits to make in 2 files\n" });
		expect(read(cwd, "README.md")).toBe(list);
		execFileSync("git", ["apply", "--whitespace=nowarn"], { cwd, input: stdout });
		expect(read(cwd, "README.md")).toBe(fixed);
		expect(read(cwd, "docs/b.md")).toBe("[A](../papers/A.pdf)");
	});

	test("prints nothing where there is nothing to edit", async () => {
		const cwd = makeRepository({ "README.md": "# A\n" });
		expect(await runCommand(["--offline", "--fix-dry-run"], { cwd })).toEqual({
			code: 0,
			stdout: "",
			stderr: "",
		});
	});
});

describe("a baseline", () => {
	const before = "[A](papers/a.pdf) [B](#b)\n";

	test("silences what was there, wherever it goes, and nothing else", async () => {
		const cwd = makeRepository({ "README.md": before });
		const written = await runCommand(["--offline", "--write-baseline", "b.json"], { cwd });
		expect(written.code).toBe(0);
		expect(written.stdout).toContain("no findings, 2 suppressed");
		writeFileSync(join(cwd, "README.md"), `# New\n\n${before}\n[C](#c)\n`);
		const { code, stdout } = await runCommand(["--offline", "--baseline=b.json"], { cwd });
		expect(code).toBe(1);
		expect(stdout).toContain("1 error, 2 suppressed");
		expect(stdout).toContain("#c names no heading");
	});

	test("is told to be stale, and written anew without what is gone", async () => {
		const cwd = makeRepository({ "README.md": before, "other.md": "[D](#d)\n" });
		await runCommand(["--offline", "--write-baseline", "b.json"], { cwd });
		writeFileSync(join(cwd, "README.md"), "[A](papers/a.pdf)\n");
		const stale = await runCommand(["--offline", "--baseline", "b.json", "README.md"], { cwd });
		expect(stale.code).toBe(0);
		expect(stale.stderr).toBe(
			"hint: 1 finding of the baseline is gone: --write-baseline FILE takes it out.\n",
		);
		await runCommand(["--offline", "--write-baseline", "b.json", "README.md"], { cwd });
		const { findings } = JSON.parse(read(cwd, "b.json"));
		expect(findings).toEqual([
			{ path: "README.md", rule: "local-target", subject: "file:papers/a.pdf", count: 1 },
			{ path: "other.md", rule: "anchor", subject: "file:other.md#d", count: 1 },
		]);
	});

	test.each([
		["none.json", "none.json  does not exist, and is to be the baseline"],
		["README.md", "README.md  is no baseline"],
	])("%s is refused", async (file, message) => {
		const cwd = makeRepository({ "README.md": before });
		const { code, stdout, stderr } = await runCommand(["--offline", "--baseline", file], { cwd });
		expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
		expect(stderr).toContain(message);
	});

	test("does not silence errors of the run", async () => {
		const cwd = makeRepository({ "README.md": before, "b.json": '{"version": 1, "findings": []}' });
		addFiles(cwd, { "binary.md": Buffer.from([0x61, 0, 0x62]) });
		const { code } = await runCommand(["--offline", "--write-baseline", "b.json", "README.md", "binary.md"], {
			cwd,
		});
		expect(code).toBe(2);
	});
});

describe("entries of ignore", () => {
	const config = (until: string) =>
		`ignore:\n  - {rule: anchor, reason: later, until: ${until}}\n  - {url: "docs/*", reason: generated}\n`;

	test("silence what they name", async () => {
		const cwd = makeRepository({
			"README.md": "[A](#a) [B](docs/b.md)\n",
			".shelfread.yml": config("9999-12-31"),
		});
		const { code, stdout } = await runCommand(["--offline"], { cwd });
		expect({ code, stdout }).toMatchObject({
			code: 0,
			stdout: expect.stringContaining("no findings, 2 suppressed"),
		});
	});

	test("are found when they silence nothing, in a run over everything", async () => {
		const cwd = makeRepository({ "README.md": "# A\n", ".shelfread.yml": config("2020-01-31") });
		const all = await runCommand(["--offline"], { cwd });
		expect(all.stdout).toMatch(/2:5 +warning +ignore \(rule: anchor\) ended on 2020-01-31/);
		expect(all.stdout).toMatch(/3:5 +warning +ignore \(url: docs\/\*\) silences nothing/);
		const some = await runCommand(["--offline", "README.md"], { cwd });
		expect(some.stdout).toContain("ended on 2020-01-31");
		expect(some.stdout).not.toContain("silences nothing");
	});
});
