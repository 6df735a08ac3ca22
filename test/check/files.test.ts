import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Disk, type FileAccess, inspectFile, observeFile, type Wants } from "../../src/check/files.ts";
import type { FileTarget, PathState } from "../../src/model.ts";
import { makeFolder } from "../tree.ts";

const nothing: Wants = { anchors: false, pages: false };
const everything: Wants = { anchors: true, pages: true };
const pointer = "version https://git-lfs.github.com/spec/v1\n";

function targetOf(path: string, state: PathState = "present"): FileTarget {
	return { kind: "file", key: `file:${path}`, path, state };
}

function accessTo(root: string): FileAccess {
	const disk: Disk = {
		root,
		htmlAnchors: (html) => [`anchor of ${html}`],
		isLfs: async (path) => path.startsWith("lfs/"),
	};
	return {
		repository: "git",
		markdownAnchors: async (path) => [`anchor of ${path}`],
		inspect: (path, wants) => inspectFile(path, wants, disk),
	};
}

const tree = {
	"a.md": "# A",
	"a.html": "<p id=a>",
	"a.txt": "",
	"a.PDF": `%PDF-1.7\n${"x".repeat(3000)}%%EOF`,
	"cut.pdf": `%PDF-1.7\n${"x".repeat(3000)}`,
	"empty.pdf": "",
	"pointer.pdf": pointer,
	"lfs/pointer.pdf": pointer,
	"pages.pdf": "%PDF-1.7\n<</Linearized 1/L 53/N 7>>\nendobj\n.....%%EOF",
};

test.each<[string, Wants, object]>([
	["a.md", nothing, {}],
	["a.md", everything, { anchors: ["anchor of a.md"] }],
	["a.html", nothing, {}],
	["a.html", everything, { anchors: ["anchor of <p id=a>"] }],
	["a.txt", everything, {}],
	["gone.txt", everything, {}],
	["a.PDF", everything, { pdf: "pdf" }],
	["cut.pdf", nothing, { pdf: "no-trailer" }],
	["empty.pdf", nothing, { pdf: "empty" }],
	["pointer.pdf", nothing, { pdf: "lfs-pointer" }],
	["lfs/pointer.pdf", nothing, { pdf: "lfs-elsewhere" }],
	["pages.pdf", nothing, { pdf: "pdf" }],
	["pages.pdf", everything, { pdf: "pdf", pages: 7 }],
])("%s with %j", async (path, wants, facts) => {
	const root = makeFolder(tree);
	expect(await observeFile(targetOf(path), wants, accessTo(root))).toEqual({
		kind: "file",
		key: `file:${path}`,
		state: "present",
		...facts,
	});
});

test.each<PathState>(["missing", "directory", "elsewhere", "untracked", "outside-tree"])(
	"what is %s is not opened",
	async (state) => {
		const target = targetOf("nowhere/a.pdf", state);
		expect(await observeFile(target, everything, accessTo("/"))).toEqual({
			kind: "file",
			key: target.key,
			state,
		});
	},
);

test("outside of a repository, nothing is observed beyond the root", async () => {
	const access: FileAccess = { ...accessTo("/"), repository: "none" };
	expect(await observeFile(targetOf("../a.pdf", "outside-tree"), nothing, access)).toEqual({
		kind: "none",
		key: "file:../a.pdf",
		reason: "outside-root",
	});
});

test("what cannot be read is observed as that", async () => {
	const root = makeFolder(tree);
	rmSync(join(root, "empty.pdf"));
	execFileSync("mkfifo", [join(root, "empty.pdf")]);
	const unreadable = [
		await observeFile(targetOf("empty.pdf"), nothing, accessTo(root)),
		await observeFile(targetOf("gone.pdf"), nothing, accessTo(root)),
	].map((observation) => (observation.kind === "file" ? observation.unreadable : undefined));
	expect(unreadable).toEqual(["it is no regular file", expect.stringContaining("ENOENT")]);
});
