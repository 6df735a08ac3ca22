import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseDocument } from "../../src/parse/index.ts";
import { findFindings, rules } from "../../src/rules/index.ts";
import { shelfOf } from "../resolve/samples.ts";
import { contextOf } from "./samples.ts";

/*
 * fixtures/rules/<rule>/<name>.md is a document, and <name>.expected.txt what the rule says to it, one line for each finding:
 * `line:column severity message`. Where there is no such file, the rule stays silent. All links of a fixture are alive;
 * what other files the tree has, <name>.tree.txt says, a path a line.
 */
const folder = new URL("../../fixtures/rules/", import.meta.url);
const namesWith = (ending: string): string[] =>
	readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((name) => name.endsWith(ending))
		.map((name) => name.slice(0, -ending.length).replaceAll("\\", "/"));
const fixtures = namesWith(".md");

test.each(fixtures)("%s", (name) => {
	const expected = new URL(`${name}.expected.txt`, folder);
	expect(linesFor(name)).toBe(existsSync(expected) ? readFileSync(expected, "utf8") : "");
});

test("what is expected is expected of a document", () => {
	expect(fixtures).toEqual(expect.arrayContaining(namesWith(".expected.txt")));
});

function linesFor(name: string): string {
	const id = name.split("/")[0] ?? "";
	const rule = rules.find((one) => one.id === id);
	if (rule === undefined) throw new Error(`${name} is a fixture of no rule`);
	const text = readFileSync(new URL(`${name}.md`, folder), "utf8");
	const document = parseDocument({ path: "README.md", text, format: "markdown" });
	return findFindings(
		contextOf(document, shelfOf("README.md", ...treeOf(name))),
		rule.off ? { [id]: rule.severity } : {},
	)
		.filter(({ ruleId }) => ruleId === id)
		.map(({ line, column, severity, message }) => `${line}:${column} ${severity} ${message}\n`)
		.join("");
}

function treeOf(name: string): string[] {
	const tree = new URL(`${name}.tree.txt`, folder);
	return existsSync(tree) ? readFileSync(tree, "utf8").trimEnd().split("\n") : [];
}
