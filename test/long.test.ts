import { expect, test } from "vitest";
import { countBy } from "../src/rules/habit.ts";
import { reportOf } from "./run.ts";
import { makeFolder } from "./tree.ts";

const MANY = 20_000;

function many(write: (at: number) => string): string {
	return Array.from({ length: MANY }, (_, at) => write(at)).join("");
}

/**
 * Documents of a megabyte or so that hold very many of one thing, and how many findings of each rule. Whoever compares each with
 * each takes a minute or more for one of them, or runs out of memory.
 */
const documents: Readonly<
	Record<string, readonly [text: string, findings: Readonly<Record<string, number>>]>
> = {
	"one target in a list.md": [many((at) => `- [Name ${at}](https://a.example/x)\n`), {}],
	"one target under long names.md": [
		many((at) => `- [A rather long name of number ${at * 7919}](https://a.example/x)\n`),
		{},
	],
	"one target in a table.md": [`|A|B|\n|-|-|\n${many((at) => `|n${at}|[b](https://a.example/x)|\n`)}`, {}],
	"one entry, each with a link of its own.md": [
		many((at) => `- [Name](https://a.example) [code](https://a.example/${at})\n`),
		{ "duplicate-entry": MANY - 1 },
	],
	"comments for the next line.md": [
		many((at) => `<!-- shelfread-disable-next-line local-target -->\n[a](${at}.md)\n\n`),
		{},
	],
	"comments for all that follows.md": [
		many((at) => `<!-- shelfread-disable local-target -->\n[a](${at}.md)\n\n`),
		{},
	],
	"comments that silence nothing.md": [
		many((at) => `<!-- shelfread-disable-line anchor -->\n\n[a](https://a.example/${at})\n\n`),
		{ "unused-suppression": MANY },
	],
	"anchors and links to others.md": [
		`# A\n\n${many((at) => `[a](#secton-number-${at}) `)}\n\n${many((at) => `## Section number ${at}\n`)}`,
		{ anchor: MANY },
	],
	"a fragment without end.md": [`# ${"b ".repeat(MANY)}\n\n[a](#${"b-".repeat(MANY)}c)\n`, { anchor: 1 }],
	"quotes.md": [many((at) => `> *a* [b](${at}.md)\n> c\n\n`), { "local-target": MANY }],
	"comments that do not end.md": [`${many(() => "<!-- <!-- <!-- ")}\n`, {}],
};

test("documents with very many of one thing are checked", async () => {
	const cwd = makeFolder(Object.fromEntries(Object.entries(documents).map(([path, [text]]) => [path, text])));
	const { findings, errors } = await reportOf(["--offline", "--no-config"], { cwd });
	expect(errors).toEqual([]);
	for (const [path, [, expected]] of Object.entries(documents)) {
		const rules = findings.filter((finding) => finding.path === path).map(({ ruleId }) => ruleId);
		const counts = Object.fromEntries(countBy(rules, (rule) => rule));
		expect({ path, counts }).toEqual({ path, counts: expected });
	}
}, 120_000);
