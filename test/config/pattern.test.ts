import { expect, test } from "vitest";
import { glob, isExcluded } from "../../src/config/pattern.ts";
import type { ResolvedLink, Target } from "../../src/model.ts";
import fc from "../property.ts";

const start = { line: 1, column: 1, offset: 0 };

function link(url: string, target: Target, fragment?: string): ResolvedLink {
	const written = { path: "a.md", span: { start, end: start }, url, text: "", kind: "link" } as const;
	return { link: written, target, ...(fragment === undefined ? {} : { fragment }) };
}

function web(url: string): ResolvedLink {
	const { href, hash } = new URL(url);
	return link(
		url,
		{ kind: "http", key: href.slice(0, href.length - hash.length) },
		hash.slice(1) || undefined,
	);
}

const file = (url: string, path: string) =>
	link(url, { kind: "file", key: `file:${path}`, path, state: "present" });

test.each<[string, string, boolean]>([
	["x.test", "https://x.test/", true],
	["x.test", "http://a.x.test:8080/b?c", true],
	["X.test", "https://x.TEST/", true],
	["x.test", "https://yx.test/", false],
	["x.test", "https://y.test/x.test", false],
	["x.test:8080", "https://x.test:8080/", true],
	["x.test:8080", "https://x.test/", false],
	["bücher.test", "https://www.xn--bcher-kva.test/", true],
	["xn--bcher-kva.test", "https://bücher.test/", true],
	["*.x.test", "https://a.x.test/b", true],
	["*.x.test", "https://x.test/", false],
	["*.pdf", "https://x.test/a.pdf", true],
	["*.pdf", "https://x.test/a.pdf?v=1", false],
	["https://x.test/private", "https://x.test/private", true],
	["https://x.test/private", "https://x.test/private/a", true],
	["https://x.test/private", "https://x.test/private?a", true],
	["https://x.test/private", "https://x.test/private#a", true],
	["https://x.test/private", "https://x.test/privates", false],
	["https://x.test/private/", "https://x.test/private/a", true],
	["https://x.test/private/", "https://x.test/private", false],
	["x.test/private", "https://x.test/private/a", true],
	["https://x.test/a b", "https://x.test/a b", true],
	["https://x.test/a%20b", "https://x.test/a b", true],
	["https://x.test/", "HTTPS://X.TEST", true],
	["https://x.test/*/edit", "https://x.test/a/b/edit", true],
	["https://x.test/*/edit", "https://x.test/a/edit/b", false],
	["*", "https://x.test/", true],
	["https://x.test/a.c", "https://x.test/abc", false],
])("%s over %s: %s", (pattern, url, expected) => {
	expect(isExcluded(web(url), { exclude: [pattern], include: [] })).toBe(expected);
});

test.each<[string, string, string, boolean]>([
	["docs", "../docs/a.md", "docs/a.md", true],
	["docs/a.md", "a.md", "docs/a.md", true],
	["../docs", "../docs/a.md", "docs/a.md", true],
	["docs/*.pdf", "a%20b.pdf", "docs/a b.pdf", true],
	["a%20b.pdf", "a%20b.pdf", "docs/a b.pdf", true],
	["doc", "docs/a.md", "docs/a.md", false],
	["x.test", "x.test.md", "x.test.md", false],
])("%s over the path %s, which is %s: %s", (pattern, url, path, expected) => {
	expect(isExcluded(file(url, path), { exclude: [pattern], include: [] })).toBe(expected);
});

test("other links are compared as written", () => {
	const mail = link("mailto:a@x.test", { kind: "mail", key: "mailto:a@x.test" });
	expect(isExcluded(mail, { exclude: ["mailto:*"], include: [] })).toBe(true);
	expect(isExcluded(mail, { exclude: ["x.test"], include: [] })).toBe(false);
});

test("include wins over exclude", () => {
	const options = { exclude: ["x.test"], include: ["https://x.test/keep"] };
	expect(isExcluded(web("https://x.test/a"), options)).toBe(true);
	expect(isExcluded(web("https://x.test/keep/a"), options)).toBe(false);
	expect(isExcluded(web("https://y.test/"), options)).toBe(false);
});

/** The definition, without any thought of time. */
function naive(pattern: string, text: string): boolean {
	if (pattern === "") return text === "";
	if (pattern[0] === "*")
		return naive(pattern.slice(1), text) || (text !== "" && naive(pattern, text.slice(1)));
	return text[0] === pattern[0] && naive(pattern.slice(1), text.slice(1));
}

test("glob does what the definition says", () => {
	const letters = (alphabet: string, maxLength: number) =>
		fc.string({ unit: fc.constantFrom(...alphabet), maxLength });
	fc.assert(
		fc.property(letters("ab*", 8), letters("ab", 10), (pattern, text) => {
			expect(glob(pattern, text)).toBe(naive(pattern, text));
		}),
		{ numRuns: 2000 },
	);
});

test("a hostile pattern ends", () => {
	expect(glob("*a".repeat(1000), `${"a".repeat(100_000)}b`)).toBe(false);
	expect(glob(`${"*a".repeat(1000)}*b`, "a".repeat(100_000))).toBe(false);
});
