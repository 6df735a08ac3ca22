import { expect, test } from "vitest";
import { clean, controls, disarm } from "../../src/report/clean.ts";
import { csv } from "../../src/report/csv.ts";
import fc from "../property.ts";
import { anyText } from "./hostile.ts";
import * as samples from "./samples.ts";

const { page } = samples;
const header = "path,line,column,end_line,end_column,severity,rule,introduced,subject,message,help";

/** Reads RFC 4180 by its grammar; throws on what it does not allow. */
function read(text: string): string[][] {
	const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
	const rows: string[][] = [];
	let row: string[] = [];
	while (field.lastIndex < text.length) {
		const at = field.lastIndex;
		const [, quoted, plain = "", end] = field.exec(text) ?? [];
		if (end === undefined) throw new Error(`no CSV at ${at}: ${text.slice(at, at + 20)}`);
		row.push(quoted?.replaceAll('""', '"') ?? plain);
		if (end === ",") continue;
		rows.push(row);
		row = [];
	}
	return rows;
}

test("a clean run is the header", () => {
	expect(csv.render(samples.clean, page)).toBe(`${header}\r\n`);
});

test("a row for each finding, in the order of the report", () => {
	const [, ...rows] = read(csv.render(samples.mixed, page));
	expect(rows.map(([path, line, , , , severity, rule]) => [path, line, severity, rule])).toEqual(
		samples.mixed.findings.map(({ path, line, severity, ruleId }) => [path, String(line), severity, ruleId]),
	);
});

test.each([
	["plain", "plain"],
	["a, b", '"a, b"'],
	['say "a"', '"say ""a"""'],
	[" at the edge", '" at the edge"'],
	["=1+1", "'=1+1"],
	["+1", "'+1"],
	["-1", "'-1"],
	["@SUM(A1)", "'@SUM(A1)"],
	["＝1", "'＝1"],
	["\t=1", '" =1"'],
	['=HYPERLINK("https://x.test","y")', '"\'=HYPERLINK(""https://x.test"",""y"")"'],
	["1=1", "1=1"],
])("%j is written as %s", (text, cell) => {
	expect(csv.render(samples.echoing(text), page).endsWith(`,${cell},${cell}\r\n`)).toBe(true);
});

test("hostile text stays in its cell, calculates nothing and commands no runner", () => {
	fc.assert(
		fc.property(anyText, (foreign) => {
			const output = csv.render(samples.echoing(foreign), page);
			const [, row = [], ...rest] = read(output);
			expect(rest).toEqual([]);
			expect(row).toHaveLength(header.split(",").length);
			const shown = disarm(clean(foreign).replace(/^[=+\-@＝＋－＠]/, "'$&"));
			expect(row.slice(-2).map(disarm)).toEqual([shown, shown]);
			for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
			expect(output.replaceAll("\r\n", "").match(controls)).toBeNull();
			expect(output).not.toMatch(/^\s*::|##\[/m);
		}),
	);
});
