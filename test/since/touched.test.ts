import { expect, test } from "vitest";
import type { Changes, ParsedDocument } from "../../src/model.ts";
import { STDIN } from "../../src/naming/stdin.ts";
import { parseDocument } from "../../src/parse/index.ts";
import { touchedIn } from "../../src/since/touched.ts";

const read = (path: string, text: string): ParsedDocument =>
	parseDocument({ path, text, format: "markdown" });

const file = { kindBefore: "file" } as const;
const changes: Changes = {
	files: [
		{ path: "edited.md", before: "edited.md", ...file },
		{ path: "new-name.md", before: "old-name.md", ...file },
		{ path: "added.md", ...file },
		{ path: "unknown.md", before: "unknown.md", ...file },
		{ path: "added.pdf", ...file },
		{ path: "edited.pdf", before: "edited.pdf", ...file },
		{ before: "gone.md", ...file },
	],
	texts: new Map([
		["edited.md", "1\n2\n3\n4\n"],
		["old-name.md", "1\n2\n"],
	]),
};
const touched = touchedIn(
	[
		read("edited.md", "1\nTwo\n3\n4\n"),
		read("new-name.md", "1\nTwo\n"),
		read("added.md", "1\n"),
		read("unknown.md", "1\n"),
		read("same.md", "1\n"),
	],
	changes,
);

test.each<[path: string, first: number, last: number, touched: boolean]>([
	["edited.md", 1, 1, false],
	["edited.md", 2, 2, true],
	["edited.md", 1, 2, true],
	["edited.md", 1, 4, true],
	["edited.md", 3, 4, false],
	["new-name.md", 1, 1, false],
	["new-name.md", 2, 2, true],
	["added.md", 1, 1, true],
	["unknown.md", 1, 1, true],
	["same.md", 1, 1, false],
	["added.pdf", 1, 1, true],
	["edited.pdf", 1, 1, false],
	["gone.md", 1, 1, false],
	[STDIN, 1, 1, true],
])("%s, lines %i to %i: %s", (path, first, last, expected) => {
	expect(touched(path, first, last)).toBe(expected);
});
