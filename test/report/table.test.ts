import fc from "fast-check";
import { expect, test } from "vitest";
import { fillPage, type Table } from "../../src/report/table.ts";

const bytes = (text: string): number => new TextEncoder().encode(text).length;

test("tables with rows, one below the other", () => {
	const tables: Table[] = [
		{ before: "### A", header: ["x", "y"], rows: [["1", "2"]] },
		{ before: "### none", header: ["x"], rows: [] },
		{ before: "<details>", header: ["x"], rows: [["1"], ["2"]], after: "\n</details>\n" },
	];
	expect(fillPage("# Page\n", tables, 1000)).toBe(
		"# Page\n\n### A\n\n| x | y |\n| --- | --- |\n| 1 | 2 |\n\n<details>\n\n| x |\n| --- |\n| 1 |\n| 2 |\n\n</details>\n",
	);
});

test("what has no room is cut at a row's border and counted", () => {
	const tables: Table[] = [
		{ before: "<details>", header: ["x"], rows: Array(100).fill(["é".repeat(20)]), after: "\n</details>\n" },
		{ before: "### B", header: ["x"], rows: [["1"]] },
	];
	const page = fillPage("# Page\n", tables, 1000);
	expect(bytes(page)).toBeLessThanOrEqual(1000);
	const kept = page.split("\n").filter((line) => line === `| ${"é".repeat(20)} |`).length;
	expect(kept).toBeGreaterThan(10);
	expect(
		page.endsWith(
			`\n</details>\n\n**${101 - kept} rows left out**: there is no room for more here; the formats text and json have everything.\n`,
		),
	).toBe(true);
});

test("never longer than the limit, never a row unaccounted for", () => {
	const table = fc.record({
		before: fc.constant("### T"),
		header: fc.constant(["x"]),
		rows: fc.array(fc.tuple(fc.constantFrom("row", `row${"é".repeat(90)}`)), { maxLength: 30 }),
		after: fc.constantFrom("", "\nafter\n"),
	});
	fc.assert(
		fc.property(fc.array(table, { maxLength: 4 }), fc.integer({ min: 300, max: 3000 }), (tables, limit) => {
			const page = fillPage("# Page\n", tables, limit);
			const kept = page.match(/^\| row/gm)?.length ?? 0;
			const missing = Number(/\*\*(\d+) rows? left out/.exec(page)?.[1] ?? 0);
			expect(bytes(page)).toBeLessThanOrEqual(limit);
			expect(kept + missing).toBe(tables.reduce((sum, { rows }) => sum + rows.length, 0));
		}),
	);
});
