import { join } from "node:path";
import { expect, test } from "vitest";
import { staysInside } from "../../src/config/inside.ts";
import { makeFolder } from "../tree.ts";

test.each([
	["", true],
	["plain", true],
	["plain/new/report.json", true],
	["inner/report.json", true],
	["a-file/report.json", true],
	["out", false],
	["out/new/report.json", false],
	["up/report.json", false],
	["nowhere", false],
	["nowhere/report.json", false],
	["around/report.json", false],
	["hooks/pre-commit", false],
	[".git/report.json", true],
])("%j stays inside: %s", (path, stays) => {
	const folder = makeFolder({
		"tree/plain/x": "",
		"tree/a-file": "",
		"tree/inner": "-> plain",
		"tree/out": "-> ../elsewhere",
		"tree/up": "-> ..",
		"tree/nowhere": "-> not-made-yet",
		"tree/around": "-> around",
		"tree/.git/hooks/x": "",
		"tree/hooks": "-> .git/hooks",
		"elsewhere/x": "",
	});
	expect(staysInside(join(folder, "tree"), join(folder, "tree", path))).toBe(stays);
});

test("a folder that is itself reached by a link", () => {
	const folder = makeFolder({ "tree/x": "", "tree-2/x": "", door: "-> tree" });
	expect(staysInside(join(folder, "door"), join(folder, "door/new/report.json"))).toBe(true);
});
