import { expect, test } from "vitest";
import { controls } from "../../src/report/clean.ts";
import { json } from "../../src/report/json.ts";
import { jsonl } from "../../src/report/jsonl.ts";
import fc from "../property.ts";
import { anyText } from "./hostile.ts";
import { echoing, page, samples } from "./samples.ts";

const objects = (output: string): Record<string, unknown>[] =>
	output
		.trimEnd()
		.split("\n")
		.map((line) => JSON.parse(line));

test.each(Object.entries(samples))("the lines of %s are the parts of its JSON report", (_, report) => {
	const lines = objects(jsonl.render(report, page));
	const of = (type: string): object[] =>
		lines.filter((line) => line.type === type).map(({ type: _, ...rest }) => rest);
	expect({ ...of("summary")[0], links: of("link"), findings: of("finding"), errors: of("error") }).toEqual(
		JSON.parse(json.render(report, page)),
	);
	expect(lines.findIndex(({ type }) => type === "summary")).toBe(lines.length - 1);
});

test("links come one by one, the rest at the end", () => {
	const [first] = samples.mixed?.links ?? [];
	if (first === undefined) throw new Error("the sample has links");
	expect(jsonl.lines?.link(first)).toBe(
		'{"type":"link","path":"README.md","line":3,"column":11,"endLine":3,"endColumn":43,"url":"https://arxiv.org/abs/1706.03762","text":"Attention","kind":"link","verdict":"alive","reason":"ok","status":200,"attempts":1}\n',
	);
});

test("text from outside makes no line of its own", () => {
	fc.assert(
		fc.property(anyText, (foreign) => {
			const output = jsonl.render(echoing(foreign), page);
			expect(output.replaceAll("\n", "").match(controls)).toBeNull();
			expect(objects(output).map(({ type }) => type)).toEqual([
				"link",
				"link",
				"finding",
				"error",
				"summary",
			]);
		}),
	);
});
