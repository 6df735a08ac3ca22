import { cpSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { reportOf } from "./run.ts";
import { makeFolder, runGit } from "./tree.ts";

/** Each folder is a tree in which nothing is wrong, and which invites to say that something is. */
const folder = fileURLToPath(new URL("../fixtures/traps", import.meta.url));

test.each(readdirSync(folder))("%s", async (name) => {
	const cwd = makeFolder({});
	cpSync(`${folder}/${name}`, cwd, { recursive: true });
	runGit(cwd, "init", "--quiet");
	// Ignored files would not be fixtures: they are added by force.
	runGit(cwd, "add", "--all", "--force");
	const report = await reportOf(["--offline"], { cwd });
	expect(report.findings).toEqual([]);
	expect(report.errors).toEqual([]);
	expect(report.stats.verdicts.dead).toBe(0);
});
