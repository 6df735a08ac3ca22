import { expect, test } from "vitest";
import type { Entry, FileChange, Needles, ParsedDocument } from "../../src/model.ts";
import { parseDocument } from "../../src/parse/index.ts";
import { createShelf, type ShelfEntry } from "../../src/resolve/shelf.ts";
import { needlesOf } from "../../src/since/needles.ts";
import { questionable } from "../../src/since/questionable.ts";

type Texts = Readonly<Record<string, string>>;

const catalogue = Array.from({ length: 10 }, (_, n) => `- [Thing ${n}](https://x.test/${n})\n`).join("");

function read(texts: Texts): ParsedDocument[] {
	return Object.entries(texts).map(([path, text]) => parseDocument({ path, text, format: "markdown" }));
}

interface Case {
	/** What changed documents said, and say. */
	readonly before?: Texts;
	readonly now?: Texts;
	readonly files?: readonly FileChange[];
	/** What is in the tree now. */
	readonly tree?: readonly (string | ShelfEntry)[];
	/** Documents by their title. */
	readonly titled?: Readonly<Record<string, readonly string[]>>;
}

const was = { kindBefore: "file" } as const;
const edited: FileChange = { path: "a.md", before: "a.md", ...was };

function needlesIn({ before = {}, now = {}, files = [edited], tree = [], titled = {} }: Case): Needles {
	const entries = tree.map(
		(one): ShelfEntry => (typeof one === "string" ? { path: one, kind: "file", state: "present" } : one),
	);
	const difference = {
		changes: { files, texts: new Map(Object.entries(before)) },
		before: read(before),
		now: read(now),
		shelf: createShelf(entries, { repository: "git", cwd: "." }),
		called: ({ title }: Entry) => titled[title] ?? [],
	};
	return needlesOf(difference, questionable(difference));
}

test.each<[what: string, given: Case, needles: string[]]>([
	["a document that is edited", { before: { "a.md": "one" }, now: { "a.md": "two" } }, []],
	[
		"a document that nobody knows before",
		{ now: { "a.md": "" }, files: [{ path: "guide.md", before: "guide.md", ...was }] },
		["guide.md"],
	],
	[
		"a document that is not read now",
		{ before: { "a.md": "# Set up" }, files: [{ path: "guide.md", before: "guide.md", ...was }] },
		["guide.md"],
	],
	[
		"a document that goes away",
		{ before: { "a.md": "# Set up" }, files: [{ before: "docs/guide.md", ...was }], tree: ["docs/b.md"] },
		["guide.md"],
	],
	[
		"the last file of a folder",
		{ files: [{ before: "docs/deep/guide.md", ...was }], tree: ["docs/b.md"] },
		["deep", "guide.md"],
	],
	["a file that is renamed", { files: [{ path: "new.txt", before: "old.txt", ...was }] }, ["old.txt"]],
	["a file that is added", { files: [{ path: "new.txt", ...was }] }, []],
	[
		"other content of a file that nobody looks into",
		{ files: [{ path: "code.py", before: "code.py", ...was }] },
		[],
	],
	[
		"other content of a PDF and a page",
		{
			files: [
				{ path: "one.pdf", before: "one.pdf", ...was },
				{ path: "two.html", before: "two.html", ...was },
			],
		},
		["one.pdf", "two.html"],
	],
	[
		"a symbolic link to what goes away",
		{
			files: [{ before: "gone.md", ...was }],
			tree: [{ path: "alias.md", kind: "symlink", state: "present", leadsTo: "gone.md" }],
		},
		["alias.md", "gone.md"],
	],
	[
		"a symbolic link to what has other content",
		{
			files: [{ path: "one.pdf", before: "one.pdf", ...was }],
			tree: ["one.pdf", { path: "alias.pdf", kind: "symlink", state: "present", leadsTo: "one.pdf" }],
		},
		["alias.pdf", "one.pdf"],
	],
	[
		"a PDF that is added",
		{ files: [{ path: "papers/new.pdf", ...was }], tree: ["papers/new.pdf"] },
		["new.pdf"],
	],
	[
		"a PDF that is not linked any more",
		{
			before: { "a.md": "[it](<papers/one.pdf>)" },
			now: { "a.md": "" },
			tree: ["papers/one.pdf", "papers/two.pdf"],
		},
		["one.pdf"],
	],
	[
		"a PDF that is not named any more",
		{ before: { "a.md": "See one.pdf." }, now: { "a.md": "See." }, tree: ["papers/one.pdf"] },
		["one.pdf"],
	],
	[
		"a PDF that is linked elsewhere in the document",
		{
			before: { "a.md": "[it](papers/one.pdf)\n\n[again](papers/one.pdf)" },
			now: { "a.md": "[again](papers/one.pdf)" },
			tree: ["papers/one.pdf"],
		},
		["one.pdf"],
	],
	[
		"a folder of PDFs that is not linked any more",
		{
			before: { "a.md": "[all](papers/)" },
			now: { "a.md": "" },
			tree: ["papers/one.pdf", "papers/old/two.pdf"],
		},
		["one.pdf"],
	],
	[
		"a shelf that is new",
		{
			before: { "a.md": catalogue },
			now: { "a.md": `${catalogue}- [One](papers/one.pdf)\n` },
			tree: ["papers/one.pdf", "papers/two.pdf", "more/six.pdf"],
		},
		["one.pdf", "two.pdf"],
	],
	[
		"a PDF with the title of an entry that is new",
		{
			before: { "a.md": "" },
			now: { "a.md": "- [The one](https://x.test/)\n" },
			tree: ["papers/one.pdf"],
			titled: { "The one": ["papers/one.pdf"] },
		},
		["one.pdf"],
	],
	["a campaign", { before: { "a.md": "" }, now: { "a.md": "https://x.test/?utm_source=feed" } }, ["utm_"]],
])("%s", (_, given, needles) => {
	expect(needlesIn(given)).toEqual({ texts: needles, pairs: [] });
});

test.each<[what: string, given: Case, pairs: Needles["pairs"]]>([
	[
		"a heading",
		{ before: { "a.md": "# Set up\n\n# Use" }, now: { "a.md": "# Use" } },
		[[["a.md"], ["set-up"]]],
	],
	["an id", { before: { "a.md": '<a id="here"></a>' }, now: { "a.md": "" } }, [[["a.md"], ["here"]]]],
	[
		"one of two equal headings",
		{ before: { "a.md": "# One\n\n# One" }, now: { "a.md": "# One" } },
		[[["a.md"], ["one-1"]]],
	],
	[
		"a heading of a document that a symbolic link leads to",
		{
			before: { "a.md": "# Set up" },
			now: { "a.md": "" },
			tree: ["a.md", { path: "docs/alias.md", kind: "symlink", state: "present", leadsTo: "a.md" }],
		},
		[[["a.md", "alias.md"], ["set-up"]]],
	],
])("%s that goes away is looked for on the lines that name the document", (_, given, pairs) => {
	expect(needlesIn(given)).toEqual({ texts: [], pairs });
});
