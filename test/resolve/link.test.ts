import { expect, test } from "vitest";
import type { Target } from "../../src/model.ts";
import { resolveLink } from "../../src/resolve/link.ts";
import { createShelf } from "../../src/resolve/shelf.ts";
import { linkTo, shelfOf } from "./samples.ts";

const shelf = shelfOf(
	"README.md",
	"docs/a.md",
	"docs/b.md",
	"docs/What now?.md",
	"docs/C# notes.md",
	"docs/100%.md",
	"docs/a&b, c'd’e (1).pdf",
	"docs/end .md",
	"docs/ünï.md",
);

test.each<[url: string, key: string]>([
	["https://Example.org", "https://example.org/"],
	["http://example.org/a b#c", "http://example.org/a%20b"],
	["//example.org/x", "https://example.org/x"],
	["HTTPS://example.org:443/../a?q#", "https://example.org/a?q"],
	["https://例え.jp/é", "https://xn--r8jz45g.jp/%C3%A9"],
	["http:///example.org/x", "http://example.org/x"],
])("%s is on the web", (url, key) => {
	expect(resolveLink(linkTo(url), shelf).target).toEqual({ kind: "http", key });
});

test.each<[url: string, detail: string]>([
	["http://", "names no valid host or port"],
	["https://exa mple.org/", "names no valid host or port"],
	["https://example.org:99999/", "names no valid host or port"],
	["//", "names no valid host or port"],
	["https:/example.org", "lacks the two slashes after its scheme"],
	["http:example.org", "lacks the two slashes after its scheme"],
	["https//example.org", "lacks the colon after its scheme"],
	["https://https://example.org", "has its scheme twice"],
	["http://https//example.org", "has its scheme twice"],
	["C:\\papers\\a.pdf", "is a path on one computer's disk"],
	["d:/papers/a.pdf", "is a path on one computer's disk"],
	["file:///home/ada/a.pdf", "names a file on one computer's disk"],
])("%s is invalid", (url, detail) => {
	expect(resolveLink(linkTo(url), shelf).target).toEqual({ kind: "invalid", key: url, detail });
});

test.each<[url: string, kind: Target["kind"]]>([
	["mailto:ada@example.org", "mail"],
	["tel:+15550100", "other"],
	["data:text/plain,x", "other"],
	["javascript:void(0)", "other"],
	["ftp://example.org/x", "other"],
	["app://x", "other"],
	["../../../issues", "other"],
	["../../../releases/latest", "other"],
])("%s is of kind %s", (url, kind) => {
	expect(resolveLink(linkTo(url), shelf).target).toEqual({ kind, key: url });
});

test.each<[url: string, path: string, state: string, fragment?: string]>([
	["b.md", "docs/b.md", "present"],
	["./b.md", "docs/b.md", "present"],
	["../README.md", "README.md", "present"],
	["/README.md", "README.md", "present"],
	["/docs/../docs//b.md", "docs/b.md", "present"],
	["b.md/", "docs/b.md", "present"],
	["b.md?plain=1", "docs/b.md", "present"],
	["b.md#intro", "docs/b.md", "present", "intro"],
	["b.md?a#b?c#d", "docs/b.md", "present", "b?c#d"],
	["b.md#", "docs/b.md", "present", ""],
	["", "docs/a.md", "present"],
	["#intro", "docs/a.md", "present", "intro"],
	["?plain=1#L3", "docs/a.md", "present", "L3"],
	[".", "docs", "directory"],
	["..", ".", "directory"],
	["/", ".", "directory"],
	["../docs/", "docs", "directory"],
	["%62.md", "docs/b.md", "present"],
	["%2e%2e/README.md", "README.md", "present"],
	["..%2FREADME.md", "README.md", "present"],
	["What%20now%3F.md", "docs/What now?.md", "present"],
	["C%23%20notes.md#x", "docs/C# notes.md", "present", "x"],
	["100%.md", "docs/100%.md", "present"],
	["100%25.md", "docs/100%.md", "present"],
	["a&b, c'd’e (1).pdf", "docs/a&b, c'd’e (1).pdf", "present"],
	["a%26b%2C%20c%27d%E2%80%99e%20%281%29.pdf", "docs/a&b, c'd’e (1).pdf", "present"],
	["end .md", "docs/end .md", "present"],
	["b.md ", "docs/b.md ", "missing"],
	["%FF.md", "docs/%FF.md", "missing"],
	["%c3%bcn%c3%af.md", "docs/ünï.md", "present"],
	["../../other/a.md", "../other/a.md", "outside-tree"],
	["../../../wikipedia", "../../wikipedia", "outside-tree"],
	["__proto__", "docs/__proto__", "missing"],
])("%s in docs/a.md is a path", (url, path, state, fragment) => {
	const { target, fragment: found } = resolveLink(linkTo(url), shelf);
	expect(target).toMatchObject({ kind: "file", key: `file:${path}`, path, state });
	expect(found).toBe(fragment);
});

test.each<[url: string, actual: string]>([
	["What now?.md", "docs/What now?.md"],
	["What%20now?.md#x", "docs/What now?.md"],
	["C# notes.md", "docs/C# notes.md"],
	["..\\docs\\b.md", "docs/b.md"],
])("%s is missing, but another reading of it is not", (url, actual) => {
	expect(resolveLink(linkTo(url), shelf).target).toMatchObject({
		state: "missing",
		actual,
		likeness: "exact",
	});
});

test("blanks around an attribute do not count", () => {
	const { target, fragment } = resolveLink(linkTo(" b.md#x\n", "docs/a.md", "html"), shelf);
	expect({ target, fragment }).toMatchObject({
		target: { path: "docs/b.md", state: "present" },
		fragment: "x",
	});
});

test("a document is there for its own links, even if git does not track it", () => {
	expect(resolveLink(linkTo("#x", "new.md"), shelf).target).toMatchObject({
		path: "new.md",
		state: "present",
	});
});

test("links of standard input begin in the working directory", () => {
	const inDocs = createShelf([{ path: "docs/b.md", kind: "file", state: "present" }], {
		repository: "git",
		cwd: "docs",
	});
	expect(resolveLink(linkTo("b.md", "<stdin>"), inDocs).target).toMatchObject({
		path: "docs/b.md",
		state: "present",
	});
	expect(resolveLink(linkTo("/docs/b.md", "<stdin>"), inDocs).target).toMatchObject({ state: "present" });
	expect(resolveLink(linkTo("#x", "<stdin>"), inDocs).target).toMatchObject({
		path: "<stdin>",
		state: "present",
	});
});
