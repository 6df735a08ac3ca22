import { expect, test } from "vitest";
import { defaultLayer, mergeSettings } from "../../src/config/merge.ts";
import { printConfig } from "../../src/config/print.ts";
import { readConfig } from "../../src/config/read.ts";
import { table } from "./table.ts";

const layers = [
	defaultLayer(table),
	{
		origin: ".shelfread.yml",
		settings: {
			exclude: ["*.x.test", "b"],
			header: ["x.test Authorization: abc"],
			"user-agent": "a # b",
			rules: { pdf: "off" },
			timeout: 5,
			ignore: [{ rule: "pdf", reason: "later", at: { line: 9, column: 5 } }],
		},
	},
	{ origin: "command line", settings: { exclude: ["c"], retries: 0, quiet: true } },
] as const;

test("a later layer wins, and lists replace each other", () => {
	const { settings, origins } = mergeSettings(...layers);
	expect(settings).toMatchObject({
		exclude: ["c"],
		include: [],
		timeout: 5,
		retries: 0,
		quiet: true,
		concurrency: 64,
	});
	expect(origins).toMatchObject({
		exclude: "command line",
		include: "default",
		timeout: ".shelfread.yml",
		retries: "command line",
	});
});

const printed = `paths: [] # default
exclude: # command line
  - c
include: [] # default
fragments: false # default
network: all # default
timeout: 5 # .shelfread.yml
deadline: 1800 # default
concurrency: 64 # default
host-concurrency: 6 # default
max-redirects: 10 # default
retries: 0 # command line
user-agent: "a # b" # .shelfread.yml
header: # .shelfread.yml
  - "x.test Authorization: …"
cache: false # default
suggest: false # default
hosts: {} # default
format: # default
  - text
fail-on: error # default
rules: # .shelfread.yml
  pdf: off
ignore: # .shelfread.yml
  - rule: pdf
    reason: later
pre-existing: count # default
baseline: false # default
`;

test("the printed configuration says where each value comes from, and no secret", () => {
	expect(printConfig(mergeSettings(...layers), table)).toBe(printed);
});

test("what is printed can be read again", () => {
	const { settings, origins } = mergeSettings(layers[0], {
		origin: "file",
		settings: { exclude: ["*", "!a", "# b"] },
	});
	const again = readConfig(printConfig({ settings, origins }, table), "c.yml", table);
	expect({ ...settings, ...again }).toEqual(settings);
	expect(again.exclude).toEqual(["*", "!a", "# b"]);
});
