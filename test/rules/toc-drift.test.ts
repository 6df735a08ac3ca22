import { expect, test } from "vitest";
import { tocDrift } from "../../src/rules/toc-drift.ts";
import { shelfOf } from "../resolve/samples.ts";
import { tenEntries } from "./list.ts";
import { see } from "./samples.ts";

const titles = ["Data", "Models", "Surveys", "Tools", "Other"];

function catalogue(contents: readonly string[], headings: readonly string[]): string {
	return `${contents.join("\n")}\n\n${headings.map((one) => `## ${one}\n\n${tenEntries}\n`).join("")}`;
}

function pointers(names: readonly string[], marker = "-"): string[] {
	return names.map((name) => `${marker} [${name}](#${name.toLowerCase()})`);
}

test.each([
	["after the item before it", ["Data", "Models", "New", "Surveys", "Tools"], "- [New](#new)", 2],
	["at the end", ["Data", "Models", "Surveys", "Tools", "A [b]"], "- [A \\[b\\]](#a-b)", 4],
])("a section that is not listed is to be inserted %s", (_, headings, item, at) => {
	const listed = ["Data", "Models", "Surveys", "Tools"];
	const [found, ...others] = see(tocDrift, { text: catalogue(pointers(listed), headings) }, shelfOf());
	expect(others).toEqual([]);
	expect(found?.safe).toBe(false);
	expect(found?.fixed?.split("\n").slice(0, 5)).toEqual(pointers(listed).toSpliced(at, 0, item));
});

test("there is no place for a section before all that are listed", () => {
	const text = catalogue(pointers(["Models", "Surveys", "Tools", "Other"]), titles);
	expect(see(tocDrift, { text }, shelfOf())).toEqual([
		{
			written: "## Data",
			message: "the section Data is not in the table of contents at line 1, which lists 4 sections beside it",
			help: "Add it to the table.",
		},
	]);
});

test("a label with a typo is to be the heading's text", () => {
	const contents = pointers(titles).map((line) => line.replace("[Surveys]", "[Survyes]"));
	const [found, ...others] = see(tocDrift, { text: catalogue(contents, titles) }, shelfOf());
	expect(others).toEqual([]);
	expect(found).toEqual({
		written: "[Survyes](#surveys)",
		message: "the table of contents says Survyes, the heading at line 33 says Surveys",
		help: "Write Surveys.",
		fixed: catalogue(pointers(titles), titles),
		safe: false,
	});
});

test.each<[string, readonly string[], readonly string[]]>([
	["a choice of sections", pointers(titles.slice(0, 3)), titles],
	["sections about the document", pointers(titles), [...titles, "License", "🤝 Contributing"]],
	["abbreviations and emoji", pointers(titles).map((line) => line.replace("[Tools]", "[🔧 T]")), titles],
	["a fragment that is wrong", pointers(titles).map((line) => line.replace("#tools", "#toolz")), titles],
])("nothing is said of %s", (_, contents, headings) => {
	expect(see(tocDrift, { text: catalogue(contents, headings) }, shelfOf())).toEqual([]);
});
