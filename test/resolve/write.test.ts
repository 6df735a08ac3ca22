import { expect, test } from "vitest";
import { parseDocument } from "../../src/parse/index.ts";
import { resolveLink } from "../../src/resolve/link.ts";
import { folderOf } from "../../src/resolve/path.ts";
import { writeFragment, writePath, writeUrl } from "../../src/resolve/write.ts";
import fc from "../property.ts";
import { linkTo, shelfOf } from "./samples.ts";

test.each<[url: string, path: string, expected: string]>([
	["x.md", "docs/y.md", "y.md"],
	["./x.md", "docs/y.md", "./y.md"],
	["x.md", "papers/y.md", "../papers/y.md"],
	["./x.md", "papers/y.md", "../papers/y.md"],
	["../x.md", "docs/y.md", "y.md"],
	["/x.md", "docs/y.md", "/docs/y.md"],
	["x/", "docs/y", "y/"],
	["./x/", ".", ".."],
	["/x/", ".", "/"],
	["x.md", "docs/.hidden.md", ".hidden.md"],
	["./x.md", "docs/.hidden.md", "./.hidden.md"],
	["x.md", "docs/a:b.md", "./a:b.md"],
	["x.md?raw=1#part", "docs/y.md", "y.md?raw=1#part"],
	["x.md", "docs/a b.md", "a%20b.md"],
	["x y.md", "docs/a b.md", "a b.md"],
	["x.md", "docs/a (1).md", "a%20(1).md"],
	["x%281%29.md", "docs/a (1).md", "a%20%281%29.md"],
	["x.md", "docs/a).md", "a%29.md"],
	["x.md", "docs/ü.md", "ü.md"],
	["%C3%A4.md", "docs/ü.md", "%C3%BC.md"],
	["x.md", "docs/50%?#.md", "50%25%3F%23.md"],
	["x.md", "docs/a&copy;.md", "a%26copy;.md"],
	["x.md", "docs/a&b.md", "a&b.md"],
	["What now?.md", "docs/What now?.md", "What now%3F.md"],
	["What now?.md?raw=1#x", "docs/What now?.md", "What now%3F.md?raw=1#x"],
	["C#.md#x", "docs/C#.md", "C%23.md#x"],
	["..\\docs\\b.md", "docs/b.md", "b.md"],
])("%s in docs/ becomes %s as %s", (url, path, expected) => {
	expect(writePath(url, "docs", path)).toBe(expected);
});

test.each([
	["intro", "the-end", "the-end"],
	["intro", "größe", "größe"],
	["%C3%A4", "größe", "gr%C3%B6%C3%9Fe"],
	["intro", "a b)", "a%20b%29"],
])("a fragment like %s for %s is %s", (fragment, anchor, expected) => {
	expect(writeFragment(fragment, anchor)).toBe(expected);
});

const name = fc
	.string({
		unit: fc.oneof(
			fc.constantFrom(..."ab .%#?&;()[]<>'\"`|\\:!*_~$=+,’éü語🐢"),
			fc.string({ minLength: 1, maxLength: 1 }),
		),
		minLength: 1,
		maxLength: 8,
	})
	.filter((text) => !/^\.+$|[/\0]/.test(text));
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));
const style = fc.constantFrom(
	"x.md",
	"./x.md",
	"../x.md",
	"/x.md",
	"x%20%281%29.md",
	"%C3%A4.md",
	"x.md?raw=1#part",
);

test("what is written resolves to the path, also after Markdown has read it", () => {
	fc.assert(
		fc.property(style, path, path, (url, from, to) => {
			const written = writePath(url, folderOf(from), to);
			expect(resolveLink(linkTo(written, from), shelfOf(to)).target).toMatchObject({
				path: to,
				state: "present",
			});
			const text = `[a](${written}) [b](<${written}>) | <a href="${written}">c</a>`;
			const { links } = parseDocument({ path: from, text, format: "markdown" });
			expect(links.map((link) => link.url)).toEqual([written, written, written]);
		}),
	);
});

test.each([
	["https://x.test/a?b=c&d=e#f", "https://x.test/a?b=c&d=e#f"],
	["https://x.test/a_(b)", "https://x.test/a_(b)"],
	["https://x.test/a)b|c'd", "https://x.test/a%29b%7Cc%27d"],
	["https://x.test/?a&copy;b", "https://x.test/?a%26copy;b"],
])("%s can stand in Markdown", (url, written) => {
	expect(writeUrl(url)).toBe(written);
});
