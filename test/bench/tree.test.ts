import { describe, expect, it } from "vitest";
import { growTree } from "../../bench/tree.ts";

describe("growTree", () => {
	const size = { files: 600, medianLength: 2_000 };
	const files = [...growTree(size)];

	it("is the same each time", () => {
		expect([...growTree(size)]).toEqual(files);
	});

	it("has links to its own files, to their headings and to the web, and a few that are broken", () => {
		const text = files.map((file) => file.text).join("\n");
		expect(new Set(files.map(({ path }) => path)).size).toBe(600);
		const signs = ["page-7.md)", "#notes)", "https://", "#gone", "gone-", "```", "|---|"];
		expect(signs.filter((sign) => !text.includes(sign))).toEqual([]);
	});
});
