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

const flag = "--heap-growing-percent=30";

test.each([
	["a run that may ask the web", [], `${flag}\n`],
	["a run without network", ["--offline"], ""],
])("%s, and how its heap grows", async (_, args, told) => {
	const cwd = makeFolder({ "a.md": "# A\n" });
	const { code, stderr } = await runCommand(args, { cwd, flags: [`--import=${telling}`] });
	expect({ code, stderr }).toEqual({ code: 0, stderr: told });
});

test("V8 knows the flag", () => {
	const output = execFileSync(process.execPath, [flag, "--eval", "console.log(1)"], { encoding: "utf8" });
	expect(output).toBe("1\n");
	expect(() =>
		execFileSync(process.execPath, [flag.replace("heap", "heaq"), "--eval", "0"], { stdio: "pipe" }),
	).toThrow("bad option");
});
