import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { changesSince } from "../../src/input/changes.ts";
import { emptyTree } from "../../src/input/commits.ts";
import type { Changes, FileChange } from "../../src/model.ts";
import { addFiles, makeFolder, makeRepository, runGit, type Tree, workTreeOf } from "../tree.ts";

const long = "One line after the other.\nAnd another.\nAnd a third one.\nAnd the last.\n";

function commit(folder: string): void {
	runGit(folder, "add", "--all");
	runGit(folder, "commit", "--quiet", "--allow-empty", "--message=A commit");
}

function makeBase(tree: Tree): string {
	const folder = makeRepository(tree);
	commit(folder);
	return folder;
}

async function since(folder: string, commit: string): Promise<Changes | undefined> {
	const tree = await workTreeOf(folder);
	if (tree === undefined) throw new Error(`${folder} is in no work tree`);
	return changesSince(tree, commit);
}

/** In the order of paths. */
async function changesIn(folder: string): Promise<{ files: FileChange[]; texts: Record<string, string> }> {
	const { files, texts } = (await since(folder, "HEAD")) as Changes;
	const key = ({ path, before }: FileChange) => `${path ?? before}`;
	return {
		files: files.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)),
		texts: Object.fromEntries(texts),
	};
}

const file = { kindBefore: "file" } as const;

describe("what changed in the work tree", () => {
	test.each<
		[
			what: string,
			base: Tree,
			change: (folder: string) => void,
			files: FileChange[],
			texts: Record<string, string>,
		]
	>([
		["nothing", { "a.md": "a" }, () => {}, [], {}],
		[
			"a document that is modified",
			{ "a.md": "a", "b.md": "b" },
			(folder) => addFiles(folder, { "a.md": "A" }),
			[{ path: "a.md", before: "a.md", ...file }],
			{ "a.md": "a" },
		],
		[
			"a document that is staged",
			{ "a.md": "a" },
			(folder) => {
				addFiles(folder, { "a.md": "A" });
				runGit(folder, "add", "a.md");
			},
			[{ path: "a.md", before: "a.md", ...file }],
			{ "a.md": "a" },
		],
		[
			"a document that is staged and back on the disk",
			{ "a.md": "a" },
			(folder) => {
				addFiles(folder, { "a.md": "A" });
				runGit(folder, "add", "a.md");
				addFiles(folder, { "a.md": "a" });
			},
			[],
			{},
		],
		[
			"a document that is written again as it was",
			{ "a.md": "a" },
			(folder) => addFiles(folder, { "a.md": "a" }),
			[],
			{},
		],
		[
			"a file that is untracked",
			{},
			(folder) => addFiles(folder, { "a.md": "a" }),
			[{ path: "a.md", ...file }],
			{},
		],
		[
			"a file that is ignored",
			{ ".gitignore": "a.md\n" },
			(folder) => addFiles(folder, { "a.md": "a" }),
			[],
			{},
		],
		[
			"a file that is added",
			{},
			(folder) => {
				addFiles(folder, { "a.pdf": "a" });
				runGit(folder, "add", "a.pdf");
			},
			[{ path: "a.pdf", ...file }],
			{},
		],
		[
			"a file that git is told to expect",
			{},
			(folder) => {
				addFiles(folder, { "a.md": "a" });
				runGit(folder, "add", "--intent-to-add", "a.md");
			},
			[{ path: "a.md", ...file }],
			{},
		],
		[
			"a file that is removed",
			{ "a.md": "a", "b.pdf": "b" },
			(folder) => {
				rmSync(join(folder, "a.md"));
				runGit(folder, "rm", "--quiet", "b.pdf");
			},
			[
				{ before: "a.md", ...file },
				{ before: "b.pdf", ...file },
			],
			{ "a.md": "a" },
		],
		[
			"a file that git is to forget",
			{ "a.md": "a" },
			(folder) => runGit(folder, "rm", "--quiet", "--cached", "a.md"),
			[
				{ before: "a.md", ...file },
				{ path: "a.md", ...file },
			],
			{ "a.md": "a" },
		],
		[
			"a document that is renamed",
			{ "a.md": long },
			(folder) => runGit(folder, "mv", "a.md", "b.md"),
			[{ path: "b.md", before: "a.md", ...file }],
			{ "a.md": long },
		],
		[
			"a document that is renamed and edited",
			{ "a.md": long },
			(folder) => {
				runGit(folder, "mv", "a.md", "b.md");
				addFiles(folder, { "b.md": `${long}More.\n` });
			},
			[{ path: "b.md", before: "a.md", ...file }],
			{ "a.md": long },
		],
		[
			"a document that is renamed in letter case only",
			{ "a.md": long },
			(folder) => runGit(folder, "mv", "a.md", "A.md"),
			[{ path: "A.md", before: "a.md", ...file }],
			{ "a.md": long },
		],
		[
			"a file that is moved into a folder, which git does not know yet",
			{ "a.pdf": long },
			(folder) => {
				mkdirSync(join(folder, "b"));
				renameSync(join(folder, "a.pdf"), join(folder, "b/a.pdf"));
			},
			[
				{ before: "a.pdf", ...file },
				{ path: "b/a.pdf", ...file },
			],
			{},
		],
		[
			"permissions",
			{ "a.md": "a" },
			(folder) => chmodSync(join(folder, "a.md"), 0o755),
			[{ path: "a.md", before: "a.md", ...file }],
			{ "a.md": "a" },
		],
		[
			"a symbolic link that leads elsewhere",
			{ "a.md": "a", "b.md": "b", "c.md": "-> a.md" },
			(folder) => {
				rmSync(join(folder, "c.md"));
				symlinkSync("b.md", join(folder, "c.md"));
			},
			[{ path: "c.md", before: "c.md", kindBefore: "symlink" }],
			{},
		],
		[
			"a file that becomes a symbolic link",
			{ "a.md": "a", "c.md": long },
			(folder) => {
				rmSync(join(folder, "c.md"));
				symlinkSync("a.md", join(folder, "c.md"));
			},
			[
				{ before: "c.md", ...file },
				{ path: "c.md", ...file },
			],
			{ "c.md": long },
		],
		[
			"a symbolic link that becomes a file",
			{ "a.md": "a", "c.md": "-> a.md" },
			(folder) => {
				rmSync(join(folder, "c.md"));
				addFiles(folder, { "c.md": "c" });
			},
			[
				{ before: "c.md", kindBefore: "symlink" },
				{ path: "c.md", ...file },
			],
			{},
		],
		[
			"names that are hostile",
			{
				'a"b\tc\\d.md': "1",
				"line\nend.md": "2",
				"-x.md": "3",
				":(top)*.md": "4",
				"第一.md": "5",
				" .md": "6",
			},
			(folder) => {
				for (const name of ['a"b\tc\\d.md', "line\nend.md", "-x.md", ":(top)*.md", "第一.md", " .md"])
					writeFileSync(join(folder, name), "x");
			},
			[" .md", "-x.md", ":(top)*.md", 'a"b\tc\\d.md', "line\nend.md", "第一.md"].map((path) => ({
				path,
				before: path,
				...file,
			})),
			{
				'a"b\tc\\d.md': "1",
				"line\nend.md": "2",
				"-x.md": "3",
				":(top)*.md": "4",
				"第一.md": "5",
				" .md": "6",
			},
		],
		[
			"documents in UTF-16, with CRLF, and that are no text",
			{
				"16.md": Buffer.from("\uFEFFa\n", "utf16le"),
				"crlf.md": "a\r\nb\r\n",
				"binary.md": Buffer.from([0, 1, 2, 0xff]),
			},
			(folder) => addFiles(folder, { "16.md": "x", "crlf.md": "x", "binary.md": "x" }),
			["16.md", "binary.md", "crlf.md"].map((path) => ({ path, before: path, ...file })),
			{ "16.md": "\uFEFFa\n", "crlf.md": "a\r\nb\r\n" },
		],
		[
			"HTML and MDX, whose text matters, and a PDF",
			{ "a.html": "<p id=a>", "b.mdx": "b", "c.pdf": "c" },
			(folder) => addFiles(folder, { "a.html": "x", "b.mdx": "x", "c.pdf": "x" }),
			["a.html", "b.mdx", "c.pdf"].map((path) => ({ path, before: path, ...file })),
			{ "a.html": "<p id=a>", "b.mdx": "b" },
		],
	])("%s", async (_, base, change, files, texts) => {
		const folder = makeBase(base);
		change(folder);
		expect(await changesIn(folder)).toEqual({ files, texts });
	});

	test("settings of the user make no difference", async () => {
		const folder = makeBase({ "a.md": long, "b.md": "b", "sub/c.md": "c" });
		for (const [key, value] of [
			["diff.renames", "false"],
			["diff.noprefix", "true"],
			["diff.external", "false"],
			["core.quotePath", "true"],
			["status.showUntrackedFiles", "no"],
			["color.ui", "always"],
		] as const)
			runGit(folder, "config", key, value);
		runGit(folder, "mv", "a.md", "sub/a.md");
		addFiles(folder, { "sub/d.md": "d" });
		expect((await changesIn(folder)).files).toEqual([
			{ path: "sub/a.md", before: "a.md", ...file },
			{ path: "sub/d.md", ...file },
		]);
	});

	test("a submodule whose commit changed, and one that is only dirty", async () => {
		const other = makeBase({ "x.md": "x" });
		const folder = makeBase({ "a.md": "a" });
		for (const name of ["one", "two"]) runGit(folder, "submodule", "--quiet", "add", other, name);
		commit(folder);
		addFiles(join(folder, "one"), { "x.md": "y" });
		addFiles(join(folder, "two"), { "x.md": "y" });
		commit(join(folder, "two"));
		expect((await changesIn(folder)).files).toEqual([
			{ path: "two", before: "two", kindBefore: "submodule" },
		]);
	});
});

describe("between commits", () => {
	test("what is committed and what is not are told alike", async () => {
		const folder = makeBase({ "a.md": "a", "b.md": "b" });
		addFiles(folder, { "a.md": "A" });
		commit(folder);
		addFiles(folder, { "b.md": "B" });
		const { files, texts } = (await since(folder, "HEAD~1")) as Changes;
		expect([files, [...texts]]).toEqual([
			[
				{ path: "a.md", before: "a.md", ...file },
				{ path: "b.md", before: "b.md", ...file },
			],
			[
				["a.md", "a"],
				["b.md", "b"],
			],
		]);
	});

	test("before the first commit, all is new", async () => {
		const folder = makeRepository({ "a.md": "a" });
		addFiles(folder, { "b.md": "b" });
		const changes = await since(folder, (await emptyTree(folder)) ?? "");
		expect(changes).toEqual({ files: ["a.md", "b.md"].map((path) => ({ path, ...file })), texts: new Map() });
	});

	test("in a partial clone, what is not here is fetched", async () => {
		const origin = makeBase({ "a.md": "a" });
		addFiles(origin, { "a.md": "A" });
		commit(origin);
		runGit(origin, "config", "uploadpack.allowFilter", "true");
		const folder = join(makeFolder({}), "clone");
		runGit(origin, "clone", "--quiet", "--filter=blob:none", `file://${origin}`, folder);
		const changes = await since(folder, "HEAD~1");
		expect(changes?.texts).toEqual(new Map([["a.md", "a"]]));
	});

	test("in a partial clone whose remote is gone, the text is not known", async () => {
		const origin = makeBase({ "a.md": "a" });
		addFiles(origin, { "a.md": "A" });
		commit(origin);
		runGit(origin, "config", "uploadpack.allowFilter", "true");
		const folder = join(makeFolder({}), "clone");
		runGit(origin, "clone", "--quiet", "--filter=blob:none", `file://${origin}`, folder);
		rmSync(origin, { recursive: true });
		const changes = await since(folder, "HEAD~1");
		expect(changes).toEqual({ files: [{ path: "a.md", before: "a.md", ...file }], texts: new Map() });
	});

	test.each([
		["where there is no commit", () => makeRepository({ "a.md": "a" }), "HEAD"],
		[
			"of a commit that is not here",
			() => makeBase({ "a.md": "a" }),
			"0123456789012345678901234567890123456789",
		],
	])("nothing is known %s", async (_, make, name) => {
		expect(await since(make(), name)).toBeUndefined();
	});
});
