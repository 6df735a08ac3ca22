import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesSaying } from "../../src/input/grep.ts";
import { addFiles, makeFolder, makeRepository, runGit } from "../tree.ts";

const tree = {
	"a.md": "[A](Guide.md)\n",
	"deep/er/B.MDX": "see guide\n",
	"第一.markdown": "[c](%E7%AC%AC.md)\n",
	"other.md": "nothing\n",
	"a.pdf": "guide.md",
	"guide.txt": "guide",
	"16le.md": Buffer.from("\uFEFFguide\n", "utf16le"),
	"16be.md": Buffer.from("\uFEFFguide\n", "utf16le").swap16(),
	"latin1.md": Buffer.from("caf\xE9 guide\n", "latin1"),
	'"hostile"\n.md': "GUIDE",
};
const always = ["16be.md", "16le.md"];

test.each<[texts: string[], found: string[]]>([
	[["guide"], ['"hostile"\n.md', "a.md", "deep/er/B.MDX", "latin1.md"]],
	[["GUIDE.md"], ["a.md"]],
	[["%e7%ac%ac"], ["第一.markdown"]],
	[
		["(guide.md)", "see", "-e"],
		["a.md", "deep/er/B.MDX"],
	],
	[["gu.de", "^guide", "[A](%s)"], []],
	[["caf\u00E9"], []],
])("%j", async (texts, found) => {
	const folder = makeRepository(tree);
	expect((await filesSaying(folder, texts))?.toSorted()).toEqual([...always, ...found].sort());
});

test("no texts are in no file", async () => {
	expect(await filesSaying(makeRepository(tree), [])).toEqual([]);
});

test("what nothing says is in no file", async () => {
	expect(await filesSaying(makeRepository({ "a.md": "a" }), ["b"])).toEqual([]);
});

test("files are searched as they are on the disk", async () => {
	const folder = makeRepository({ "a.md": "guide", "b.md": "", "gone.md": "guide" });
	addFiles(folder, { "a.md": "", "b.md": "guide", "untracked.md": "guide" });
	rmSync(join(folder, "gone.md"));
	expect(await filesSaying(folder, ["guide"])).toEqual(["b.md"]);
});

test("settings of the user make no difference", async () => {
	const folder = makeRepository({ "a.md": "a.b", "b/c.md": "axb" });
	runGit(folder, "config", "grep.patternType", "perl");
	runGit(folder, "config", "color.ui", "always");
	runGit(folder, "config", "grep.lineNumber", "true");
	expect(await filesSaying(folder, ["A.B"])).toEqual(["a.md"]);
});

test("outside of git it is not known", async () => {
	expect(await filesSaying(makeFolder({ "a.md": "a" }), ["a"])).toBeUndefined();
});
