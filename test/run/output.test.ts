import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { describe, expect, test } from "vitest";
import { openOutput, writeOutput } from "../../src/run/output.ts";
import { makeFolder, type Tree } from "../tree.ts";

async function growOutput(file: string, cwd: string, content: string): Promise<void> {
	const stream = await openOutput(file, cwd);
	await finished(stream.end(content));
}

/** A checked tree, and what is beside it. */
const plant = (tree: Tree): { cwd: string; elsewhere: string } => {
	const folder = makeFolder({
		"elsewhere/precious": "precious",
		...Object.fromEntries(Object.entries(tree).map(([path, content]) => [`tree/${path}`, content])),
	});
	return { cwd: join(folder, "tree"), elsewhere: join(folder, "elsewhere") };
};

describe.each([
	["as a whole", writeOutput],
	["bit by bit", growOutput],
])("what is written %s", (_, write) => {
	test("makes folders, and replaces a file with its permissions", async () => {
		const { cwd } = plant({ "old/report.json": "old" });
		chmodSync(join(cwd, "old/report.json"), 0o640);
		await write("new/folder/report.json", cwd, "new");
		await write("old/report.json", cwd, "new");
		expect(readFileSync(join(cwd, "new/folder/report.json"), "utf8")).toBe("new");
		expect(readFileSync(join(cwd, "old/report.json"), "utf8")).toBe("new");
		expect(statSync(join(cwd, "old/report.json")).mode & 0o777).toBe(0o640);
		expect(readdirSync(join(cwd, "old"))).toEqual(["report.json"]);
	});

	test.each(["-> ../elsewhere/precious", "-> ../elsewhere/not-made-yet"])(
		"takes the place of a link: %s",
		async (link) => {
			const { cwd, elsewhere } = plant({ "report.json": link });
			await write("report.json", cwd, "new");
			expect(lstatSync(join(cwd, "report.json")).isFile()).toBe(true);
			expect(readFileSync(join(cwd, "report.json"), "utf8")).toBe("new");
			expect(readdirSync(elsewhere)).toEqual(["precious"]);
			expect(readFileSync(join(elsewhere, "precious"), "utf8")).toBe("precious");
		},
	);

	test.each([
		["out/report.json", { out: "-> ../elsewhere" }],
		["out/new/report.json", { out: "-> ../elsewhere" }],
		["a/b/report.json", { "a/b": "-> ../../elsewhere" }],
		["out/report.json", { out: "-> ../not-made-yet" }],
		["hooks/pre-commit", { ".git/hooks/x": "", hooks: "-> .git/hooks" }],
	])("%s is refused where a folder on the way leads out: %j", async (file, tree) => {
		const { cwd, elsewhere } = plant(tree as Tree);
		await expect(write(file, cwd, "new")).rejects.toThrow(
			"a symbolic link on the way leads out of the working directory, or into .git",
		);
		expect(readdirSync(elsewhere)).toEqual(["precious"]);
		expect(existsSync(join(cwd, "../not-made-yet"))).toBe(false);
		expect(existsSync(join(cwd, ".git/hooks/pre-commit"))).toBe(false);
	});

	test("goes elsewhere, or through a link that stays here, when it is told to", async () => {
		const { cwd, elsewhere } = plant({ "build/x": "", reports: "-> build" });
		await write("../elsewhere/report.json", cwd, "new");
		await write("reports/report.json", cwd, "new");
		expect(readFileSync(join(elsewhere, "report.json"), "utf8")).toBe("new");
		expect(readFileSync(join(cwd, "build/report.json"), "utf8")).toBe("new");
		expect(readlinkSync(join(cwd, "reports"))).toBe("build");
	});

	test("flows into a pipe and a device, which stay what they are", async () => {
		const { cwd } = plant({ x: "" });
		const pipe = join(cwd, "pipe");
		execFileSync("mkfifo", [pipe]);
		const reader = spawn("cat", [pipe]);
		// Heard from now on: it may end before what is written is told to have been.
		const ended = once(reader, "close");
		let read = "";
		reader.stdout.on("data", (chunk: Buffer) => {
			read += chunk;
		});
		await write("pipe", cwd, "new");
		await ended;
		expect(read).toBe("new");
		expect(lstatSync(pipe).isFIFO()).toBe(true);
		await write("/dev/null", cwd, "new");
		expect(lstatSync("/dev/null").isCharacterDevice()).toBe(true);
	});

	test("is no folder", async () => {
		const { cwd } = plant({ "folder/x": "" });
		await expect(write("folder", cwd, "new")).rejects.toThrow("it is a folder");
		expect(readdirSync(cwd)).toEqual(["folder"]);
	});
});
