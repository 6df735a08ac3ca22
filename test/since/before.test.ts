import { expect, test } from "vitest";
import type { FileChange } from "../../src/model.ts";
import { createShelf, type ShelfEntry } from "../../src/resolve/shelf.ts";
import { shelfBefore } from "../../src/since/before.ts";

const file = { kind: "file", state: "present" } as const;
const now: ShelfEntry[] = [
	{ path: "same.md", ...file },
	{ path: "added.md", ...file },
	{ path: "moved.md", ...file },
	{ path: "edited.md", ...file },
	{ path: "late.md", kind: "file", state: "untracked" },
	{ path: "was-a-link.md", ...file },
	{ path: "alias.md", kind: "symlink", state: "present", leadsTo: "gone.md" },
];
const was = { kindBefore: "file" } as const;
const files: FileChange[] = [
	{ path: "added.md", ...was },
	{ path: "moved.md", before: "old/moved.md", ...was },
	{ path: "edited.md", before: "edited.md", ...was },
	{ before: "gone.md", ...was },
	{ path: "late.md", ...was },
	{ before: "was-a-link.md", kindBefore: "symlink" },
	{ path: "was-a-link.md", ...was },
	{ before: "module", kindBefore: "submodule" },
];
const shelf = shelfBefore(createShelf(now, { repository: "git", cwd: "sub" }), { files, texts: new Map() });

test.each([
	["same.md", "present"],
	["added.md", "missing"],
	["moved.md", "missing"],
	["old/moved.md", "present"],
	["old", "directory"],
	["edited.md", "present"],
	["gone.md", "present"],
	["alias.md", "present"],
	["late.md", "missing"],
	["was-a-link.md", "present"],
	["module/x.md", "elsewhere"],
])("%s was %s", (path, state) => {
	expect(shelf.find(path).state).toBe(state);
});

test("what is known of the tree stays", () => {
	expect([shelf.repository, shelf.cwd]).toEqual(["git", "sub"]);
});
