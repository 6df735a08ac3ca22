import { expect, test } from "vitest";
import { clean, controls } from "../../src/report/clean.ts";
import { gitlab } from "../../src/report/gitlab.ts";
import fc from "../property.ts";
import { anyText } from "./hostile.ts";
import * as samples from "./samples.ts";

const { page } = samples;

test("a clean run is an empty list", () => {
	expect(gitlab.render(samples.clean, page)).toBe("[]\n");
});

test("severities in GitLab's words", () => {
	const severities = JSON.parse(gitlab.render(samples.mixed, page)).map(
		({ severity }: { severity: string }) => severity,
	);
	expect(severities).toEqual(["major", "info", "major", "major", "major", "minor"]);
});

test("hostile text stays text", () => {
	fc.assert(
		fc.property(anyText, (foreign) => {
			const output = gitlab.render(samples.echoing(foreign), page);
			const text = clean(foreign);
			expect(JSON.parse(output)).toEqual([
				{
					description: text,
					check_name: text,
					fingerprint: `${text}:${text}:${clean(foreign.slice(0, 200))}:1`,
					severity: "major",
					location: { path: text, lines: { begin: 1 } },
				},
			]);
			expect(output.replaceAll("\n", "").match(controls)).toBeNull();
			expect(output).not.toMatch(/^\s*::|##\[/m);
		}),
	);
});
