import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { applyPatch } from "diff";
import { expect, test } from "vitest";
import { unifiedDiff } from "../../src/fix/diff.ts";
import fc from "../property.ts";
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

test("whatever is edited, applying the difference gives the edited text", () => {
	const text = fc
		.array(fc.constantFrom("a", "b", "c", "", "d\r"), { maxLength: 25 })
		.map((lines) => lines.join("\n"));
	fc.assert(
		fc.property(text, text, (before, after) => {
			fc.pre(before !== after);
			const options = { autoConvertLineEndings: false };
			expect(applyPatch(before, unifiedDiff("a.md", before, after), options)).toBe(after);
		}),
		{ numRuns: 1000 },
	);
});
