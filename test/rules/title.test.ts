import { expect, test } from "vitest";
import {
	areSame,
	isAcronymOf,
	isDated,
	isLong,
	isPartOf,
	similarity,
	wordsOf,
	workTitle,
} from "../../src/rules/title.ts";

test.each([
	["2023-ICLR-GPTQ: Accurate Quantization", "GPTQ: Accurate Quantization"],
	["2022-iclr-Multitask Prompted Training", "Multitask Prompted Training"],
	["2023-LIMA- Less Is More", "LIMA- Less Is More"],
	["2022-Gpt-neox-20b- An open model", "Gpt-neox-20b- An open model"],
	["[2021.05] Title", "Title"],
	["(2021) Title", "Title"],
	["2001: A Space Odyssey", "A Space Odyssey"],
	["1984", ""],
	["20 Newsgroups", "20 Newsgroups"],
	["2048-bit Keys", "bit Keys"],
	["T5", "T5"],
])("%s is called %s", (title, name) => {
	expect(workTitle(title)).toBe(name);
});

test.each([
	["2021-WebGPT", true],
	["WebGPT 2021", false],
	["2021", false],
])("%s is dated: %s", (title, dated) => {
	expect(isDated(title)).toBe(dated);
});

test.each([
	["Attention Is All You Need", true],
	["2017-RLHF", false],
	["让研究人员绞尽脑汁的位置编码", true],
	["中文图书语料", false],
])("%s is long: %s", (title, long) => {
	expect(isLong(title)).toBe(long);
});

test.each([
	["BERT", "bert", true],
	["BERT", "BERT: Pre-training of Deep Bidirectional Transformers", true],
	["2017-Attention Is All You Need", "Attention is all you need.", true],
	["Neural Machine Translation by Jointly Learning", "Neural Machine Translaton by Jointly Learning", true],
	["C", "C++", true],
	["LLaMA", "LLaMA 2: Open Foundation Models", false],
	["LLaMA", "LLaMA v2", false],
	["Memory Networks", "Memory Networks (2013)", true],
	["Vector", "Vector Visions", true],
	["Deep Learning Lecture Notes, Part 1", "Deep Learning Lecture Notes, Part 2", false],
	["Deep Learning Lecture Notes, Part 1", "Deep Learning Lecture Nots, Part 1", true],
	["isMap(foo): boolean", "isSet(foo): boolean", false],
	["LLaMA", "Alpaca", false],
	["Node", "The parent Node", false],
])("%s and %s are the same: %s", (a, b, same) => {
	const [one, other] = [wordsOf(a), wordsOf(b)];
	expect([areSame(one, other), areSame(other, one)]).toEqual([same, same]);
});

test.each([
	["RLHF", "Reinforcement Learning from Human Feedback", true],
	["LIMA", "Less Is More for Alignment", true],
	["T", "Transformer", false],
	["GPT", "A General Purpose Transformer", false],
])("%s is made of the letters of %s: %s", (a, b, made) => {
	expect([isAcronymOf(a, b), isAcronymOf(b, a)]).toEqual([made, made]);
});

test("a part", () => {
	expect(isPartOf("Dropout", "2014-Dropout: A Simple Way")).toBe(true);
	expect(isPartOf("", "Dropout")).toBe(false);
});

test("similarity is of letters, whatever is between them", () => {
	expect(similarity("2023-Let’s Verify Step by Step", "Lets verify: step-by-step")).toBe(1);
	expect(similarity("Attention Is All You Need", "Universal Transformers")).toBeLessThan(0.3);
	expect(similarity("a", "b")).toBe(0);
});
