import { expect, test } from "vitest";
import { heading } from "../../src/rules/heading.ts";
import { shelfOf } from "../resolve/samples.ts";
import { tenEntries } from "./list.ts";
import { see } from "./samples.ts";

test.each([
	["##Title", "## Title", true],
	["###[Title](https://x.org)", "### [Title](https://x.org)", true],
	["##标题", "## 标题", true],
	["#Title", "# Title", false],
	["#标题", "# 标题", false],
])("%s is to be %s", (line, fixed, safe) => {
	const text = `${line}\n\n${tenEntries}`;
	expect(see(heading, { text }, shelfOf())).toEqual([
		{
			written: line,
			message: `${line} is no heading: a space is missing after the hash signs`,
			help: "Add the space.",
			fixed: `${fixed}\n\n${tenEntries}`,
			safe,
		},
	]);
});

test("a level that is left out where others are not", () => {
	const text = `# A\n\n## B\n\n### C\n\n### D\n\n## E\n\n##### F\n\n${tenEntries}`;
	expect(see(heading, { text }, shelfOf())).toEqual([
		{
			written: "##### F",
			message: "the heading F has level 5 directly under level 2",
			help: "Write it with 3 hash signs, or add the heading that is missing between them.",
			fixed: text.replace("##### F", "### F"),
			safe: false,
		},
	]);
});

test("a heading in HTML is not rewritten", () => {
	const text = `# A\n\n## B\n\n## C\n\n<h3>D</h3>\n\n<h3>E</h3>\n\n## F\n\n<h6>G</h6>\n\n${tenEntries}`;
	const [found, ...others] = see(heading, { text }, shelfOf());
	expect(others).toEqual([]);
	expect(found?.message).toBe("the heading G has level 6 directly under level 2");
	expect(found).not.toHaveProperty("fixed");
});
