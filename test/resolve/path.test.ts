import { expect, test } from "vitest";
import { folderOf, foldersAbove, isOutside, join, nameOf, relative } from "../../src/resolve/path.ts";
import fc from "../property.ts";

test.each([
	[".", "a.md", "a.md"],
	["docs", "a.md", "docs/a.md"],
	["docs", "./a.md", "docs/a.md"],
	["docs", "../a.md", "a.md"],
	["docs/sub", "..//./x/a.md/", "docs/x/a.md"],
	["docs", "..", "."],
	["docs", "../../a.md", "../a.md"],
	[".", "../../a.md", "../../a.md"],
	[".", "", "."],
])("join %s and %s", (base, path, expected) => {
	expect(join(base, path)).toBe(expected);
});

test("the parts of a path", () => {
	expect([folderOf("a.md"), folderOf("docs/sub/a.md")]).toEqual([".", "docs/sub"]);
	expect([nameOf("a.md"), nameOf("docs/sub/a.md")]).toEqual(["a.md", "a.md"]);
	expect(foldersAbove("docs/sub/a.md")).toEqual(["docs", "docs/sub"]);
	expect([isOutside("../a"), isOutside(".."), isOutside("..a")]).toEqual([true, true, false]);
});

test("relative leads from a folder to a path", () => {
	const path = fc
		.array(fc.constantFrom("a", "b", "c"), { maxLength: 4 })
		.map((parts) => parts.join("/") || ".");
	fc.assert(
		fc.property(path, path, (folder, to) => {
			expect(join(folder, relative(folder, to))).toBe(to);
		}),
	);
});
