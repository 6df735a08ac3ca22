import { expect, test } from "vitest";
import { parseArguments } from "../../src/config/args.ts";
import { helpText } from "../../src/config/help.ts";
import { table } from "./table.ts";

const help = helpText(table);
const lines = help.split("\n");

test("it fits on 100 columns and ends with one newline", () => {
	expect(lines.filter((line) => line.length > 100 || line !== line.trimEnd())).toEqual([]);
	expect(help).toMatch(/[^\n]\n$/);
});

test("every flag of the table is there once, and nothing else", () => {
	const shown = lines.flatMap((line) => /^ {2}(?:-\w, )?--([\w-]+)/.exec(line)?.[1] ?? []);
	const flags = Object.entries(table).flatMap(([name, { surfaces, shorthand }]) => [
		...(surfaces.includes("flag") ? [name] : []),
		...(shorthand ? [shorthand.flag] : []),
	]);
	expect(shown.toSorted()).toEqual(flags.toSorted());
});

test("its examples are command lines", () => {
	const examples = lines.filter((line) =>
		/^ {2}shelfread (?!\[|list \[|probe URL|judge FILE|rules|explain RULE)/.test(line),
	);
	expect(examples).toHaveLength(5);
	for (const example of examples) {
		const [, ...words] = (example.trim().split(/ {2,}/)[0] ?? "").split(" ");
		expect(() =>
			parseArguments(
				words.map((word) => word.replaceAll('"', "")),
				table,
			),
		).not.toThrow();
	}
});

test("a row is a flag, what it does and its default", () => {
	expect(lines).toEqual(
		expect.arrayContaining([
			"  --timeout SECONDS           Time for one request (default 20)",
			"  --offline                   The same as --network none",
			"  -q, --quiet                 Report errors and one line of summary only",
			"  --allow-private[=HOST,…]    Check links to private and loopback addresses: all, or only those of",
			"                              these hosts",
		]),
	);
});
