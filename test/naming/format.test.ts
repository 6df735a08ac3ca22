import { expect, test } from "vitest";
import { formatOf, isMarkdown } from "../../src/naming/format.ts";

test.each([
	["README.md", "markdown"],
	["docs/README.MD", "markdown"],
	["a.markdown", "markdown"],
	["a.mdown", "markdown"],
	["a.mkd", "markdown"],
	["a.mdx", "mdx"],
	["a.htm", "html"],
	["paper.v2.PDF", "pdf"],
	["a.md.txt", "other"],
	["docs.md/file", "other"],
	[".md", "other"],
	["md", "other"],
	["<stdin>", "markdown"],
	["a.constructor", "other"],
])("%s is %s", (path, expected) => {
	expect(formatOf(path)).toBe(expected);
});

test("MDX is Markdown", () => {
	expect(["a.md", "a.mdx", "a.html"].map(isMarkdown)).toEqual([true, true, false]);
});
