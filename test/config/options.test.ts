import { expect, test } from "vitest";
import { defaultLayer } from "../../src/config/merge.ts";
import type { Option } from "../../src/config/option.ts";
import { reporters } from "../../src/report/index.ts";
import { table } from "./table.ts";

const rows = Object.entries(table) as [string, Option][];

test.each(rows)("%s is described in one line, and its default is a value it takes", (name, option) => {
	expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
	expect(option.about).toMatch(/^\S[^\n]*[^.\s]$/);
	if (option.default !== undefined) expect(option.kind.schema.parse(option.default)).toEqual(option.default);
	const wantsPlaceholder =
		option.surfaces.includes("argument") ||
		(option.surfaces.includes("flag") && option.kind.read !== table.quiet.kind.read);
	expect(option.placeholder !== undefined).toBe(wantsPlaceholder);
});

test("a value is wanted, unless it may be left out", () => {
	const without = rows.filter(([, { default: initial }]) => initial === undefined).map(([name]) => name);
	expect(without).toEqual(["since", "user-agent", "token", "write-baseline", "config", "save"]);
});

test("short flags differ", () => {
	const shorts = rows.flatMap(([, { short }]) => short ?? []);
	expect(new Set(shorts).size).toBe(shorts.length);
});

test("the formats are the reporters", () => {
	expect(table.format.kind.words).toEqual(Object.keys(reporters));
	expect(defaultLayer(table).settings.format).toEqual(["text"]);
});
