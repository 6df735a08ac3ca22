import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { table } from "./table.ts";

let root: string;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), "shelfread-config-"));
});

afterEach(() => {
	rmSync(root, { recursive: true });
});

function write(path: string, content: string | Uint8Array): void {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), content);
}

const load = (folder = "", named?: string | false) => loadConfig(join(root, folder), named, table);

/** The message of what loading throws. */
const refusal = (folder?: string, named?: string): Promise<string> =>
	load(folder, named).then(
		() => "",
		(error: Error) => error.message,
	);

test("the file in the working directory is taken", async () => {
	write(".shelfread.yml", "paths: [docs, '!docs/old', '-']\ncache: c.json\n");
	expect(await load()).toEqual({
		file: ".shelfread.yml",
		settings: { paths: ["docs", "!docs/old", "-"], cache: "c.json" },
	});
});

test("the nearest file above is taken, and its paths are made relative to the working directory", async () => {
	write(
		".shelfread.yaml",
		"paths: ['*.md', '!old']\nformat: [text, json=out.json]\ncache: c.json\nbaseline: b.json\nretries: 1\n",
	);
	write("a/b/x.md", "");
	expect(await load("a/b")).toEqual({
		file: "../../.shelfread.yaml",
		settings: {
			paths: ["../../*.md", "!../../old"],
			format: ["text", "json=../../out.json"],
			cache: "../../c.json",
			baseline: "../../b.json",
			retries: 1,
		},
	});
});

test("the search ends at the root of the repository", async () => {
	write(".shelfread.yml", "retries: 1");
	write("repo/.git/HEAD", "");
	write("worktree/.git", "gitdir: elsewhere");
	write("worktree/docs/x.md", "");
	expect(await load("repo")).toBeUndefined();
	expect(await load("worktree/docs")).toBeUndefined();
	write("repo/.shelfread.yml", "retries: 2");
	expect((await load("repo"))?.settings).toEqual({ retries: 2 });
});

test("a named file is taken instead, and false is none", async () => {
	write(".shelfread.yml", "retries: 1");
	write("conf/ci.yml", "retries: 2\npaths: [a.md]");
	expect(await load("", "conf/ci.yml")).toEqual({
		file: "conf/ci.yml",
		settings: { retries: 2, paths: ["conf/a.md"] },
	});
	expect(await load("", false)).toBeUndefined();
});

test("a byte order mark is no part of the text", async () => {
	write(".shelfread.yml", "\ufeffretries: x");
	expect(await refusal()).toBe(
		'.shelfread.yml:1:10  retries: expected a whole number from 0 to 10, found "x"',
	);
});

const without = "\n  help: --no-config runs without a configuration file";

test.each<[string, string | Uint8Array | undefined, string]>([
	["gone.yml", undefined, `gone.yml  does not exist${without}`],
	[".", undefined, `.  is not a file${without}`],
	["latin.yml", Uint8Array.of(0x23, 0xe9), "latin.yml  is not UTF-8\n  help: save it in that encoding"],
	["large.yml", `#${" ".repeat(1_048_576)}`, "large.yml  is larger than 1 MiB"],
])("%s is refused", async (path, content, message) => {
	if (content !== undefined) write(path, content);
	expect(await refusal("", path)).toBe(message);
});

test("a path through a file cannot be read", async () => {
	write("a.yml", "");
	expect(await refusal("", "a.yml/b.yml")).toMatch(/^a\.yml\/b\.yml {2}cannot be read: ENOTDIR/);
});

test("two files in one folder are refused", async () => {
	write(".shelfread.yml", "");
	write(".shelfread.yaml", "");
	write("a/x.md", "");
	expect(await refusal("a")).toBe(
		"..  holds both .shelfread.yml and .shelfread.yaml\n  help: keep one of them",
	);
});

test("files behind links that lead out of the folder are refused, with their place", async () => {
	write(
		"repo/.shelfread.yml",
		"cache: cache.jsonl\nformat:\n  - json=out/report.json\n  - text=report.txt\n",
	);
	symlinkSync("../secrets", join(root, "repo/cache.jsonl"));
	symlinkSync("..", join(root, "repo/out"));
	symlinkSync("../secrets", join(root, "repo/report.txt"));
	write("repo/docs/x.md", "");
	const expected =
		"expected a file below the folder of this configuration, also where symbolic links lead, found";
	expect(await refusal("repo/docs")).toBe(
		[
			`../.shelfread.yml:1:8  cache: ${expected} "cache.jsonl"`,
			"  help: take the link away, or name another file",
			`../.shelfread.yml:3:5  format[0]: ${expected} "out/report.json"`,
			"  help: take the link away, or name another file",
		].join("\n"),
	);
});
