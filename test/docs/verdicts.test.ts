import { expect, test } from "vitest";
import { reasons } from "../../src/model.ts";
import { firstCellsOf, headingsOf, readPage } from "./page.ts";

const page = readPage("docs/verdicts.md");

test("the page has a heading for every verdict", () => {
	const verdicts = Object.keys(reasons).map((verdict) => `## ${verdict}`);
	expect(headingsOf(page)).toEqual(["# Verdicts and their reasons", ...verdicts]);
});

test.each(Object.entries(reasons))("%s has a row for each of its reasons, in their order", (verdict, own) => {
	expect(firstCellsOf(page, `## ${verdict}`)).toEqual(own);
});
