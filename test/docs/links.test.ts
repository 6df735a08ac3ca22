import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { reportOf } from "../run.ts";

test("shelfread has nothing to say about its own documents", async () => {
	const cwd = fileURLToPath(new URL("../..", import.meta.url));
	const { findings, errors, stats } = await reportOf(["--offline"], { cwd });
	expect({ findings, errors }).toEqual({ findings: [], errors: [] });
	expect(stats.verdicts.alive).toBeGreaterThan(0);
});
