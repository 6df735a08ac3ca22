import { expect, test } from "vitest";
import { brokenLinkSyntax } from "../../src/rules/broken-link-syntax.ts";
import { findFindings } from "../../src/rules/index.ts";
import { read } from "../parse/read.ts";
import { shelfOf } from "../resolve/samples.ts";
import { contextOf, see } from "./samples.ts";

const shelf = shelfOf("docs/a.md", "docs/node.js", "docs/www.example.org/a.md");

test.each([
	["[a] (https://x.org/b)", "[a](https://x.org/b)", true],
	["![a] (./b.png)", "![a](./b.png)", true],
	["[a] (https://en.example.org/b_(c))", "[a](https://en.example.org/b_(c))", true],
	["[a](b c.pdf)", "[a](b%20c.pdf)", true],
	['[a](./b c/d "Title")', '[a](./b%20c/d "Title")', false],
	["[a]（https://x.org/b）", "[a](https://x.org/b)", true],
	["[a](https://x.org/b）", "[a](https://x.org/b)", true],
	["[a b]([c d](https://x.org/b))", "[a b](https://x.org/b)", false],
	["[a]([https://x.org](https://x.org))", "[a](https://x.org)", true],
	["(a)[https://x.org/b]", "[a](https://x.org/b)", true],
	["[a][https://x.org/b]", "[a](https://x.org/b)", true],
	["[a](https://x.org/b “c”)", '[a](https://x.org/b "c")', true],
	["[a](https://x.org/b", "[a](https://x.org/b)", true],
	["[a](https://x.org/b.", "[a](https://x.org/b.)", false],
	["[a](https://x.org/b and", "[a](https://x.org/b) and", false],
	["[a]((https://x.org/b))", "[a](https://x.org/b)", true],
	['[a]("https://x.org/b")', "[a](https://x.org/b)", true],
	["[a](http://https://x.org/b)", "[a](https://x.org/b)", true],
	["[a](https://x.org/https://x.org/)", "[a](https://x.org/)", true],
	["[a](htps://x.org/b)", "[a](https://x.org/b)", true],
	["[a](https//x.org/b)", "[a](https://x.org/b)", true],
	["[a](www.x.org/b)", "[a](https://www.x.org/b)", true],
	["[a](code.x.org/b)", "[a](https://code.x.org/b)", true],
	["[a](https://x.org/b))", "[a](https://x.org/b)", true],
	["[a](https://x.org/b)) and", "[a](https://x.org/b) and", true],
	["[a](https://x.org/b))b", "[a](https://x.org/b)b", false],
	["[[a](https://x.org/b)", "[a](https://x.org/b)", false],
	["[a](https://x.org/b)]", "[a](https://x.org/b)", false],
])("%s is to be %s", (text, fixed, safe) => {
	expect(see(brokenLinkSyntax, { text }, shelf)).toEqual([expect.objectContaining({ fixed, safe })]);
	expect(see(brokenLinkSyntax, { text: fixed }, shelf)).toEqual([]);
	expect(read(fixed).links).toHaveLength(1);
});

test.each(["[a]()", "![](<>)", "[a](https://x.org/b see page 3)"])("%s has no fix", (text) => {
	const [found, ...others] = see(brokenLinkSyntax, { text }, shelf);
	expect(others).toEqual([]);
	expect(found).not.toHaveProperty("fixed");
});

test.each(["[a](node.js)", "[a](www.example.org/a.md)", "[a](README.md/b)", "<a href=''>a</a>"])(
	"%s is no slip",
	(text) => {
		expect(see(brokenLinkSyntax, { text }, shelf)).toEqual([]);
	},
);

test.each([
	"| a |\n|---|\n| b ([c](https://x.org/d\\|e)) |",
	"| a |\n|---|\n| b [[c](https://x.org/d\\|e)] |",
])("brackets on both sides of a link belong together, whatever the link looks like: %s", (text) => {
	expect(see(brokenLinkSyntax, { text }, shelf)).toEqual([]);
});

test("a slip is told of once, and not as a file that is missing", () => {
	const parsed = read("[a](www.x.org/b) [a]((https://x.org)) [a](b.md)");
	const found = (severities: Parameters<typeof findFindings>[1]) =>
		findFindings(contextOf(parsed, shelf), severities).map(({ ruleId, column }) => [ruleId, column]);
	expect(found({})).toEqual([
		["local-target", 43],
		["broken-link-syntax", 5],
		["broken-link-syntax", 22],
	]);
	// Nobody else tells of it then, so it is a missing file again.
	expect(found({ "broken-link-syntax": "off" })).toEqual([
		["local-target", 5],
		["local-target", 22],
		["local-target", 43],
	]);
});
