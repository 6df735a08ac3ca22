import { expect, test } from "vitest";
import { judgeHttp } from "../../src/judge/http.ts";
import type { Reason } from "../../src/model.ts";
import { type Answer, article, html, observe, shell } from "./answers.ts";

const PDF = "https://example.org/papers/some-page.pdf";
const web = html("Some page", article);
const pdf = { "content-type": "application/pdf" };

test.each<[string, string, Answer, Reason]>([
	["a PDF", PDF, { headers: pdf, body: "%PDF-1.7\n" }, "ok"],
	[
		"a PDF called binary",
		PDF,
		{ headers: { "content-type": "application/octet-stream" }, body: "%PDF-1.7\n" },
		"ok",
	],
	["an unknown binary", PDF, { headers: pdf, body: Buffer.from([0, 1, 2]) }, "ok"],
	["no content, which says so", PDF, { status: 204, body: "" }, "ok"],
	["a web page", PDF, { body: web }, "wrong-content"],
	["a web page with a query", `${PDF}?download=1`, { body: web }, "wrong-content"],
	["an empty body", PDF, { body: "" }, "wrong-content"],
	[
		"an empty body that calls itself a PDF",
		"https://example.org/some/page",
		{ headers: pdf, body: "" },
		"wrong-content",
	],
	[
		"text that calls itself a PDF",
		"https://example.org/some/page",
		{ headers: pdf, body: "error" },
		"wrong-content",
	],
	[
		"JSON",
		PDF,
		{ headers: { "content-type": "application/json" }, body: '{"error":"gone"}' },
		"wrong-content",
	],
	[
		"a Git LFS pointer",
		PDF,
		{ body: "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n" },
		"wrong-content",
	],
	["an empty page", "https://example.org/some/page", { body: "" }, "connection"],
	["a shell", PDF, { body: shell() }, "single-page-app"],
	[
		"a script and nothing to read",
		PDF,
		{ body: html("", "<script>location='?c=1'</script>") },
		"single-page-app",
	],
	["the landing page", PDF, { url: "https://example.org/abs/some-page", body: web }, "redirected"],
	["the site's root", PDF, { url: "https://example.org/", body: web }, "wrong-content"],
	[
		"a web page at another PDF's address",
		PDF,
		{ url: "https://example.org/new/some-page.pdf", body: web },
		"wrong-content",
	],
	["a code host's view", "https://github.com/o/r/blob/main/some-page.pdf", { body: web }, "ok"],
	["a wiki's view", "https://commons.wikimedia.org/wiki/File:Some_page.pdf", { body: web }, "ok"],
	[
		"a frame with the PDF in it",
		PDF,
		{ body: html("Some page", '<embed src="real.pdf" type="application/pdf">') },
		"ok",
	],
	["a page that says it is not there", PDF, { body: html("404 Not Found", "") }, "soft-404"],
])("%s at %s", (_, asked, answer, reason) => {
	expect(judgeHttp(observe(answer, asked)).reason).toBe(reason);
});
