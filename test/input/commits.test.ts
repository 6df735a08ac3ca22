import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commitCalled, fetchCommit, isShallow, mergeBase, parentsOf } from "../../src/input/commits.ts";
import { addFiles, makeFolder, makeRepository, runGit } from "../tree.ts";

function commit(folder: string, message: string): string {
	addFiles(folder, { "a.md": message });
	runGit(folder, "add", "--all");
	runGit(folder, "commit", "--quiet", `--message=${message}`);
	return execFileSync("git", ["rev-parse", "HEAD"], { cwd: folder, encoding: "utf8" }).trim();
}

/** Two commits on `main`, and one on `topic` that begins at the first. */
function makeHistory(): { folder: string; first: string; second: string; topic: string } {
	const folder = makeRepository({});
	const first = commit(folder, "first");
	runGit(folder, "branch", "topic");
	runGit(folder, "tag", "--annotate", "--message=A tag", "v1");
	const second = commit(folder, "second");
	runGit(folder, "checkout", "--quiet", "topic");
	return { folder, first, second, topic: commit(folder, "topic") };
}

function cloneOf(folder: string, ...words: string[]): string {
	const clone = join(makeFolder({}), "clone");
	runGit(folder, "clone", "--quiet", ...words, `file://${folder}`, clone);
	return clone;
}

describe("the commit that a name stands for", () => {
	test("branch, tag, ancestor, abbreviation", async () => {
		const { folder, first, second, topic } = makeHistory();
		const names = ["main", "v1", "HEAD", "HEAD~1", "topic^", second.slice(0, 10)];
		expect(await Promise.all(names.map((name) => commitCalled(folder, name)))).toEqual([
			second,
			first,
			topic,
			first,
			first,
			second,
		]);
	});

	test.each(["nowhere", "", "--all", "-h", "HEAD:a.md", "main..topic", "HEAD\nmain"])(
		"%j is none",
		async (name) => {
			expect(await commitCalled(makeHistory().folder, name)).toBeUndefined();
		},
	);

	test("there is none before the first commit, and outside of git", async () => {
		expect(await commitCalled(makeRepository({ "a.md": "" }), "HEAD")).toBeUndefined();
		expect(await commitCalled(makeFolder({}), "HEAD")).toBeUndefined();
	});
});

describe("where two lines of history parted", () => {
	test("is the last commit that they share", async () => {
		const { folder, first, second, topic } = makeHistory();
		expect(await mergeBase(folder, second, topic)).toBe(first);
		expect(await mergeBase(folder, first, topic)).toBe(first);
	});

	test("is not known without anything in common", async () => {
		const { folder, second } = makeHistory();
		runGit(folder, "checkout", "--quiet", "--orphan", "island");
		expect(await mergeBase(folder, second, commit(folder, "island"))).toBeUndefined();
	});

	test("is not known in a shallow clone", async () => {
		const { folder, second } = makeHistory();
		const clone = cloneOf(folder, "--depth=1", "--no-single-branch");
		expect(await mergeBase(clone, second, "HEAD")).toBeUndefined();
	});
});

describe("the parents of a commit", () => {
	test("of a first commit, a later one and a merge", async () => {
		const { folder, first, second, topic } = makeHistory();
		runGit(folder, "merge", "--quiet", "--strategy=ours", "--message=parent 0123", "main");
		expect(await parentsOf(folder, first)).toEqual([]);
		expect(await parentsOf(folder, second)).toEqual([first]);
		expect(await parentsOf(folder, "HEAD")).toEqual([topic, second]);
	});

	test("are known where they are not here", async () => {
		const { folder, first } = makeHistory();
		const clone = cloneOf(folder, "--depth=1");
		expect(await parentsOf(clone, "HEAD")).toEqual([first]);
		expect(await commitCalled(clone, first)).toBeUndefined();
	});

	test("there are none of what does not exist", async () => {
		expect(await parentsOf(makeRepository({}), "HEAD")).toEqual([]);
	});
});

describe("a shallow clone", () => {
	test("is one until it has all", async () => {
		const { folder } = makeHistory();
		expect(await isShallow(folder)).toBe(false);
		expect(await isShallow(cloneOf(folder, "--depth=1"))).toBe(true);
		expect(await isShallow(makeFolder({}))).toBe(false);
	});

	test("gets one commit from its remote, and stays shallow", async () => {
		const { folder, first } = makeHistory();
		const clone = cloneOf(folder, "--depth=1");
		expect(await fetchCommit(clone, first)).toBe(true);
		expect(await commitCalled(clone, first)).toBe(first);
		expect(await isShallow(clone)).toBe(true);
	});

	test("gets nothing that the remote does not have, and nothing from a remote that is gone", async () => {
		const { folder, first } = makeHistory();
		const clone = cloneOf(folder, "--depth=1");
		expect(await fetchCommit(clone, "0123456789012345678901234567890123456789")).toBe(false);
		rmSync(folder, { recursive: true });
		expect(await fetchCommit(clone, first)).toBe(false);
	});
});
