import { expect, test } from "vitest";
import { parseRemote, splitOwnUrl } from "../../src/resolve/home.ts";

test.each([
	"https://github.com/ada/Shelf",
	"https://github.com/ada/Shelf.git",
	"https://GitHub.com/ada/Shelf/",
	"https://x-access-token:secret@github.com/ada/Shelf.git",
	"git://github.com/ada/Shelf.git",
	"git@github.com:ada/Shelf.git",
	"org-1@github.com:ada/Shelf",
	"github.com:ada/Shelf",
	"ssh://git@github.com/ada/Shelf.git",
	"ssh://git@ssh.github.com:443/ada/Shelf.git",
])("%s names a repository", (address) => {
	expect(parseRemote(address)).toEqual({ host: "github.com", owner: "ada", name: "Shelf" });
});

test.each(["", "/srv/git/shelf.git", "file:///srv/git/shelf", "C:\\git\\shelf", "C:/git/shelf", "../shelf"])(
	"%s names none",
	(address) => {
		expect(parseRemote(address)).toBeUndefined();
	},
);

const home = { host: "github.com", owner: "ada", name: "Shelf" };

test.each<[url: string, path: string]>([
	["https://github.com/ada/Shelf/blob/main/docs/a.md", "/docs/a.md"],
	["http://www.github.com/ADA/shelf/blob/master/a.md#l-1", "/a.md#l-1"],
	["//github.com/ada/Shelf/tree/HEAD/docs?tab=readme", "/docs?tab=readme"],
	["https://github.com/ada/Shelf/tree/main", "/"],
	["https://github.com/ada/Shelf/tree/main#use", "/#use"],
	["https://github.com/ada/Shelf/raw/main/p/a%20b.pdf", "/p/a%20b.pdf"],
	["https://github.com/ada/Shelf/raw/refs/heads/main/a.pdf", "/a.pdf"],
	["https://github.com/ada/Shelf/blame/main/a.md", "/a.md"],
	["https://raw.githubusercontent.com/ada/Shelf/main/a.png", "/a.png"],
	["https://raw.githubusercontent.com/ada/Shelf/refs/heads/master/a.png", "/a.png"],
])("%s leads into the tree", (url, path) => {
	expect(splitOwnUrl(url, home)?.path).toBe(path);
});

test.each([
	"https://github.com/ada/Shelf",
	"https://github.com/ada/Shelf/issues/1",
	"https://github.com/ada/Shelf/releases/download/v1/a.pdf",
	"https://github.com/ada/Shelf/wiki/blob/main",
	"https://github.com/ada/Shelf/blob/v1/a.md",
	"https://github.com/ada/Shelf/blob/0123456/a.md",
	"https://github.com/ada/Shelf/blob/mainline/a.md",
	"https://github.com/ada/Shelves/blob/main/a.md",
	"https://github.com/eve/Shelf/blob/main/a.md",
	"https://gitlab.com/ada/Shelf/blob/main/a.md",
	"https://raw.githubusercontent.com/ada/Shelf/blob/main/a.md",
	"https://example.org/?u=https://github.com/ada/Shelf/blob/main/a.md",
	"docs/blob/main/a.md",
])("%s does not", (url) => {
	expect(splitOwnUrl(url, home)).toBeUndefined();
});

test("where git knows the default branch, no other one is meant", () => {
	const known = { ...home, branch: "release/2" };
	expect(splitOwnUrl("https://github.com/ada/Shelf/blob/release/2/a.md?plain=1", known)).toEqual({
		before: "https://github.com/ada/Shelf/blob/release/2",
		path: "/a.md?plain=1",
	});
	expect(splitOwnUrl("https://github.com/ada/Shelf/blob/main/a.md", known)).toBeUndefined();
});

test("on a server of one's own, GitHub's names are another repository's", () => {
	const own = { ...home, host: "git.example.org" };
	expect(splitOwnUrl("https://git.example.org/ada/Shelf/blob/main/a.md", own)?.path).toBe("/a.md");
	expect(splitOwnUrl("https://raw.githubusercontent.com/ada/Shelf/main/a.md", own)).toBeUndefined();
});
