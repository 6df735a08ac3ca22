import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Edit, Finding, ParsedDocument } from "../../src/model.ts";
import { Lines, parseDocument } from "../../src/parse/index.ts";
import type { Examined } from "../../src/run/examine.ts";
import { repair } from "../../src/run/repair.ts";
import { makeFolder } from "../tree.ts";

type Rule = readonly [pattern: RegExp, replacement: string, safe?: boolean];

/** Looks at documents with rules that want every match of a pattern replaced. */
function examiner(...rules: readonly Rule[]) {
	return async (documents: readonly ParsedDocument[]): Promise<Examined> => ({
		documents,
		links: [],
		targets: 0,
		online: true,
		findings: documents.flatMap((parsed) => rules.flatMap((rule) => findingsIn(parsed, rule))),
		silenced: 0,
		stale: 0,
		baseline: () => [],
	});
}

function findingsIn({ document: { path, text } }: ParsedDocument, rule: Rule): Finding[] {
	const [pattern, replacement, safe = true] = rule;
	return [...text.matchAll(pattern)].map(({ 0: before, index }) => {
		const span = new Lines(text).at(index, index + before.length);
		const suggestion: Edit = { span, before, text: replacement, safe };
		const { line, column } = span.start;
		const place = { path, line, column, endLine: line, endColumn: column + before.length };
		return { ruleId: "x", severity: "error", ...place, message: "", data: {}, suggestion, introduced: true };
	});
}

const fix = { fix: true, "fix-suggested": false, "fix-dry-run": false };

async function run(text: string, options: Partial<typeof fix>, rules: readonly Rule[], signal?: AbortSignal) {
	const root = makeFolder({ "a.md": text });
	const examine = examiner(...rules);
	const first = await examine([parseDocument({ path: "a.md", text, format: "markdown" })]);
	const { examined, revisions, errors } = await repair(
		first,
		{ ...fix, ...options },
		{ root, examine, signal },
	);
	return {
		written: readFileSync(join(root, "a.md"), "utf8"),
		left: examined.findings.length,
		edits: revisions.map(({ edits }) => edits),
		errors,
	};
}

test.each<[string, string, Partial<typeof fix>, readonly Rule[], object]>([
	["nothing", "abc", {}, [], { written: "abc", left: 0, edits: [] }],
	[
		"what is certain",
		"abc",
		{},
		[
			[/a/g, "x"],
			[/c/g, "z", false],
		],
		{ written: "xbc", left: 1, edits: [1] },
	],
	[
		"all that is suggested",
		"abc",
		{ "fix-suggested": true },
		[
			[/a/g, "x"],
			[/c/g, "z", false],
		],
		{ written: "xbz", left: 0, edits: [2] },
	],
	[
		"what overlaps, pass by pass",
		"abc",
		{},
		[
			[/ab/g, "xb"],
			[/bc/g, "by"],
		],
		{ written: "xby", left: 0, edits: [2] },
	],
	[
		"what a fix brings up",
		"a",
		{},
		[
			[/a/g, "b"],
			[/b/g, "c"],
		],
		{ written: "c", left: 0, edits: [2] },
	],
	[
		"what goes in circles, for a while",
		"a",
		{},
		[
			[/a/g, "b"],
			[/b/g, "a"],
		],
		{ written: "a", left: 1, edits: [] },
	],
	["nothing without being told", "a", { fix: false }, [[/a/g, "b"]], { written: "a", left: 1, edits: [] }],
	[
		"nothing in a dry run",
		"a",
		{ "fix-dry-run": true },
		[[/a/g, "b"]],
		{ written: "a", left: 1, edits: [1] },
	],
])("edits %s", async (_, text, options, rules, expected) => {
	expect(await run(text, options, rules)).toEqual({ ...expected, errors: [] });
});

test("writes nothing once it is interrupted", async () => {
	const interrupted = AbortSignal.abort();
	expect(await run("a", {}, [[/a/g, "b"]], interrupted)).toMatchObject({ written: "a", left: 1, edits: [] });
});
