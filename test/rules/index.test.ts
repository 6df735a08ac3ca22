import { expect, test } from "vitest";
import { parseDocument } from "../../src/parse/index.ts";
import { findFindings } from "../../src/rules/index.ts";
import { shelfOf } from "../resolve/samples.ts";
import { contextOf, otherEntries } from "./samples.ts";

test("a finding is plain data, whatever its places are in the document", () => {
	const document = { path: "docs/a.md", text: "\uFEFF# A\n\n[b](B.md)\n", format: "markdown" } as const;
	const findings = findFindings(contextOf(parseDocument(document), shelfOf("docs/b.md")), {});
	expect(structuredClone(findings)).toMatchObject([
		{
			line: 3,
			column: 5,
			suggestion: {
				span: { start: { line: 3, column: 5, offset: 10 }, end: { line: 3, column: 9, offset: 14 } },
				before: "B.md",
				text: "b.md",
			},
		},
	]);
});

test.each([
	["of 10,000 characters and less", 9_000, true],
	["of no more", 11_000, false],
])("an edit is suggested where it is %s", (_, distance, suggested) => {
	const own = (name: string) => `- [a](https://a.org) [[${name}](https://${name}.org)]\n`;
	const between = `- [b](https://b.org) ${"b".repeat(distance)}\n`;
	const text = `# A\n\n${own("demo")}${between}${own("code")}${otherEntries}\n`;
	const parsed = parseDocument({ path: "README.md", text, format: "markdown" });
	const [found] = findFindings(contextOf(parsed, shelfOf()), {});
	expect([found?.ruleId, found?.suggestion !== undefined]).toEqual(["duplicate-entry", suggested]);
});
