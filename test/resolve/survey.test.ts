import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import type { PathState } from "../../src/model.ts";
import { createShelf, type Shelf } from "../../src/resolve/shelf.ts";
import { surveyTree, type Tree } from "../../src/resolve/survey.ts";
import { addFiles, makeFolder, makeRepository, runGit, workTreeOf } from "../tree.ts";

async function load(tree: Omit<Tree, "workTree">): Promise<Shelf> {
	const survey = await surveyTree({ ...tree, workTree: await workTreeOf(tree.root) });
	return createShelf(survey.entries, survey);
}

vi.stubEnv("GIT_CONFIG_GLOBAL", "/dev/null");
vi.stubEnv("GIT_CONFIG_NOSYSTEM", "1");

function statesIn(shelf: Shelf, paths: Iterable<string>): Record<string, PathState> {
	return Object.fromEntries([...paths].map((path) => [path, shelf.find(path).state]));
}

test("what git knows of a tree", async () => {
	const root = makeRepository({
		".gitignore": "out/\n*.tmp\n",
		"README.md": "",
		"docs/Guide é.md": "",
		"docs/gone.md": "",
		"docs/renamed.md": "",
		"to-guide": "-> docs/Guide é.md",
		"to-docs": "-> ./docs",
		"docs/up": "-> ../README.md",
		away: "-> ../outside.md",
		"away-absolute": "-> /etc",
		broken: "-> nothing",
	});
	rmSync(join(root, "docs/gone.md"));
	runGit(root, "mv", "docs/renamed.md", "docs/RENAMED.md");
	addFiles(root, {
		"docs/new.md": "",
		"fresh/a.md": "",
		"out/a.md": "",
		"a.tmp": "",
		"to-root": `-> ${root}`,
	});
	runGit(root, "add", "to-root");
	runGit(root, "init", "--quiet", "nested");
	addFiles(root, { "nested/a.md": "" });

	const expected: Record<string, PathState> = {
		"README.md": "present",
		"docs/Guide é.md": "present",
		"docs/gone.md": "missing",
		"docs/RENAMED.md": "present",
		"docs/renamed.md": "wrong-case",
		"docs/new.md": "untracked",
		fresh: "untracked",
		"fresh/a.md": "untracked",
		"nested/a.md": "untracked",
		out: "ignored",
		"out/a.md": "ignored",
		"a.tmp": "ignored",
		"to-guide": "present",
		"to-docs/Guide é.md": "present",
		"docs/up": "present",
		"to-root/docs": "directory",
		away: "outside-tree",
		"away-absolute/passwd": "outside-tree",
		broken: "missing",
	};
	const shelf = await load({ root, cwd: join(root, "docs") });
	expect({ repository: shelf.repository, cwd: shelf.cwd }).toEqual({ repository: "git", cwd: "docs" });
	expect(statesIn(shelf, Object.keys(expected))).toEqual(expected);
});

test("a submodule and what a sparse checkout leaves out are elsewhere", async () => {
	const library = makeRepository({ "a.md": "" });
	runGit(library, "commit", "--quiet", "--message", "All");
	const root = makeRepository({ "README.md": "", "docs/a.md": "", "papers/a.pdf": "" });
	runGit(root, "submodule", "--quiet", "add", library, "library");
	runGit(root, "commit", "--quiet", "--message", "All");
	runGit(root, "sparse-checkout", "set", "docs");

	const expected: Record<string, PathState> = {
		"docs/a.md": "present",
		"papers/a.pdf": "elsewhere",
		papers: "directory",
		"papers/b.pdf": "missing",
		library: "directory",
		"library/a.md": "elsewhere",
	};
	expect(statesIn(await load({ root, cwd: root }), Object.keys(expected))).toEqual(expected);
});

test("what the disk knows of a tree without git", async () => {
	const root = makeFolder({
		".gitignore": "*.tmp\n",
		"README.md": "",
		"a.tmp": "",
		"docs/a.md": "",
		"node_modules/x/README.md": "",
		"to-docs": "-> docs",
		away: "-> ../outside.md",
	});
	const expected: Record<string, PathState> = {
		"README.md": "present",
		"readme.md": "wrong-case",
		"a.tmp": "present",
		docs: "directory",
		"to-docs/a.md": "present",
		"node_modules/x/README.md": "elsewhere",
		away: "outside-tree",
		"../a.md": "outside-tree",
	};
	const shelf = await load({ root, cwd: root });
	expect({ repository: shelf.repository, cwd: shelf.cwd }).toEqual({ repository: "none", cwd: "." });
	expect(statesIn(shelf, Object.keys(expected))).toEqual(expected);
});

test("an empty folder is there on a disk, but not in git", async () => {
	const [onDisk, inGit] = [makeFolder({ "a.md": "" }), makeRepository({ "a.md": "" })];
	for (const root of [onDisk, inGit]) {
		addFiles(root, { "empty/x": "" });
		rmSync(join(root, "empty/x"));
	}
	expect((await load({ root: onDisk, cwd: onDisk })).find("empty").state).toBe("directory");
	expect((await load({ root: inGit, cwd: inGit })).find("empty").state).toBe("missing");
});

test("a remote tells where the tree is published, else who asks", async () => {
	const root = makeRepository({ "README.md": "" });
	const repositoryUrl = "https://github.com/ada/asked";
	const homeOf = async (tree: { repositoryUrl?: string }) => (await load({ root, cwd: root, ...tree })).home;
	expect(await homeOf({})).toBeUndefined();
	expect(await homeOf({ repositoryUrl })).toEqual({ host: "github.com", owner: "ada", name: "asked" });

	runGit(root, "remote", "add", "origin", "git@github.com:ada/shelf.git");
	expect(await homeOf({ repositoryUrl })).toEqual({ host: "github.com", owner: "ada", name: "shelf" });

	runGit(root, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/release/2");
	expect((await homeOf({}))?.branch).toBe("release/2");
});

test("without git, nobody knows whether the folder is all of a repository", async () => {
	const root = makeFolder({ "README.md": "" });
	const repositoryUrl = "https://github.com/ada/asked";
	expect((await load({ root, cwd: root, repositoryUrl })).home).toBeUndefined();
});
