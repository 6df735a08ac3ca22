import { execFileSync } from "node:child_process";
import process from "node:process";
import { expect, test } from "vitest";
import { runCommand } from "../run.ts";
import { makeFolder } from "../tree.ts";

/** A module that has V8's flags told instead of set. When V8 collects garbage depends on how busy a machine is. */
const telling = `data:text/javascript,${encodeURIComponent(`
	import { syncBuiltinESMExports } from "node:module";
	import v8 from "node:v8";
	v8.setFlagsFromString = (flag) => console.error(flag);
	syncBuiltinESMExports();
`)}`;

const always = ["--max-inlined-bytecode-size-cumulative=200"];
const online = [
	"--heap-growing-percent=30",
	"--semi-space-growth-factor=1",
	"--no-wasm-tier-up",
	"--no-wasm-dynamic-tiering",
	"--optimize-for-size",
];

test.each([
	["a run that may ask the web", [], [...always, ...online]],
	["a run without network", ["--offline"], always],
	["a list", ["list"], always],
	["an explanation", ["explain", "dead-link"], []],
])("%s, and what V8 is told", async (_, args, told) => {
	const cwd = makeFolder({ "a.md": "# A\n" });
	const { code, stderr } = await runCommand(args, { cwd, flags: [`--import=${telling}`] });
	expect({ code, stderr }).toEqual({ code: 0, stderr: told.map((flag) => `${flag}\n`).join("") });
});

test.each([...always, ...online])("V8 knows %s", (flag) => {
	const output = execFileSync(process.execPath, [flag, "--eval", "console.log(1)"], { encoding: "utf8" });
	expect(output).toBe("1\n");
	const misspelt = flag.replace(/-(?=\w+(=|$))/, "-x");
	expect(() => execFileSync(process.execPath, [misspelt, "--eval", "0"], { stdio: "pipe" })).toThrow(
		"bad option",
	);
});
