import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "./run.ts";
import { makeFolder } from "./tree.ts";

/** A tree with links that a stranger put there, beside a folder that is none of its business. */
function plant(tree: Readonly<Record<string, string>>): { cwd: string; elsewhere: string } {
	const folder = makeFolder({
		"elsewhere/precious": "precious\n",
		"tree/a.md": "[b](gone.md)\n",
		...Object.fromEntries(Object.entries(tree).map(([path, content]) => [`tree/${path}`, content])),
	});
	return { cwd: join(folder, "tree"), elsewhere: join(folder, "elsewhere") };
}

function expectUntouched(elsewhere: string): void {
	expect(readdirSync(elsewhere)).toEqual(["precious"]);
	expect(readFileSync(join(elsewhere, "precious"), "utf8")).toBe("precious\n");
}

test("a link in the place of a report or a baseline is replaced", async () => {
	const { cwd, elsewhere } = plant({
		"report.json": "-> ../elsewhere/precious",
		"lines.jsonl": "-> ../elsewhere/new",
		"baseline.json": "-> ../elsewhere/newer",
	});
	const flags = ["--format=json=report.json", "--format=jsonl=lines.jsonl", "--write-baseline=baseline.json"];
	expect(await runCommand(flags, { cwd })).toEqual({ code: 0, stdout: "", stderr: "" });
	expectUntouched(elsewhere);
	for (const file of ["report.json", "lines.jsonl", "baseline.json"])
		expect(lstatSync(join(cwd, file)).isFile()).toBe(true);
});

test("a folder that is a link out of the tree is refused for everything that is written", async () => {
	const { cwd, elsewhere } = plant({ out: "-> ../elsewhere" });
	const reason = "a symbolic link on the way leads out of the working directory, or into .git";
	expect(await runCommand(["--format=json=out/report.json"], { cwd })).toEqual({
		code: 2,
		stdout: "",
		stderr: `shelfread: the json report could not be written to out/report.json: ${reason}\n`,
	});
	const baseline = await runCommand(["--write-baseline=out/baseline.json", "--format=github"], { cwd });
	expect(baseline.code).toBe(2);
	expect(baseline.stdout).toContain(`the baseline could not be written to out/baseline.json: ${reason}`);
	expect(await runCommand(["--cache=out/cache.jsonl"], { cwd })).toEqual({
		code: 2,
		stdout: "",
		stderr:
			"out/cache.jsonl  leads out of the working directory, or into .git, by a symbolic link\n" +
			"  help: name the file that it leads to with --cache\n",
	});
	expectUntouched(elsewhere);
});

test("a cache is not written through a link out of the tree", async () => {
	const { cwd, elsewhere } = plant({ "cache.jsonl": "-> ../elsewhere/new" });
	expect((await runCommand(["--cache=cache.jsonl"], { cwd })).code).toBe(2);
	expectUntouched(elsewhere);
	expect((await runCommand(["--cache=../elsewhere/cache.jsonl", "--fail-on=never"], { cwd })).code).toBe(0);
});

test("a configuration above the working directory is held to its own folder", async () => {
	const { cwd, elsewhere } = plant({
		".shelfread.yml": "format: [json=out/report.json]\n",
		out: "-> ../elsewhere",
		"docs/a.md": "",
	});
	expect(await runCommand([], { cwd: join(cwd, "docs") })).toEqual({
		code: 2,
		stdout: "",
		stderr:
			'../.shelfread.yml:1:10  format[0]: expected a file below the folder of this configuration, also where symbolic links lead, found "out/report.json"\n' +
			"  help: take the link away, or name another file\n",
	});
	expectUntouched(elsewhere);
});

test("flags may name a file anywhere", async () => {
	const { cwd, elsewhere } = plant({});
	const flags = [`--format=json=${join(elsewhere, "report.json")}`, "--format=text=../elsewhere/report.txt"];
	expect((await runCommand(flags, { cwd })).stderr).toBe("");
	expect(existsSync(join(elsewhere, "report.json"))).toBe(true);
	expect(existsSync(join(elsewhere, "report.txt"))).toBe(true);
});
