import { expect, test } from "vitest";
import { parseInputs } from "../../src/config/inputs.ts";
import { messageOf, table } from "./table.ts";

const parse = (inputs: Readonly<Record<string, string>>) => parseInputs((name) => inputs[name] ?? "", table);

test.each<[Record<string, string>, object]>([
	[{}, {}],
	[{ paths: "", timeout: " " }, {}],
	[{ paths: "README.md\n  docs\n\n!docs/old\n" }, { paths: ["README.md", "docs", "!docs/old"] }],
	[
		{ timeout: " 5 ", retries: "0" },
		{ timeout: 5, retries: 0 },
	],
	[{ fragments: "True" }, { fragments: true }],
	[{ fragments: "FALSE" }, { fragments: false }],
	[{ "allow-private": "true" }, { "allow-private": true }],
	[{ "allow-private": "a.test,b.test" }, { "allow-private": ["a.test", "b.test"] }],
	[{ cache: "false" }, { cache: false }],
	[{ config: "conf/ci.yml" }, { config: "conf/ci.yml" }],
	[{ header: "a.test X-A: 1, 2\nb.test X-B: 3" }, { header: ["a.test X-A: 1, 2", "b.test X-B: 3"] }],
	[{ rules: "pdf", quiet: "true" }, {}],
])("%j", (inputs, settings) => {
	expect(parse(inputs)).toEqual(settings);
});

test("everything wrong is told at once", () => {
	expect(messageOf(() => parse({ fragments: "yes", retries: "1\n2", format: "text\nxml" }))).toBe(
		[
			'input fragments: expected true or false, found "yes"',
			'input retries: expected a whole number from 0 to 10, found "1\\n2"',
			'input format: expected text, json, jsonl, github, markdown, sarif, junit, rdjson, gitlab or csv, and =FILE after it where it goes into a file, found "xml"',
		].join("\n"),
	);
});
