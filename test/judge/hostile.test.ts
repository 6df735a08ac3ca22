import { expect, test } from "vitest";
import { bodyFacts } from "../../src/check/http/body.ts";
import { judgeHttp } from "../../src/judge/http.ts";
import { brokers, parking } from "../../src/judge/parking.ts";
import { notFoundWords } from "../../src/judge/soft-404-words.ts";
import { tombstones } from "../../src/judge/tombstones.ts";
import { walls } from "../../src/judge/walls.ts";
import type { BodyFacts } from "../../src/model.ts";
import { attempt, observation } from "./answers.ts";

/** Far longer than what is kept of a body: where a pattern is quadratic, these take minutes. */
const LONG = 200_000;

/** Every run of letters in a pattern, alone and after one another, and what separates them. */
function hostileTo(pattern: RegExp): readonly string[] {
	const literals = pattern.source.match(/[\p{L}\p{N}_]{3,}/gu) ?? ["a"];
	return [...literals, literals.join(" "), "a", " ", ".", '"', "a ", 'src="//a.', "a-", "[", "1"].map(
		(piece) => piece.repeat(Math.ceil(LONG / piece.length)),
	);
}

const signatures = [...walls, ...tombstones, ...parking, ...brokers];

test.each(signatures)("$name is looked for in one pass", ({ marks }) => {
	const patterns = marks.flatMap(({ header, url, title, text, markup }) => [
		header?.[1],
		url,
		title,
		text,
		markup,
	]);
	for (const pattern of patterns.filter((one) => one !== undefined)) {
		const found = hostileTo(pattern).map((text) => pattern.test(text));
		expect(found).toContain(false);
	}
});

const facts: BodyFacts = { looksLike: "html", bytes: LONG, complete: true, textLength: LONG, shell: false };

test.each([
	"a",
	" ",
	"-",
	" - ",
	"|",
	"404 ",
	"not found ",
	": ",
	"页",
	"页-",
	"'",
	"<iframe ",
	"é",
	"\u0301",
])("titles, texts and addresses made of “%s” are judged in one pass", (piece) => {
	const text = piece.repeat(Math.ceil(LONG / piece.length));
	const body: BodyFacts = { ...facts, title: text, h1: text, text, source: text, ids: [text] };
	for (const asked of ["https://example.org/a.pdf", `https://example.org/${encodeURIComponent(text)}`]) {
		const hop = attempt({ url: asked, status: 302 });
		const look = observation([hop, attempt({ url: `${asked}/b` }, { cause: "redirect", body })], asked);
		expect(judgeHttp(look, text).verdict).toMatch(/^(alive|dead|unsure)$/);
	}
});

test("the words of every language together are judged in one pass", () => {
	const text = notFoundWords
		.flatMap(({ titles, sentences }) => [...titles, ...sentences])
		.join(" ")
		.repeat(10);
	const body: BodyFacts = { ...facts, title: text, h1: text, text };
	expect(judgeHttp(observation([attempt({}, { body })])).reason).toBe("ok");
});

test.each([
	"<b>",
	"<b>x",
	"<p>",
	"</b>",
	"<title>",
	"<h1>",
	"<svg><title>",
	"<meta http-equiv=refresh content='",
	"<a ",
	"<!--",
])("4 MiB of %s are read in one pass", (piece) => {
	const bytes = Buffer.from(piece.repeat(Math.ceil((4 << 20) / piece.length)));
	const { bytes: read, looksLike } = bodyFacts(
		{ bytes, complete: true },
		"text/html",
		"https://example.org/",
		true,
	);
	expect({ read, looksLike }).toEqual({ read: bytes.length, looksLike: "html" });
});

test("what is nested deeper than browsers follow is not read on, and nothing is concluded from what is not there", () => {
	const bytes = Buffer.from(`<p id="first">${"<b>".repeat(600)}<p id="last">`);
	const { complete, ids, text } = bodyFacts(
		{ bytes, complete: true },
		"text/html",
		"https://example.org/",
		true,
	);
	expect({ complete, ids, text }).toEqual({ complete: false, ids: ["first"], text: undefined });
});
