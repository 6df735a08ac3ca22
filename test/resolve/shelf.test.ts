import { expect, test } from "vitest";
import type { Found } from "../../src/resolve/found.ts";
import { createShelf, type ShelfEntry } from "../../src/resolve/shelf.ts";
import { shelfOf } from "./samples.ts";

const entries: readonly ShelfEntry[] = [
	{ path: "README.md", kind: "file", state: "present" },
	{ path: "docs/guide.md", kind: "file", state: "present" },
	{ path: "docs/draft.md", kind: "file", state: "untracked" },
	{ path: "sparse/a.md", kind: "file", state: "elsewhere" },
	{ path: "module", kind: "folder", state: "elsewhere" },
	{ path: "new/a.md", kind: "file", state: "untracked" },
	{ path: "nested", kind: "folder", state: "untracked" },
	{ path: "out", kind: "folder", state: "ignored" },
	{ path: "notes.tmp", kind: "file", state: "ignored" },
	{ path: "to-file", kind: "symlink", state: "present", leadsTo: "docs/guide.md" },
	{ path: "to-folder", kind: "symlink", state: "present", leadsTo: "docs" },
	{ path: "to-link", kind: "symlink", state: "present", leadsTo: "to-folder" },
	{ path: "away", kind: "symlink", state: "present", leadsTo: "../elsewhere" },
	{ path: "broken", kind: "symlink", state: "present", leadsTo: "nothing" },
	{ path: "circle", kind: "symlink", state: "present", leadsTo: "circle" },
];

test.each<[string, Found["state"]]>([
	["README.md", "present"],
	[".", "directory"],
	["docs", "directory"],
	["docs/guide.md", "present"],
	["docs/draft.md", "untracked"],
	["sparse", "directory"],
	["sparse/a.md", "elsewhere"],
	["module", "directory"],
	["module/any/thing", "elsewhere"],
	["new", "untracked"],
	["nested/any", "untracked"],
	["out", "ignored"],
	["out/any/thing", "ignored"],
	["notes.tmp", "ignored"],
	["to-file", "present"],
	["to-folder", "directory"],
	["to-folder/guide.md", "present"],
	["to-folder/draft.md", "untracked"],
	["to-link/guide.md", "present"],
	["to-folder/nothing", "missing"],
	["away", "outside-tree"],
	["away/a.md", "outside-tree"],
	["broken", "missing"],
	["circle", "missing"],
	["circle/a.md", "missing"],
	["..", "outside-tree"],
	["../a.md", "outside-tree"],
	["nothing", "missing"],
	["README.md/a", "missing"],
])("%s is %s", (path, state) => {
	const shelf = createShelf(entries, { repository: "git", cwd: "." });
	expect(shelf.find(path).state).toBe(state);
});

const nfc = "papers/Caf\u00e9.pdf";
const nfd = "papers/Cafe\u0301.pdf";

test.each<[string, string[], string, Found]>([
	[
		"another case",
		["docs/Guide.md"],
		"docs/guide.md",
		{ state: "wrong-case", actual: "docs/Guide.md", likeness: "exact" },
	],
	[
		"another case in a folder",
		["Docs/a.md"],
		"docs/a.md",
		{ state: "wrong-case", actual: "Docs/a.md", likeness: "exact" },
	],
	[
		"a folder in another case",
		["Docs/a.md"],
		"docs",
		{ state: "wrong-case", actual: "Docs", likeness: "exact" },
	],
	[
		"two in other cases",
		["a.MD", "A.md"],
		"a.md",
		{ state: "wrong-case", actual: "a.MD", likeness: "similar" },
	],
	["NFD for NFC", [nfc], nfd, { state: "wrong-form", actual: nfc, likeness: "exact" }],
	["NFC for NFD", [nfd], nfc, { state: "wrong-form", actual: nfd, likeness: "exact" }],
	[
		"full-width forms",
		["a(1).pdf"],
		"a（1）.pdf",
		{ state: "wrong-form", actual: "a(1).pdf", likeness: "exact" },
	],
	["case and form", [nfc], nfd.toLowerCase(), { state: "wrong-case", actual: nfc, likeness: "exact" }],
	[
		"the one of that name",
		["old/a.pdf"],
		"new/a.pdf",
		{ state: "missing", actual: "old/a.pdf", likeness: "exact" },
	],
	[
		"the one of that folded name",
		["old/A.pdf"],
		"new/a.pdf",
		{ state: "missing", actual: "old/A.pdf", likeness: "exact" },
	],
	["one of two of that name", ["x/a.pdf", "y/a.pdf"], "a.pdf", { state: "missing" }],
	[
		"a name that each folder has",
		["README.md"],
		"docs/README.md",
		{ state: "missing", actual: "README.md", likeness: "similar" },
	],
	[
		"no extension",
		["docs/guide.md"],
		"docs/guide",
		{ state: "missing", actual: "docs/guide.md", likeness: "similar" },
	],
	[
		"a page made of it",
		["docs/guide.md"],
		"docs/guide.html",
		{ state: "missing", actual: "docs/guide.md", likeness: "similar" },
	],
	["one letter of ten", ["x/attention1.pdf"], "attentoin1.pdf", { state: "missing" }],
	[
		"a typo",
		["x/attention.pdf"],
		"attenton.pdf",
		{ state: "missing", actual: "x/attention.pdf", likeness: "similar" },
	],
	[
		"the nearest in the folder",
		["x/attention.pdf", "y/attentions.pdf"],
		"y/attentionn.pdf",
		{ state: "missing", actual: "y/attentions.pdf", likeness: "similar" },
	],
	["two as near", ["x/attention1.pdf", "x/attention2.pdf"], "x/attention3.pdf", { state: "missing" }],
	["a short name", ["ab.md"], "ac.md", { state: "missing" }],
	["nothing alike", ["docs/guide.md"], "papers/transformer.pdf", { state: "missing" }],
])("a missing path finds %s", (_, paths, path, expected) => {
	expect(shelfOf(...paths).find(path)).toEqual(expected);
});

test("what git ignores is not suggested", () => {
	const shelf = createShelf(entries, { repository: "git", cwd: "." });
	expect(shelf.find("docs/notes.tmp")).toEqual({ state: "missing" });
});

test("a thousand missing paths in a tree of fifty thousand files are looked up before the test times out", () => {
	const files = Array.from(
		{ length: 50_000 },
		(_, number) => `papers/${number % 100}/2024-attention-${number}.pdf`,
	);
	const shelf = shelfOf(...files);
	const found = Array.from({ length: 1000 }, (_, number) =>
		shelf.find(`papers/2025-attention-${number}xx.pdf`),
	);
	expect(found.filter(({ actual }) => actual !== undefined)).toEqual([]);
});
