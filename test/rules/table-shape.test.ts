import { expect, test } from "vitest";
import { tableShape } from "../../src/rules/table-shape.ts";
import { shelfOf } from "../resolve/samples.ts";
import { see } from "./samples.ts";

/** A table of models whose licences are these. */
function table(licences: readonly string[]): string {
	const rows = licences.map((one, at) => `| [M${at}](https://m${at}.example.org/) | ${one} |\n`);
	return `| model | licence |\n|---|---|\n${rows.join("")}`;
}

function twelve(value: string): string[] {
	return Array.from({ length: 12 }, () => value);
}

test.each([
	["Unkown", "Unknown"],
	["Unknwon", "Unknown"],
	["Apche-2", "Apache-2"],
])("%s is to be %s", (value, usual) => {
	expect(see(tableShape, { text: table([...twelve(usual), value]) }, shelfOf())).toEqual([
		{
			written: value,
			message: `${value} looks like a misspelling of ${usual}, which 12 cells of the column licence have`,
			help: `Write ${usual}.`,
			fixed: table([...twelve(usual), usual]),
			safe: false,
		},
	]);
});

test("a value in a link is left to the author", () => {
	const [found] = see(tableShape, { text: table([...twelve("Unknown"), "*Unkown*"]) }, shelfOf());
	expect(found?.written).toBe("*Unkown*");
	expect(found).not.toHaveProperty("fixed");
});

test.each([
	["Apache-1", "Apache-2"],
	["Images", "Image"],
	["danish", "spanish"],
	["apache", "Apache"],
	["CVPRW", "CVPRX"],
	["MIT0", "MITx"],
])("%s is another value than %s", (value, usual) => {
	expect(see(tableShape, { text: table([...twelve(usual), value]) }, shelfOf())).toEqual([]);
});
