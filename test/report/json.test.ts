import { readFileSync } from "node:fs";
import { describe, expect, expectTypeOf, test } from "vitest";
import { z } from "zod";
import type { Report } from "../../src/model.ts";
import { controls } from "../../src/report/clean.ts";
import { json } from "../../src/report/json.ts";
import fc from "../property.ts";
import { anyText } from "./hostile.ts";
import * as samples from "./samples.ts";
import { reportSchema } from "./schema.ts";

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

test.each(Object.entries(samples.samples))("%s is printed whole, and as the schema has it", (_, report) => {
	const printed = JSON.parse(json.render(report, samples.page));
	expect(printed).toEqual(report);
	expect(reportSchema.parse(printed)).toEqual(report);
});

describe("the schema", () => {
	test("is the model", () => {
		expectTypeOf<z.infer<typeof reportSchema>>().toEqualTypeOf<Mutable<Report>>();
	});

	test("is the documented one", () => {
		const documented = readFileSync(new URL("../../docs/report.schema.json", import.meta.url), "utf8");
		expect(JSON.parse(documented)).toEqual(z.toJSONSchema(reportSchema, { io: "input" }));
	});
});

test("the order of keys does not depend on who made the objects", () => {
	const reversed = (value: unknown): unknown =>
		Array.isArray(value)
			? value.map(reversed)
			: typeof value === "object" && value !== null
				? Object.fromEntries(
						Object.entries(value)
							.map(([key, inner]) => [key, reversed(inner)])
							.reverse(),
					)
				: value;
	const expected = json.render(samples.mixed, samples.page);
	expect(json.render(reversed(samples.mixed) as Report, samples.page)).toBe(expected);
});

test("control characters and runner commands are escaped, and come back when parsed", () => {
	fc.assert(
		fc.property(anyText, (foreign) => {
			const report = samples.echoing(foreign);
			const output = json.render(report, samples.page);
			expect(output.replaceAll("\n", "").match(controls)).toBeNull();
			expect(output).not.toMatch(/^\s*::|##\[/m);
			expect(JSON.parse(output)).toEqual(report);
		}),
	);
});
