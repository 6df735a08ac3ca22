import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "./run.ts";
import { makeRepository, runGit, type Tree } from "./tree.ts";

const readme = readFileSync("fixtures/my-llm/README.md", "utf8");
const tree: Tree = {
	"README.md": readme,
	"copy/README.md": readme,
	"a.md": "# A\n\n[b](b.md#b) [gone](gone.md) [no heading](b.md#no)\n",
	"b.md": "# B\n\n[a][a]\n\n[a]: a.md\n[unused]: a.md\n",
	"c.mdx": "# C\n\n{/* [no](link) */} [gone](gone.md)\n",
};
const cache = "--cache=../cache/answers.jsonl";

/** Whole bytes of a report, and the exit code. */
async function report(cwd: string, ...args: readonly string[]): Promise<readonly [string, number | null]> {
	const { code, stdout } = await runCommand(["--offline", "--format=json", ...args], { cwd, stdin: readme });
	return [stdout, code];
}

function makeTree(): { readonly cwd: string; readonly documents: string; readonly last: string } {
	const cwd = join(makeRepository({ "tree/.keep": "", ...prefixed(tree) }), "tree");
	const file = join(cwd, "../cache/answers.jsonl");
	return { cwd, documents: `${file}.documents`, last: `${file}.run` };
}

function prefixed(files: Tree): Tree {
	return Object.fromEntries(Object.entries(files).map(([path, content]) => [`tree/${path}`, content]));
}

test("a report is the same to the byte without a memory of documents, with an empty, a full and a torn one", async () => {
	const { cwd, documents, last } = makeTree();
	const without = await report(cwd);
	expect(without[1]).toBe(1);
	expect(await report(cwd, cache)).toEqual(without);
	const whole = readFileSync(documents);
	rmSync(last);
	expect(await report(cwd, cache)).toEqual(without);
	rmSync(last);
	writeFileSync(documents, whole.subarray(0, whole.length / 2));
	expect(await report(cwd, cache)).toEqual(without);
	expect(readFileSync(documents).equals(whole)).toBe(true);
});

test("and when nothing has changed since the last run, or all but that, or the last run is torn", async () => {
	const { cwd, documents, last } = makeTree();
	const without = await report(cwd);
	await report(cwd, cache);
	rmSync(documents);
	expect(await report(cwd, cache)).toEqual(without);
	expect((await runCommand(["--offline", cache, "--quiet"], { cwd })).stdout).toEqual(
		(await runCommand(["--offline", "--quiet"], { cwd })).stdout,
	);
	// Whoever parses documents remembers them.
	expect(existsSync(documents)).toBe(false);
	const whole = readFileSync(last);
	writeFileSync(last, whole.subarray(0, whole.length / 2));
	expect(await report(cwd, cache)).toEqual(without);
	expect(readFileSync(last).equals(whole)).toBe(true);
	expect(existsSync(documents)).toBe(true);
	writeFileSync(join(cwd, "b.md"), "# B\n");
	const after = await report(cwd);
	expect(after).not.toEqual(without);
	expect(await report(cwd, cache)).toEqual(after);
});

test.each([
	["--fix-dry-run"],
	["--since=HEAD"],
	["--write-baseline=../baseline.json"],
	["--format=jsonl"],
	["-"],
])("a run with %s is not kept", async (arg) => {
	const { cwd, last } = makeTree();
	runGit(cwd, "commit", "--quiet", "--message=all");
	await runCommand(["--offline", cache, arg], { cwd, stdin: readme });
	expect(existsSync(last)).toBe(false);
});

test("and so is one on what changed, one on standard input, and one after fixing", async () => {
	const { cwd } = makeTree();
	runGit(cwd, "commit", "--quiet", "--message=all");
	await report(cwd, cache);
	writeFileSync(join(cwd, "b.md"), "# Another\n\n[a][a] [new](new.md)\n\n[a]: a.md\n");
	for (const args of [["--since=HEAD"], ["-"], ["--fix-dry-run"]]) {
		const without = await report(cwd, ...args);
		expect(await report(cwd, cache, ...args), args[0]).toEqual(without);
		expect(await report(cwd, cache, ...args), args[0]).toEqual(without);
	}
	await report(cwd, cache, "--fix");
	const after = await report(cwd);
	expect(await report(cwd, cache)).toEqual(after);
});
