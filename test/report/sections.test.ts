import { micromark } from "micromark";
import { expect, test } from "vitest";
import { codeBlock, fillPage, folded, type Section, table, titled } from "../../src/report/sections.ts";
import fc from "../property.ts";

const bytes = (text: string): number => new TextEncoder().encode(text).length;

test("sections with rows, one below the other", () => {
	const sections: Section[] = [
		titled("A", table(["x", "y"], [["1", "2"]])),
		titled("none", table(["x"], [])),
		folded("B", table(["x"], [["1"], ["2"]])),
		folded("C", codeBlock("diff", ["-a\n", "+b\n"])),
		codeBlock("diff", []),
	];
	expect(fillPage("# Page\n", sections, 1000)).toBe(
		`# Page

### A

| x | y |
| --- | --- |
| 1 | 2 |

<details><summary>B</summary>

| x |
| --- |
| 1 |
| 2 |

</details>

<details><summary>C</summary>

~~~diff
-a
+b
~~~

</details>
`.replaceAll("~~~", "```"),
	);
});

test("what has no room is cut at a row's border and counted", () => {
	const sections = [
		folded("A", table(["x"], Array(100).fill(["é".repeat(20)]))),
		titled("B", table(["x"], [["1"]])),
	];
	const page = fillPage("# Page\n", sections, 1000);
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
	const section = fc.record({
		before: fc.constant("### T\n"),
		rows: fc.array(fc.constantFrom("row\n", `row${"é".repeat(90)}\n`), { maxLength: 30 }),
		after: fc.constantFrom("", "after\n"),
	});
	fc.assert(
		fc.property(
			fc.array(section, { maxLength: 4 }),
			fc.integer({ min: 300, max: 3000 }),
			(sections, limit) => {
				const page = fillPage("# Page\n", sections, limit);
				const kept = page.match(/^row/gm)?.length ?? 0;
				const missing = Number(/\*\*(\d+) rows? left out/.exec(page)?.[1] ?? 0);
				expect(bytes(page)).toBeLessThanOrEqual(limit);
				expect(kept + missing).toBe(sections.reduce((sum, { rows }) => sum + rows.length, 0));
			},
		),
	);
});

test("nothing closes a block of code from inside", () => {
	const row = fc
		.array(fc.constantFrom("`", "```", "````\n", "~~~", " ", "\n", "a", "<b>"), { maxLength: 12 })
		.map((parts) => `${parts.join("")}\n`);
	fc.assert(
		fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
			const page = fillPage("", [codeBlock("diff", rows)], 10_000);
			const html = micromark(`${page}\nafter`, { allowDangerousHtml: true });
			expect(html).toMatch(/^<pre><code class="language-diff">[^<]*<\/code><\/pre>\n<p>after<\/p>$/);
		}),
	);
});
