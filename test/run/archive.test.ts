import { expect, test } from "vitest";
import type { ArchivedCopy, JudgedLink, Reason } from "../../src/model.ts";
import { parseDocument } from "../../src/parse/index.ts";
import { Archive } from "../../src/run/archive.ts";
import { shelfOf } from "../resolve/samples.ts";
import { contextOf } from "../rules/samples.ts";

const copy: ArchivedCopy = { url: "https://web.archive.org/web/2023/https://gone.test/", day: "2023-03-27" };

function deadLinks(reason: Reason, ...urls: readonly string[]): readonly JudgedLink[] {
	const text = urls.map((url) => `<${url}>\n`).join("");
	const verdicts = Object.fromEntries(urls.map((url) => [url, { verdict: "dead", reason } as const]));
	const parsed = parseDocument({ path: "a.md", text, format: "markdown" });
	return contextOf(parsed, shelfOf(), {}, verdicts).links;
}

/** An archive that gives one answer, and what it is asked for. */
function open(answer: ArchivedCopy | "no-answer" | undefined): {
	archive: Archive;
	asked: readonly string[];
} {
	const asked: string[] = [];
	const archive = new Archive(async (url) => {
		asked.push(url);
		return answer;
	});
	return { archive, asked };
}

test.each<[string, ArchivedCopy | undefined]>([
	["with a copy", copy],
	["without one", undefined],
])("a page %s is asked for once, however often its links are looked at", async (_, answer) => {
	const { archive, asked } = open(answer);
	const links = deadLinks("not-found", "https://gone.test/#a", "https://gone.test/#b");
	const copies = new Map(answer === undefined ? [] : [["https://gone.test/", answer]]);
	expect(await archive.copiesFor(links)).toEqual(copies);
	expect(await archive.copiesFor(links)).toEqual(copies);
	expect(asked).toEqual(["https://gone.test/"]);
});

test("an archive that does not answer is left alone", async () => {
	const { archive, asked } = open("no-answer");
	expect(await archive.copiesFor(deadLinks("not-found", "https://a.test/", "https://b.test/"))).toEqual(
		new Map(),
	);
	expect(asked).toEqual(["https://a.test/"]);
});

test.each<[Reason, string]>([
	["missing-anchor", "https://ok.test/#gone"],
	["tls", "https://expired.test/"],
	["not-found", "https://web.archive.org/web/2001/http://gone.test/"],
	["not-found", "https://ada:secret@gone.test/"],
])("nothing is asked for %s of %s", async (reason, url) => {
	const { archive, asked } = open(copy);
	expect(await archive.copiesFor(deadLinks(reason, url))).toEqual(new Map());
	expect(asked).toEqual([]);
});
