import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { selectFiles } from "../../src/input/select.ts";
import { addFiles, makeFolder, makeRepository, runGit, type Tree } from "../tree.ts";

vi.stubEnv("GIT_CONFIG_GLOBAL", "/dev/null");
vi.stubEnv("GIT_CONFIG_NOSYSTEM", "1");

const tree: Tree = {
	".gitignore": "drafts/\n*.tmp.md\n",
	"README.md": "",
	"[draft] (1).md": "",
	"paper.pdf": "",
	"docs/a.MD": "",
	"docs/b.mdx": "",
	"docs/notes.txt": "",
	"docs/sub/c.markdown": "",
	"vendor/lib/README.md": "",
	"docs/node_modules/x/README.md": "",
	"link.md": "-> README.md",
	folder: "-> docs",
};
const ignored: Tree = { "drafts/d.md": "", "docs/e.tmp.md": "" };
const markdown = ["README.md", "[draft] (1).md", "docs/a.MD", "docs/b.mdx", "docs/sub/c.markdown"];

const cases: ReadonlyArray<readonly [name: string, paths: string[], files: string[]]> = [
	["nothing named", [], markdown],
	["the working directory", ["."], markdown],
	["a folder", ["docs"], ["docs/a.MD", "docs/b.mdx", "docs/sub/c.markdown"]],
	["a folder by a symbolic link", ["folder/"], ["docs/a.MD", "docs/b.mdx", "docs/sub/c.markdown"]],
	["a vendored folder that is named", ["vendor"], ["vendor/lib/README.md"]],
	["a file of any kind", ["docs/notes.txt"], ["docs/notes.txt"]],
	["a file that git ignores", ["drafts/d.md"], ["drafts/d.md"]],
	["a symbolic link that is named", ["link.md"], ["link.md"]],
	["a name that looks like a glob", ["[draft] (1).md"], ["[draft] (1).md"]],
	[
		"one file by several arguments",
		["README.md", "./README.md", "*.md", "!docs"],
		["README.md", "[draft] (1).md"],
	],
	["a glob of documents", ["docs/**"], ["docs/a.MD", "docs/b.mdx", "docs/sub/c.markdown"]],
	["a glob of another extension", ["docs/*.txt"], ["docs/notes.txt"]],
	["a glob with alternatives", ["docs/*.{MD,mdx}"], ["docs/a.MD", "docs/b.mdx"]],
	["without a folder", ["!docs"], ["README.md", "[draft] (1).md"]],
	["without a folder, written with a slash", ["!./docs/"], ["README.md", "[draft] (1).md"]],
	["without a name anywhere", ["!*.mdx"], markdown.filter((file) => file !== "docs/b.mdx")],
	["without what a pattern matches", ["!docs/*.MD", "docs"], ["docs/b.mdx", "docs/sub/c.markdown"]],
	["standard input beside a file", ["-", "README.md"], ["<stdin>", "README.md"]],
];

test.each(cases)("git: %s", async (_, paths, files) => {
	const cwd = makeRepository(tree);
	addFiles(cwd, ignored);
	expect(await selectFiles({ cwd, paths })).toMatchObject({ root: cwd, files, errors: [] });
});

test.each(cases)("no git: %s", async (_, paths, files) => {
	const cwd = makeFolder({ ...tree, ...ignored });
	expect(await selectFiles({ cwd, paths })).toMatchObject({ root: cwd, files, errors: [] });
});

test("untracked documents are taken, deleted ones are not", async () => {
	const cwd = makeRepository({ "old.md": "", "kept.md": "" });
	runGit(cwd, "commit", "--quiet", "--message", "All");
	runGit(cwd, "rm", "--quiet", "--cached", "kept.md");
	addFiles(cwd, { "new.md": "" });
	runGit(cwd, "mv", "old.md", "moved.md");
	const { files } = await selectFiles({ cwd, paths: [] });
	expect(files).toEqual(["kept.md", "moved.md", "new.md"]);
});

test("paths are relative to the top of the repository, globs to the working directory", async () => {
	const root = makeRepository(tree);
	const cwd = join(root, "docs");
	expect(await selectFiles({ cwd, paths: [] })).toMatchObject({
		root,
		files: ["docs/a.MD", "docs/b.mdx", "docs/sub/c.markdown"],
		errors: [],
	});
	expect((await selectFiles({ cwd, paths: ["../*.md", "*.mdx"] })).files).toEqual([
		"README.md",
		"[draft] (1).md",
		"docs/b.mdx",
	]);
	expect((await selectFiles({ cwd, paths: ["../README.md", "!../*.md"] })).files).toEqual([]);
});

test("a file elsewhere brings its own root", async () => {
	const cwd = makeFolder({ "README.md": "" });
	const repository = makeRepository({ "docs/a.md": "" });
	const folder = makeFolder({ "b.md": "" });
	expect(await selectFiles({ cwd, paths: [join(repository, "docs/a.md")] })).toMatchObject({
		root: repository,
		files: ["docs/a.md"],
		errors: [],
	});
	expect(await selectFiles({ cwd, paths: [join(folder, "b.md")] })).toMatchObject({
		root: folder,
		files: ["b.md"],
		errors: [],
	});
});

test("what is not there is an error, and the rest goes on", async () => {
	const cwd = makeFolder({ "README.md": "", "docs/guide.md": "" });
	const { files, errors } = await selectFiles({
		cwd,
		paths: ["REDME.md", "docs/gide.md", "nowhere/at/all", "*.rst", "README.md"],
	});
	expect(files).toEqual(["README.md"]);
	expect(errors).toEqual([
		{
			code: "no-such-path",
			path: "REDME.md",
			message: "there is no file or folder REDME.md",
			help: "Did you mean README.md?",
			fatal: true,
		},
		{
			code: "no-such-path",
			path: "docs/gide.md",
			message: "there is no file or folder docs/gide.md",
			help: "Did you mean docs/guide.md?",
			fatal: true,
		},
		{
			code: "no-such-path",
			path: "nowhere/at/all",
			message: "there is no file or folder nowhere/at/all",
			fatal: true,
		},
		{
			code: "no-match",
			path: "*.rst",
			message: "the pattern *.rst matches no file",
			help: "Patterns begin at the working directory; quote them, so that the shell does not read them.",
			fatal: true,
		},
	]);
});

test.each([makeFolder, makeRepository])("a folder without documents is an error (%o)", async (make) => {
	const cwd = make({ ".gitignore": "drafts/\n", "docs/a.txt": "" });
	addFiles(cwd, { "drafts/d.md": "" });
	const help = "What git ignores and vendored folders do not count; name a file to check it all the same.";
	const error = { code: "no-documents", help, fatal: true };
	expect((await selectFiles({ cwd, paths: ["docs", "drafts"] })).errors).toEqual([
		{ ...error, path: "docs", message: "there is no Markdown in docs" },
		{ ...error, path: "drafts", message: "there is no Markdown in drafts" },
	]);
	expect((await selectFiles({ cwd, paths: [] })).errors).toEqual([
		{ ...error, path: ".", message: "there is no Markdown in this folder" },
	]);
});

test("an inner .gitignore takes back what an outer one says", async () => {
	const cwd = makeFolder({
		".gitignore": "*.draft.md\nout/\n",
		"a.draft.md": "",
		"docs/.gitignore": "!keep.draft.md\n",
		"docs/keep.draft.md": "",
		"docs/b.draft.md": "",
		"out/.gitignore": "!*\n",
		"out/c.md": "",
	});
	expect((await selectFiles({ cwd, paths: [] })).files).toEqual(["docs/keep.draft.md"]);
});

test("without git in a repository, the disk decides and the run says so", async () => {
	const cwd = makeRepository({ ".gitignore": "drafts/\n", "README.md": "", "drafts/d.md": "" });
	const path = process.env.PATH;
	vi.stubEnv("PATH", join(cwd, "nothing"));
	const { root, files, errors } = await selectFiles({ cwd, paths: [] });
	vi.stubEnv("PATH", path);
	expect({ root, files }).toEqual({ root: cwd, files: ["README.md"] });
	expect(errors).toMatchObject([{ code: "git-missing", fatal: false }]);
});

test("a repository that git does not trust is walked, and the run says so", async () => {
	const cwd = makeRepository({ "README.md": "" });
	vi.stubEnv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
	const { files, errors } = await selectFiles({ cwd, paths: [] });
	vi.stubEnv("GIT_TEST_ASSUME_DIFFERENT_OWNER", undefined);
	expect(files).toEqual(["README.md"]);
	expect(errors).toMatchObject([{ code: "git-refused", fatal: false }]);
});

test("a repository whose index git cannot read is walked, and the run says so", async () => {
	const cwd = makeRepository({ "README.md": "" });
	addFiles(cwd, { ".git/index": "no index" });
	const { files, errors } = await selectFiles({ cwd, paths: ["README.md"] });
	expect(files).toEqual(["README.md"]);
	expect(errors).toMatchObject([{ code: "git-failed", fatal: false }]);
});

test("a folder named like a document is a folder", async () => {
	const cwd = makeFolder({ "x.md/inner.md": "" });
	mkdirSync(join(cwd, "empty.md"));
	expect((await selectFiles({ cwd, paths: [] })).files).toEqual(["x.md/inner.md"]);
});
