import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Option } from "../src/config/option.ts";
import { options } from "../src/run/setup.ts";

// `vitest run -u` writes the inputs of action.yml anew.
const manifest = readFileSync(new URL("../action.yml", import.meta.url), "utf8");

test("the action's inputs are the options that it can be given", async () => {
	const region = /(?<=^inputs:\n).*?(?=^outputs:)/ms;
	await expect(manifest.replace(region, () => `${inputs()}\n`)).toMatchFileSnapshot("../action.yml");
});

test("the manifest runs the bundle on a runtime that runners have", () => {
	expect(parse(manifest).runs).toEqual({ using: "node24", main: "dist/action.js" });
});

function inputs(): string {
	return (Object.entries(options) as [string, Option][])
		.filter(([, { surfaces }]) => surfaces.includes("action"))
		.map(([name, { about, kind, default: initial, expression }]) => {
			const list = Array.isArray(kind.read("word")) ? " One item a line." : "";
			const standard = initial === undefined || Array.isArray(initial) ? "" : ` Default: ${String(initial)}.`;
			// No `default:`, so that the configuration file is not overruled by an input that nobody gave.
			const given = expression === undefined ? "" : `    default: ${expression}\n`;
			return `  ${name}:\n    description: ${JSON.stringify(`${about}.${list}${standard}`)}\n${given}`;
		})
		.join("");
}
