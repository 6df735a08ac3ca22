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
	expect((await filesSaying(folder, { texts, pairs: [] }))?.toSorted()).toEqual([...always, ...found].sort());
});

test.each<[pairs: [string[], string[]][], found: string[]]>([
	[[[["guide.md"], ["set-up"]]], ["both.md"]],
	[
		[
			[
				["nowhere", "GUIDE.md"],
				["set-up", "nothing"],
			],
		],
		["both.md"],
	],
	[
		[
			[["guide.md"], ["nothing"]],
			[["set-up"], ["also"]],
		],
		["apart.md"],
	],
	[[[["guide.md"], ["nothing"]]], []],
	[[[[""], ["also"]]], ["apart.md"]],
	[[[["-x"], ["("]]], ["hostile.md"]],
])("on one line, %j", async (pairs, found) => {
	const folder = makeRepository({
		"both.md": "[a](Guide.md#set-up)\n",
		"apart.md": "[a](guide.md)\n[b](#set-up), also\n",
		"hostile.md": "( -x\n",
	});
	expect(await filesSaying(folder, { texts: [], pairs })).toEqual(found);
});

test("texts and pairs add up", async () => {
	const folder = makeRepository({ "a.md": "one two", "b.md": "three", "c.md": "one" });
	expect(await filesSaying(folder, { texts: ["three"], pairs: [[["one"], ["two"]]] })).toEqual([
		"a.md",
		"b.md",
	]);
});

test("no texts are in no file", async () => {
	expect(await filesSaying(makeRepository(tree), { texts: [], pairs: [] })).toEqual([]);
});

test("what nothing says is in no file", async () => {
	expect(await filesSaying(makeRepository({ "a.md": "a" }), { texts: ["b"], pairs: [] })).toEqual([]);
});

test("files are searched as they are on the disk", async () => {
	const folder = makeRepository({ "a.md": "guide", "b.md": "", "gone.md": "guide" });
	addFiles(folder, { "a.md": "", "b.md": "guide", "untracked.md": "guide" });
	rmSync(join(folder, "gone.md"));
	expect(await filesSaying(folder, { texts: ["guide"], pairs: [] })).toEqual(["b.md"]);
});

test("settings of the user make no difference", async () => {
	const folder = makeRepository({ "a.md": "a.b", "b/c.md": "axb" });
	runGit(folder, "config", "grep.patternType", "perl");
	runGit(folder, "config", "color.ui", "always");
	runGit(folder, "config", "grep.lineNumber", "true");
	expect(await filesSaying(folder, { texts: ["A.B"], pairs: [] })).toEqual(["a.md"]);
});

test("outside of git it is not known", async () => {
	expect(await filesSaying(makeFolder({ "a.md": "a" }), { texts: ["a"], pairs: [] })).toBeUndefined();
});
