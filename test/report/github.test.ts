import { describe, expect, test } from "vitest";
import { clean, controls } from "../../src/report/clean.ts";
import { github } from "../../src/report/github.ts";
import fc from "../property.ts";
import { anyText } from "./hostile.ts";
import * as samples from "./samples.ts";

const { page } = samples;

function output(...lines: string[]): string {
	return `${lines.join("\n")}\n`;
}

test("a clean run is one line and no annotation", () => {
	expect(github.render(samples.clean, page)).toBe(output("3 of 3 links verified in 2 files: no findings"));
});

test("the worst first; columns on one line only; errors of the run too", () => {
	expect(github.render(samples.mixed, page)).toBe(
		output(
			"6 of 13 links verified in 12 files: 4 errors, 1 warning, 1 info; 1 run error",
			"::error file=README.md,line=9,col=14,endColumn=33,title=dead-link::https://x.test/gone answered 404 Not Found (2 tries)%0ARemove the link, or point it at where the page went.",
			"::error file=README.md,line=104,col=7,endColumn=25,title=local-target::papers/2020-T5.PDF differs in letter case from papers/2020-T5.pdf, the file in the tree%0AWrite the path exactly as the file is named: it opens on macOS and Windows only.",
			"::error file=README.md,line=105,col=7,endColumn=112,title=dead-link::https://uploads-ssl.webflow.com/60fd4503684b466578c0d307/61138924626a6981ee09caf6_jurassic_tech_paper.pdf cannot be reached: uploads-ssl.webflow.com is no host (2 tries)",
			"::error file=文档/阅读清单.md,line=7,col=5,endColumn=20,title=local-target::论文/大型语言模型综述.pdf is missing; 论文/大语言模型综述.pdf has a similar name%0ACorrect the name, or add the file.",
			"::warning file=docs/old.md,title=invalid-encoding::docs/old.md is not UTF-8: byte 0xE9 at offset 120%0ASave the file as UTF-8.",
			"::warning file=文档/阅读清单.md,line=31,endLine=32,title=unused-definition::The definition [综述] is used nowhere",
			"::notice file=README.md,line=12,col=5,endColumn=43,title=moved-link::https://github.com/openai/gpt-2-simple moved for good to https://github.com/minimaxir/gpt-2-simple",
		),
	);
});

test("nine of each level, and a line for the rest", () => {
	const lines = github.render(samples.many, page).trimEnd().split("\n");
	const levels = lines.map((line) => /^::(\w+)/.exec(line)?.[1]);
	expect(levels).toEqual([undefined, ...Array(9).fill("error"), ...Array(10).fill("notice")]);
	expect(lines.at(-1)).toBe(
		"::notice title=shelfread::191 more errors, 91 more notices: the job summary and the formats text and json have them all.",
	);
});

test("standard input has no file to annotate", () => {
	expect(github.render(samples.echoing("<stdin>"), page)).toContain(
		"\n::error title=<stdin>::<stdin>%0A<stdin>\n",
	);
});

describe("hostile text", () => {
	test("every line after the first is one command, and the runner reads what was meant", () => {
		fc.assert(
			fc.property(anyText, (foreign) => {
				const [, ...lines] = github.render(samples.echoing(foreign), page).slice(0, -1).split("\n");
				const text = clean(foreign);
				expect(lines.map(readCommand)).toEqual([
					{ name: "error", properties: { file: text, title: text }, data: `${text}\n${text}` },
					{
						name: "error",
						properties: {
							...{ file: text, line: "1", col: "1", endColumn: String(1 + foreign.length) },
							title: text,
						},
						data: `${text}\n${text}`,
					},
				]);
				for (const line of lines) expect(line.match(controls)).toBeNull();
			}),
		);
	});
});

/** Reads a command as the runner does: the first `::` after the properties ends them, `%25` is replaced last. */
function readCommand(line: string): { name: string; properties: Record<string, string>; data: string } {
	const [, name = "", list = "", data = ""] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
	const properties = list.split(",").map((pair): [string, string] => {
		const [key = "", ...value] = pair.split("=");
		return [
			key,
			unescaped(value.join("="), { "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%" }),
		];
	});
	return {
		name,
		properties: Object.fromEntries(properties),
		data: unescaped(data, { "%0D": "\r", "%0A": "\n", "%25": "%" }),
	};
}

function unescaped(text: string, replacements: Record<string, string>): string {
	return Object.entries(replacements).reduce((result, [from, to]) => result.replaceAll(from, to), text);
}
