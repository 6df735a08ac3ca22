import { expect, test } from "vitest";
import { judgeHttp, suspects } from "../../src/judge/http.ts";
import { notFoundTitle, plain } from "../../src/judge/not-found.ts";
import { fillers, notFoundWords } from "../../src/judge/soft-404-words.ts";
import type { Attempt, Verdict } from "../../src/model.ts";
import { type Answer, ASKED, article, attempt, html, observe, shell } from "./answers.ts";
import { notFoundPages } from "./specimens/soft-404.ts";

test("every language has specimens, and every specimen a language", () => {
	expect(Object.keys(notFoundPages).sort()).toEqual(notFoundWords.map(({ language }) => language).sort());
});

for (const { language, titles, sentences } of notFoundWords) {
	const { catches, spares } = notFoundPages[language] ?? { catches: [], spares: [] };

	test.each(catches)(`${language}: a notice, specimen %#`, (answer) => {
		expect(judgeHttp(observe(answer))).toMatchObject({ verdict: "dead", reason: "soft-404" });
	});

	test.each(spares)(`${language}: not a notice, specimen %#`, (answer) => {
		expect(judgeHttp(observe(answer)).reason).toBe(answer.reason ?? "ok");
	});

	test(`${language}: the words are written as they are compared`, () => {
		const words = [...titles, ...sentences];
		expect(words.map(plain)).toEqual(words);
		expect(new Set(words).size).toBeGreaterThanOrEqual(Math.max(titles.length, sentences.length));
		expect(titles.filter((title) => title.split(" ").some((word) => fillers.has(word)))).toEqual([]);
	});
}

test.each<[string, boolean]>([
	["404", true],
	["404 Not Found", true],
	["404: Not Found", true],
	["HTTP Error 404", true],
	["Page not found | Site", true],
	["Site – Page not found", true],
	["Site: Page Not Found", true],
	["404 · Site", true],
	["页面不存在-知乎", true],
	["404_百度", true],
	["Not found", true],
	["404 Restaurant", false],
	["Area code 404", false],
	["HTTP 404 status explained", false],
	["Peugeot 404", false],
	["Error", false],
	["Oops", false],
	["The page you are not found on", false],
	["Site – Page not found – and what we did about it", false],
	["", false],
])("the title “%s” says not found: %s", (title, says) => {
	expect(notFoundTitle(title) !== undefined).toBe(says);
});

test.each([
	["https://http.cat/404", html("404 Not Found | HTTP Cats", "<h1>404 Not Found</h1>")],
	["https://en.wikipedia.org/wiki/HTTP_404", html("HTTP 404 - Wikipedia", `<h1>HTTP 404</h1>${article}`)],
	["https://band.example/track/not-found", html("Not Found | Band", "<h1>Not Found</h1>")],
	["https://blog.example/page-not-found", html("Page not found", "<h1>Page not found</h1>")],
	[
		"https://zh.example/%E9%A1%B5%E9%9D%A2%E4%B8%8D%E5%AD%98%E5%9C%A8",
		html("页面不存在", "<h1>页面不存在</h1>"),
	],
])("%s is about such pages", (url, body) => {
	expect(judgeHttp(observe({ body }, url))).toMatchObject({ verdict: "alive", reason: "ok" });
});

test.each([
	["the root", "https://example.org/", html("404", "")],
	["a text file", ASKED, "404 Not Found"],
])("%s is never a soft 404", (_, url, body) => {
	expect(judgeHttp(observe({ body, headers: { "content-type": "text/plain" } }, url)).reason).not.toBe(
		"soft-404",
	);
});

/** A look, and what a neighbour that should not exist was answered with. */
interface Case {
	readonly asked?: string;
	readonly seen: Answer;
	readonly permanent?: boolean;
	readonly neighbour?: Answer | "reset";
}

const NEIGHBOUR = "https://example.org/notes/shelfread-0123456789ab";
const gone: Answer = { status: 404, body: html("Not found", "") };
const long = html("Page not found | Example", article);
const root: Answer = { url: "https://example.org/", body: html("Example", article) };
const stranger: Answer = { body: html("Welcome to Example", article) };

function judgeCase({ asked = ASKED, seen, permanent = false, neighbour }: Case): Verdict {
	const seenOnly = observe(seen, asked);
	const attempts = seenOnly.attempts.map((hop, i) =>
		permanent && i < seenOnly.attempts.length - 1 ? { ...hop, status: 301 } : hop,
	);
	return judgeHttp({ ...seenOnly, attempts: [...attempts, ...probe(neighbour)] });
}

function probe(neighbour: Case["neighbour"]): readonly Attempt[] {
	if (neighbour === undefined) return [];
	if (neighbour === "reset") {
		const failure = { code: "reset", detail: "ECONNRESET" } as const;
		const { status: _, ...unanswered } = attempt({ url: NEIGHBOUR }, { cause: "sibling", failure });
		return [unanswered];
	}
	const hop = attempt({ url: NEIGHBOUR, status: 302 }, { cause: "sibling" });
	const last = attempt({ url: NEIGHBOUR, ...neighbour }, { cause: "sibling" });
	return neighbour.url === undefined ? [last] : [hop, last];
}

test.each<[string, Case, Partial<Verdict>]>([
	["a title alone, nobody asked", { seen: { body: long } }, { verdict: "alive", reason: "ok" }],
	["a title alone, cleared", { seen: { body: long }, neighbour: gone }, { verdict: "alive", reason: "ok" }],
	[
		"a title alone, the same again",
		{ seen: { body: long }, neighbour: { body: long } },
		{ verdict: "dead", reason: "soft-404" },
	],
	[
		"a title alone, another page",
		{ seen: { body: long }, neighbour: { body: html("Hello", "") } },
		{ verdict: "alive" },
	],
	[
		"a title alone, the probe is refused",
		{ seen: { body: long }, neighbour: { status: 403 } },
		{ verdict: "alive" },
	],
	["a title alone, the probe fails", { seen: { body: long }, neighbour: "reset" }, { verdict: "alive" }],
	["sent to the root, nobody asked", { seen: root }, { verdict: "alive", reason: "redirected" }],
	[
		"sent to the root for good, nobody asked",
		{ seen: root, permanent: true },
		{ verdict: "alive", reason: "redirected" },
	],
	[
		"sent to the root for good, cleared",
		{ seen: root, permanent: true, neighbour: gone },
		{ verdict: "moved" },
	],
	[
		"sent to the root, as is the neighbour",
		{ seen: root, neighbour: root },
		{ verdict: "dead", reason: "soft-404" },
	],
	[
		"sent to a start page in a language, as is the neighbour",
		{
			seen: { ...root, url: "https://example.org/en/" },
			neighbour: { ...root, url: "https://example.org/en/?from=b" },
		},
		{ verdict: "dead", reason: "soft-404" },
	],
	[
		"sent well up, as is the neighbour",
		{
			asked: "https://example.org/a/b/c/d",
			seen: { ...root, url: "https://example.org/a/" },
			neighbour: { ...root, url: "https://example.org/a/" },
		},
		{ verdict: "dead", reason: "soft-404" },
	],
	[
		"sent to /404, with a title that says so",
		{ seen: { url: "https://example.org/404", body: long } },
		{ verdict: "dead", reason: "soft-404" },
	],
	[
		"sent to /404, with nothing that says so",
		{ seen: { url: "https://example.org/404.html", body: html("Example", article) } },
		{ verdict: "alive", reason: "redirected" },
	],
	[
		"sent to /notfound, as is the neighbour",
		{
			seen: { url: "https://example.org/notfound", body: html("Example", article) },
			neighbour: { url: "https://example.org/notfound", body: html("Example", article) },
		},
		{ verdict: "dead", reason: "soft-404" },
	],
	["a shell, nobody asked", { seen: { body: shell() } }, { verdict: "unsure", reason: "single-page-app" }],
	["a shell, cleared", { seen: { body: shell() }, neighbour: gone }, { verdict: "alive" }],
	[
		"a shell, the same again",
		{ seen: { body: shell() }, neighbour: { body: shell() } },
		{ verdict: "unsure", reason: "single-page-app" },
	],
	["a shell whose title the server filled in", { seen: { body: shell("Some page") } }, { verdict: "alive" }],
	[
		"a shell at the root for everybody",
		{ seen: { ...root, body: shell() }, neighbour: { ...root, body: shell() } },
		{ verdict: "unsure", reason: "single-page-app" },
	],
	["a stranger, nobody asked", { seen: stranger }, { verdict: "alive" }],
	["a stranger, cleared", { seen: stranger, neighbour: gone }, { verdict: "alive" }],
	[
		"a stranger, the same again",
		{ seen: stranger, neighbour: stranger },
		{ verdict: "unsure", reason: "single-page-app" },
	],
	[
		"a stranger, a longer page",
		{ seen: stranger, neighbour: { body: html("Welcome to Example", article + article) } },
		{ verdict: "alive" },
	],
	[
		"a kin, the same again",
		{ seen: { body: html("Some page", article) }, neighbour: { body: html("Some page", article) } },
		{ verdict: "alive" },
	],
])("%s", (_, look, right) => {
	expect(judgeCase(look)).toMatchObject(right);
});

test.each<[string, Answer, boolean, string?]>([
	["a page like its address", { body: html("Some page", article) }, false],
	["an address of numbers", { body: html("Anything", article) }, false, "https://example.org/2024/11/"],
	["a title in another script", { body: html("标题", article) }, false],
	["a stranger", stranger, true],
	["a title that says so", { body: long }, true],
	["the root in place of the page", root, true],
	[
		"https in place of http",
		{ url: "https://example.org/notes/some-page", body: html("Some page", article) },
		false,
		"http://example.org/notes/some-page",
	],
	["a shell", { body: shell() }, true],
	["what is dead already", { body: html("404", "") }, false],
	["a wall", { body: html("百度安全验证", "") }, false],
	["a login page", { url: "https://example.org/login", body: html("Log in", "") }, false],
	["a PDF", { body: "%PDF-1.7" }, false, "https://example.org/some.pdf"],
	["an honest 404", gone, false],
	["the root itself", { body: html("Example", article) }, false, "https://example.org/"],
])("asks for a neighbour of %s: %s", (_, answer, right, asked) => {
	expect(suspects(observe(answer, asked))).toBe(right);
});
