import { expect, test } from "vitest";
import { withPapers } from "../../src/resolve/papers.ts";
import { createShelf } from "../../src/resolve/shelf.ts";
import { localTarget } from "../../src/rules/local-target.ts";
import { type Seen, see } from "./samples.ts";

const shelf = createShelf(
	[
		{ path: "docs/a.md", kind: "file", state: "present" },
		{ path: "docs/Guide.md", kind: "file", state: "present" },
		{ path: "papers/Caf\u00e9 (1).pdf", kind: "file", state: "present" },
		{ path: "papers/attention.pdf", kind: "file", state: "present" },
		{ path: "papers/new.pdf", kind: "file", state: "untracked" },
		{ path: "out", kind: "folder", state: "ignored" },
		{ path: "module", kind: "folder", state: "elsewhere" },
	],
	{ repository: "git", cwd: "." },
);

test.each<[string, Seen]>([
	[
		"[x](guide.md#use)",
		{
			written: "guide.md#use",
			message: "guide.md#use differs from docs/Guide.md in letter case",
			help: "Spell it as the tree does: GitHub and most servers tell upper from lower case.",
			fixed: "[x](Guide.md#use)",
			safe: true,
		},
	],
	[
		"[x]: <../papers/Cafe\u0301 (1).pdf>",
		{
			written: "../papers/Cafe\u0301 (1).pdf",
			message:
				"../papers/Cafe\u0301 (1).pdf looks like papers/Caf\u00e9 (1).pdf, but is made of other characters",
			help: "Spell it as the tree does: the same letters have another Unicode form there.",
			fixed: "[x]: <../papers/Caf\u00e9 (1).pdf>",
			safe: true,
		},
	],
	[
		"![x](/img/attention.pdf)",
		{
			written: "/img/attention.pdf",
			message: "/img/attention.pdf names no file or folder",
			help: "The tree has it as papers/attention.pdf.",
			fixed: "![x](/papers/attention.pdf)",
			safe: true,
		},
	],
	[
		'<a href="../papers/atention.pdf">x</a>',
		{
			written: "../papers/atention.pdf",
			message: "../papers/atention.pdf names no file or folder",
			help: "Did you mean papers/attention.pdf?",
			fixed: '<a href="../papers/attention.pdf">x</a>',
			safe: false,
		},
	],
	[
		"[x](nothing)",
		{
			written: "nothing",
			message: "nothing names no file or folder",
			help: "Correct the path, or add the file.",
		},
	],
	[
		"[x](../papers/new.pdf)",
		{
			written: "../papers/new.pdf",
			message: "../papers/new.pdf is on this disk only: git does not track papers/new.pdf",
			help: "Add it with `git add`, or remove the link.",
		},
	],
	[
		"[x](../out/a.html)",
		{
			written: "../out/a.html",
			message: "../out/a.html is on this disk only: git ignores out/a.html",
			help: "Add it with `git add --force`, or link to where readers find it.",
		},
	],
	[
		"[x](../../b.md)",
		{
			written: "../../b.md",
			message: "../../b.md leads out of the repository",
			help: "Move the file into the repository, or link to where readers find it.",
		},
	],
])("%s", (text, expected) => {
	expect(see(localTarget, { text }, shelf)).toEqual([expected]);
});

test.each([
	[
		"https://github.com/ada/shelf/blob/main/docs/guide.md?plain=1#use",
		"https://github.com/ada/shelf/blob/main/docs/Guide.md?plain=1#use",
	],
	[
		"https://raw.githubusercontent.com/ada/shelf/main/img/attention.pdf",
		"https://raw.githubusercontent.com/ada/shelf/main/papers/attention.pdf",
	],
])("%s is a path of the own repository", (url, fixed) => {
	const home = { host: "github.com", owner: "ada", name: "shelf" };
	const [seen] = see(localTarget, { text: `<${url}>` }, { ...shelf, home });
	expect(seen).toMatchObject({ written: url, fixed: `<${fixed}>`, safe: true });
});

test("a missing PDF that was an arXiv paper leads to the paper's page, by the repository's own URL too", () => {
	const home = { host: "github.com", owner: "ada", name: "shelf" };
	const papers = withPapers({ ...shelf, home }, new Map([["gone.pdf", "hep-th/9901001"]]));
	const text = "[x](../gone.pdf#page=2) <https://github.com/ada/shelf/blob/main/gone.pdf>";
	const page = "https://arxiv.org/abs/hep-th/9901001";
	const help = `The file that git last had there carries the stamp arXiv:hep-th/9901001. Restore it, or link to ${page}.`;
	expect(see(localTarget, { text }, papers)).toMatchObject([
		{ written: "../gone.pdf#page=2", help, safe: false },
		{ help, fixed: `[x](../gone.pdf#page=2) <${page}>`, safe: false },
	]);
});

test("what is there, or elsewhere, is not found", () => {
	const text = "[a](a.md) [b](.) [c](../module/x) [d](#nowhere) [e](https://example.org/) [f](../papers/)";
	expect(see(localTarget, { text }, shelf)).toEqual([]);
});

test("standard input gets no suggestion, since nothing can apply it", () => {
	const [seen] = see(localTarget, { text: "[x](docs/guide.md)", path: "<stdin>" }, shelf);
	expect(seen?.message).toBe("docs/guide.md differs from docs/Guide.md in letter case");
	expect(seen?.fixed).toBeUndefined();
});

test("a path that leads nowhere is one finding, whatever its fragment", () => {
	expect(see(localTarget, { text: "[x](nothing.md#nowhere)" }, shelf)).toHaveLength(1);
});
