import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { replaceFile } from "../../src/run/replace.ts";
import { makeFolder } from "../tree.ts";

test("nothing is replaced when somebody was faster", async () => {
	const root = makeFolder({ "a.md": "old" });
	const file = join(root, "a.md");
	const replaced = await replaceFile(file, "mine", 0o644, async () => {
		writeFileSync(file, "theirs");
		return readFileSync(file, "utf8") === "old";
	});
	expect(replaced).toBe(false);
	expect(readFileSync(file, "utf8")).toBe("theirs");
	expect(readdirSync(root)).toEqual(["a.md"]);
});

test("what fails leaves no trace", async () => {
	const root = makeFolder({ "a.md/b": "a folder" });
	await expect(replaceFile(join(root, "a.md"), "c", 0o644, async () => true)).rejects.toThrow();
	expect(readdirSync(root)).toEqual(["a.md"]);
});
