import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { WorkTrees } from "../../src/input/work-tree.ts";
import { runCommand } from "../run.ts";
import { addFiles, makeFolder, makeRepository, runGit } from "../tree.ts";

test("a work tree is what git knows from its top, whichever folder is asked about", async () => {
	const root = makeRepository({ "README.md": "", "docs/a.md": "", "docs/up": "-> ..", "gone.md": "" });
	runGit(root, "rm", "--quiet", "--cached", "docs/a.md");
	runGit(root, "update-index", "--force-remove", "gone.md");
	const trees = new WorkTrees();
	expect(await trees.pathsIn(join(root, "docs"))).toEqual([
		{ path: "a.md", status: "untracked", kind: "file" },
		{ path: "up", status: "tracked", kind: "symlink" },
	]);
	expect(await trees.around(join(root, "docs"))).toEqual({
		tree: {
			root,
			paths: [
				{ path: "docs/a.md", status: "untracked", kind: "file" },
				{ path: "gone.md", status: "untracked", kind: "file" },
				{ path: "README.md", status: "tracked", kind: "file" },
				{ path: "docs/up", status: "tracked", kind: "symlink" },
			],
		},
		errors: [],
	});
});

test("outside of git there is none, and nobody is to blame", async () => {
	const folder = makeFolder({ "README.md": "" });
	expect(await new WorkTrees().pathsIn(folder)).toBeUndefined();
	expect(await new WorkTrees().around(folder)).toEqual({ errors: [] });
});

test("an index that cannot be read is git's fault", async () => {
	const root = makeRepository({ "README.md": "" });
	writeFileSync(join(root, ".git/index"), "no index");
	const { tree, errors } = await new WorkTrees().around(root);
	expect(tree).toBeUndefined();
	expect(errors.map(({ code }) => code)).toEqual(["git-failed"]);
});

test("a run asks git nothing twice", async () => {
	const cwd = makeRepository({ "README.md": "[a](docs/a.md)\n", "docs/a.md": "# A\n" });
	runGit(cwd, "commit", "--quiet", "--message=All");
	addFiles(cwd, { "README.md": "[a](docs/a.md#a)\n" });
	const trace = join(makeFolder({}), "trace");
	const { code } = await runCommand(["--offline", "--since=HEAD"], { cwd, env: { GIT_TRACE: trace } });
	const asked = [...readFileSync(trace, "utf8").matchAll(/built-in: git (.*)/g)].map(([, words]) => words);
	expect(code).toBe(0);
	expect(asked).toContain("ls-files -z -t -s -c -d -o --exclude-standard");
	expect(asked).toEqual([...new Set(asked)]);
});
