import { expect, test } from "vitest";
import { withSection } from "../../bench/main.ts";

const old = "# Results\n\n## start\n\nold\n\n### a\n\n## web\n\nold\n";

test.each<[string, string, string]>([
	["start", old, "# Results\n\n## start\n\nnew\n\n### b\n\n## web\n\nold\n"],
	["tree", old, "# Results\n\n## start\n\nold\n\n### a\n\n## tree\n\nnew\n\n### b\n\n## web\n\nold\n"],
	["web", "# Results\n", "# Results\n\n## web\n\nnew\n\n### b\n"],
])("the section of %s is written, and the others stay", (name, before, after) => {
	expect(withSection(before, name, [`## ${name}`, "new", "### b"])).toBe(after);
});
