import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { rules } from "../../src/rules/index.ts";
import { runCommand } from "../run.ts";
import { makeFolder } from "../tree.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const page = readFileSync(join(repository, "docs/rules/local-target.md"), "utf8");

describe("shelfread rules", () => {
	test("lists every rule with its defaults, in columns", async () => {
		const { code, stdout, stderr } = await runCommand(["rules"], { cwd: makeFolder({}) });
		const lines = stdout.split("\n").slice(0, -1);
		expect({ code, stderr, ids: lines.map((line) => line.split(" ")[0]) }).toEqual({
			code: 0,
			stderr: "",
			ids: rules.map(({ id }) => id),
		});
		expect(lines.map((line) => line.replace(/ +/g, " "))).toEqual(
			expect.arrayContaining([
				"local-target error high offline a relative link, or a URL of the own repository, that names nothing in the tree",
				"moved-link info high network a web link that every hop redirects for good",
				"shortener off high offline a link through a URL shortener",
			]),
		);
	});

	test("lists them for programs", async () => {
		const { stdout } = await runCommand(["rules", "--jsonl"], { cwd: makeFolder({}) });
		const objects = stdout
			.split("\n")
			.slice(0, -1)
			.map((line) => JSON.parse(line) as unknown);
		expect(objects).toHaveLength(rules.length);
		expect(objects).toContainEqual({
			id: "shortener",
			severity: "off",
			confidence: "high",
			offline: true,
			summary: "a link through a URL shortener",
		});
	});
});

describe("shelfread explain", () => {
	test("prints a rule's page", async () => {
		expect(await runCommand(["explain", "local-target"], { cwd: makeFolder({}) })).toEqual({
			code: 0,
			stdout: page,
			stderr: "",
		});
	});

	test.each([
		["local-targets", 'did you mean "local-target"?'],
		["../../README", "shelfread rules lists them"],
	])("does not know %s", async (name, help) => {
		expect(await runCommand(["explain", name], { cwd: makeFolder({}) })).toEqual({
			code: 2,
			stdout: "",
			stderr: `explain: expected the name of a rule, found "${name}"\n  help: ${help}\n`,
		});
	});

	test("prints it from an installed package too", () => {
		const folder = makeFolder({});
		const installed = join(folder, "node_modules/shelfread");
		mkdirSync(installed, { recursive: true });
		for (const part of ["lib", "docs", "package.json"])
			cpSync(join(repository, part), join(installed, part), { recursive: true });
		symlinkSync(join(repository, "node_modules"), join(installed, "node_modules"));
		const bin = join(installed, "lib/bin.js");
		const stdout = execFileSync(process.execPath, [bin, "explain", "local-target"], {
			cwd: folder,
			encoding: "utf8",
		});
		expect(stdout).toBe(page);
	});
});
