import { expect, test } from "vitest";
import { orphanFile } from "../../src/rules/orphan-file.ts";
import { shelfOf } from "../resolve/samples.ts";
import { otherEntries, see } from "./samples.ts";

const hostile = "papers/2020-A (b) c? #1.pdf";
const shelf = shelfOf("README.md", "papers/b.pdf", "papers/c.pdf", hostile);
const list = `# Papers\n\n- [B](papers/b.pdf)\n- [C](papers/c.pdf)\n`;

test("the link that is offered leads to the file", () => {
	const [found] = see(orphanFile, { text: list + otherEntries, path: "README.md" }, shelf);
	expect(found?.help).toBe(
		"List it in the catalogue, as [2020-A (b) c? #1](/papers/2020-A%20%28b%29%20c%3f%20%231.pdf), or remove it.",
	);
	const offered = /\[.*\)(?=, or)/.exec(found?.help ?? "")?.[0];
	expect(see(orphanFile, { text: `${list}- ${offered}\n${otherEntries}`, path: "README.md" }, shelf)).toEqual(
		[],
	);
});
