import { describe, expect, test } from "vitest";
import type { Document, Finding } from "../../src/model.ts";
import { parseDocument } from "../../src/parse/index.ts";
import { readScopes } from "../../src/suppress/comments.ts";
import { suppress } from "../../src/suppress/suppress.ts";

const known = ["anchor", "dead-link", "duplicate-entry", "pdf"];

function scopesIn(text: string, format: Document["format"] = "markdown") {
	return readScopes(parseDocument({ path: "a.md", text, format }), known);
}

function findingAt(offset: number, text: string, ruleId: string): Finding {
	const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
	const place = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
	return {
		ruleId,
		severity: "error",
		path: "a.md",
		...place,
		endLine: place.line,
		endColumn: place.column + 1,
		message: "",
		data: {},
		introduced: true,
	};
}

/** The capital letters of a text at which a finding of the rule would be silent. */
function silent(text: string, ruleId = "anchor", format: Document["format"] = "markdown"): string {
	const letters = [...text.matchAll(/[A-Z]/g)];
	const findings = letters.map(({ index }) => findingAt(index, text, ruleId));
	const scopes = scopesIn(text, format);
	const kept = new Set(suppress(findings, { scopes, ignorings: [] }).findings);
	return letters.flatMap(([letter], at) => (kept.has(findings[at] as Finding) ? [] : letter)).join("");
}

describe("a comment silences", () => {
	test.each<[string, string, string]>([
		["the next line", "A\n<!-- shelfread-disable-next-line -->\nB\nC", "B"],
		["the next line only where it is one", "<!-- shelfread-disable-next-line -->\n\nA", ""],
		["the line after its last", "<!-- shelfread-disable-next-line\n-- why -->\nA\nB", "A"],
		["its own line, on both sides", "A\nB <!-- shelfread-disable-line --> C\nD", "BC"],
		["up to the end", "A <!-- shelfread-disable --> B\n\nC", "BC"],
		["up to its end", "A <!-- shelfread-disable --> B <!-- shelfread-enable --> C", "B"],
		[
			"twice",
			"<!-- shelfread-disable -->\nA\n<!-- shelfread-enable -->\n\nB\n\n<!-- shelfread-disable -->\nC",
			"AC",
		],
		["lines that end with CR LF", "A\r\n<!-- shelfread-disable-next-line -->\r\nB\r\nC", "B"],
		["in a list", "- A\n  <!-- shelfread-disable-next-line -->\n- B\n- C", "B"],
		["in a quote", "> A\n>\n> <!-- shelfread-disable-next-line -->\n> B\n> C", "B"],
		["nothing in code", "`<!-- shelfread-disable -->` A\n\n    <!-- shelfread-disable -->\n\nB", ""],
		["for markdown-link-check", "<!-- markdown-link-check-disable-next-line -->\nA\nB", "A"],
		["for mlc", "<!-- mlc-disable-line --> A\nB", "A"],
		["the next block for remark-lint", "A\n\n<!--lint ignore-->\n\n- B\n- C\n\nD", "BC"],
		["the next piece of text for remark-lint", "A <!--lint ignore-->*B* C", "B"],
		["nothing where remark-lint has nothing next", "- A\n\n  <!--lint ignore-->\n- B", ""],
		["each tool in its own language", "<!-- mlc-disable -->\nA\n<!-- shelfread-enable -->\nB", "AB"],
	])("%s", (_, text, letters) => {
		expect(silent(text)).toBe(letters);
	});

	test.each<[string, string, string, string]>([
		["of the rule it names", "anchor", "<!-- shelfread-disable-next-line pdf anchor -->\nA", "A"],
		["of no other rule", "dead-link", "<!-- shelfread-disable-next-line pdf anchor -->\nA", ""],
		["until the rule is enabled", "pdf", "<!-- shelfread-disable -->A<!-- shelfread-enable pdf -->B", "A"],
		["also after others are", "anchor", "<!-- shelfread-disable -->A<!-- shelfread-enable pdf -->B", "AB"],
		["until all are enabled", "pdf", "<!-- shelfread-disable pdf -->A<!-- shelfread-enable -->B", "A"],
		["what a lint rule is about", "duplicate-entry", "<!--lint disable double-link-->\n\nA", "A"],
		["nothing a link checker is not about", "duplicate-entry", "<!-- mlc-disable -->\nA", ""],
	])("findings %s", (_, ruleId, text, letters) => {
		expect(silent(text, ruleId)).toBe(letters);
	});

	test("in the braces of MDX", () => {
		expect(silent("{/* shelfread-disable-next-line */}\nA\nB", "anchor", "mdx")).toBe("A");
	});
});

describe("a comment is told apart by where it is written", () => {
	test.each<[string, readonly (object | undefined)[]]>([
		["<!-- shelfread-disable-line -->", [{ written: "shelfread-disable-line" }]],
		[
			"a <!-- shelfread-disable-line pdf, anchor -->",
			[{ written: "pdf", span: { start: { column: 31 }, end: { column: 34 } } }, { written: "anchor" }],
		],
		["<!-- shelfread-disable-line ancor -->", [{ written: "ancor", meant: "anchor" }]],
		[
			"<!-- shelfread-disable-line line -->",
			[{ written: "line", meant: "", span: { start: { column: 29 } } }],
		],
		["<!-- mlc-disable-line -->", [undefined, undefined, undefined, undefined, undefined]],
	])("%s", (text, origins) => {
		expect(scopesIn(text).map(({ origin }) => origin)).toMatchObject([...origins]);
	});
});
