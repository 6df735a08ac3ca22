import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { firstCellsOf, headingsOf, readPage } from "./page.ts";

const contributing = readPage("CONTRIBUTING.md");

test("every dependency is defended, and no other", () => {
	const dependencies = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
	expect(firstCellsOf(contributing, "## Dependencies").toSorted()).toEqual(dependencies.toSorted());
});

test("every command is one of package.json's", () => {
	const commands = firstCellsOf(contributing, "## Set up").flatMap(
		(row) => /^npm (?:run )?(\w+)$/.exec(row)?.[1] ?? [],
	);
	expect(commands.length).toBeGreaterThan(0);
	expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(commands));
});

test("the changelog begins with what is not released", () => {
	expect(headingsOf(readPage("CHANGELOG.md")).slice(0, 2)).toEqual(["# Changelog", "## [Unreleased]"]);
});
