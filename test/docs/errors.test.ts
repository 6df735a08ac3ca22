import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { firstCellsOf, readPage } from "./page.ts";

const sources = fileURLToPath(new URL("../../src", import.meta.url));

/** The codes that the sources give to errors of a run: literals, wherever a file speaks of RunError. */
function codesInSources(): readonly string[] {
	const files = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter((file) =>
		file.endsWith(".ts"),
	);
	const codes = files
		.map((file) => readFileSync(join(sources, file), "utf8"))
		.filter((text) => text.includes("RunError"))
		.flatMap((text) => [
			...[...text.matchAll(/(?:\bcode:|Refusal\(|failed\()\s*"([a-z0-9-]+)"/g)].map(([, code = ""]) => code),
			...(text.includes("code: `git-${reason}`") ? ["git-missing", "git-refused", "git-failed"] : []),
		]);
	return [...new Set(codes)];
}

test("the page has a row for every code, and none for others", () => {
	expect(firstCellsOf(readPage("docs/errors.md")).toSorted()).toEqual(codesInSources().toSorted());
});
