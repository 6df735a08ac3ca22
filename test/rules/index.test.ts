import { expect, test } from "vitest";
import { parseDocument } from "../../src/parse/index.ts";
import { findFindings } from "../../src/rules/index.ts";
import { shelfOf } from "../resolve/samples.ts";
import { contextOf } from "./samples.ts";

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
