import { expect, test } from "vitest";
import { reportOf } from "../run.ts";
import { makeRepository } from "../tree.ts";
import { faults } from "./faults.ts";
import { buildLibrary, ENTRIES, type Library } from "./library.ts";

function treeOf({ documents, files }: Library) {
	const texts = Object.values(documents).map((lines) => [lines.path, lines.text] as const);
	return Object.fromEntries([...texts, ...files]);
}

test("a well-kept list of 5,000 entries in three layouts has no finding", async () => {
	const library = buildLibrary();
	expect(Object.values(library.entries).flat()).toHaveLength(ENTRIES);
	const report = await reportOf(["--offline"], { cwd: makeRepository(treeOf(library)) });
	expect(report.findings.slice(0, 10)).toEqual([]);
	expect(report.errors).toEqual([]);
	expect(report.stats.links).toBeGreaterThan(ENTRIES);
}, 120_000);

test("two hundred planted faults of twenty kinds are found, each once, and nothing else", async () => {
	const library = buildLibrary();
	let planted = 0;
	// A stride longer than a section, so that faults of a kind do not look like a habit.
	const at = (list: keyof Library["entries"]) => {
		const line = library.entries[list][(planted++ * 37) % 1590];
		if (line === undefined) throw new Error("no such entry");
		return line;
	};
	const expected = Object.values(faults).flatMap((plant) =>
		Array.from({ length: 10 }, (_, i) => plant(library, i, at)),
	);
	expect(expected).toHaveLength(200);
	const places = expected.map(
		({ ruleId, document, line }) => `${document.path}:${document.numberOf(line)} ${ruleId}`,
	);

	const report = await reportOf(["--offline"], { cwd: makeRepository(treeOf(library)) });
	const found = report.findings.map(({ path, line, ruleId }) => `${path}:${line} ${ruleId}`);
	expect({
		missed: places.filter((place) => !found.includes(place)),
		invented: found.filter((place) => !places.includes(place)),
	}).toEqual({ missed: [], invented: [] });
	expect(found).toHaveLength(200);
}, 120_000);
