import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { unifiedDiff } from "../../src/fix/diff.ts";
import { makeFolder } from "../tree.ts";

test("the difference of two texts", () => {
	expect(unifiedDiff("a.md", "1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\nfive\n6\n")).toBe(
		"--- a/a.md\n+++ b/a.md\n@@ -2,5 +2,5 @@\n 2\n 3\n 4\n-5\n+five\n 6\n",
	);
	expect(unifiedDiff("a.md", "1", "1")).toBe("");
});

test.each<[string, string, string, string]>([
	["line feeds", "a.md", "a\nb\n", "a\nc\n"],
	["CR LF", "a.md", "a\r\nb\r\nc\r\n", "a\r\nB\r\nc\r\n"],
	["no line end at the end", "a.md", "a\nb", "a\nB"],
	["a byte order mark", "a.md", "\uFEFFa\nb\n", "\uFEFFa\nB\n"],
	["two distant places", "docs/a.md", "a\n".repeat(40), `b\n${"a\n".repeat(38)}c\n`],
	["a name with a blank", "docs/a b.md", "a\n", "b\n"],
	["a name in other letters", "论文/é.md", "a\n", "b\n"],
])("git applies it: %s", (_, path, before, after) => {
	const folder = makeFolder({ [path]: before });
	execFileSync("git", ["apply", "--whitespace=nowarn"], {
		cwd: folder,
		input: unifiedDiff(path, before, after),
	});
	expect(readFileSync(join(folder, path), "utf8")).toBe(after);
});
