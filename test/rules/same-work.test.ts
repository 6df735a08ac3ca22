import { expect, test } from "vitest";
import type { FileObservation } from "../../src/model.ts";
import { dateVsIdentifier } from "../../src/rules/date-vs-identifier.ts";
import { sameWork } from "../../src/rules/same-work.ts";
import { titleVsFile } from "../../src/rules/title-vs-file.ts";
import { shelfOf } from "../resolve/samples.ts";
import { see } from "./samples.ts";

const others = Array.from({ length: 10 }, (_, i) => `- [thing ${i}](https://example.org/${i})\n`).join("");
const arxiv: FileObservation["arxiv"] = { id: "2303.08774", version: 3, date: "2023-03-27" };
const looks = { "gpt4.pdf": { arxiv }, "2022-A Study of Something Else.pdf": { arxiv } };
const shelf = shelfOf(...Object.keys(looks));

test("the stamp of a local copy tells which paper it is", () => {
	const text = `${others}- [GPT-4](gpt4.pdf)\n- [The Report](https://arxiv.org/abs/2303.08774)\n`;
	expect(see(sameWork, { text, path: "README.md" }, shelf, looks)).toEqual([
		{
			written: "https://arxiv.org/abs/2303.08774",
			message: "The Report is arXiv:2303.08774, which is also listed at line 11, as gpt4.pdf",
			help: "Use one address for one work.",
			severity: "warning",
		},
	]);
});

test("the stamp dates a local copy", () => {
	const text = `${others}- 2021-GPT-4 [[paper](gpt4.pdf)]\n`;
	const [seen] = see(dateVsIdentifier, { text, path: "README.md" }, shelf, looks);
	expect(seen?.message).toBe(
		"2021-GPT-4 is dated 2021, but its link leads to arXiv:2303.08774, submitted 2023-03",
	);
});

test("the stamp names the file that a title does not fit", () => {
	const text = `${others}- 2017-Attention Is All You Need [[paper](<2022-A Study of Something Else.pdf>)]\n`;
	const [seen] = see(titleVsFile, { text, path: "README.md" }, shelf, looks);
	expect(seen?.help).toBe(
		"By its own stamp the file is https://arxiv.org/abs/2303.08774: link the right file, or name it after its title.",
	);
});
