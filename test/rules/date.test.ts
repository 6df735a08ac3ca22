import { expect, test } from "vitest";
import { parseDocument } from "../../src/parse/index.ts";
import { submissionOf } from "../../src/rules/arxiv.ts";
import { dateOf } from "../../src/rules/date.ts";

function dateIn(text: string) {
	const [entry] = parseDocument({ path: "a.md", text, format: "markdown" }).entries;
	if (entry === undefined) throw new Error("no entry");
	return dateOf(entry);
}

test.each([
	["- 2021-WebGPT [[paper](https://example.org)]", { year: 2021 }],
	["- 2021.05 [WebGPT](https://example.org)", { year: 2021, month: 5 }],
	["- [2021/12] [WebGPT](https://example.org)", { year: 2021, month: 12 }],
	["- **2021-12**: [WebGPT](https://example.org)", { year: 2021, month: 12 }],
	["- [WebGPT](https://example.org) (2021)", { year: 2021 }],
	["- [WebGPT](https://example.org) (2021-07)", { year: 2021, month: 7 }],
	["- [WebGPT](https://example.org) (2021), revised (2022)", undefined],
	["- [2048 Game](https://example.org)", undefined],
	["- [WebGPT](https://example.org), NeurIPS 2021", undefined],
	["| Year | Paper |\n|---|---|\n| 2021 | [WebGPT](https://example.org) |", { year: 2021 }],
	["| 日期 | 论文 |\n|---|---|\n| 2021-03-01 | [WebGPT](https://example.org) |", { year: 2021, month: 3 }],
	["| Stars | Paper |\n|---|---|\n| 2021 | [WebGPT](https://example.org) |", undefined],
])("%s", (text, date) => {
	expect(dateIn(text)).toEqual(date);
});

test.each([
	["2303.08774", { year: 2023, month: 3 }],
	["0704.0001", { year: 2007, month: 4 }],
	["hep-th/9901001", { year: 1999, month: 1 }],
	["math.GT/0309136", { year: 2003, month: 9 }],
	["9913.00001", undefined],
])("arXiv:%s", (id, date) => {
	expect(submissionOf(id)).toEqual(date);
});
