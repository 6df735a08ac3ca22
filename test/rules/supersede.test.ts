import { expect, test } from "vitest";
import type { Finding } from "../../src/model.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { withoutSuperseded } from "../../src/rules/supersede.ts";

const rule = (id: string, supersedes: readonly string[] = []): Rule => ({
	id,
	summary: "",
	severity: "error",
	confidence: "high",
	offline: true,
	supersedes,
	find: () => [],
	word: () => ({ message: "" }),
});
const finding = (ruleId: string, line: number, path = "a.md"): Finding => ({
	ruleId,
	severity: "error",
	path,
	line,
	column: 1,
	endLine: line,
	endColumn: 9,
	message: "",
	data: {},
	introduced: true,
});
const rules = [rule("syntax", ["target"]), rule("target"), rule("other")];

test.each([
	["the same place", [finding("target", 1), finding("syntax", 1)], [finding("syntax", 1)]],
	[
		"another place",
		[finding("target", 2), finding("syntax", 1)],
		[finding("target", 2), finding("syntax", 1)],
	],
	[
		"another file",
		[finding("target", 1, "b.md"), finding("syntax", 1)],
		[finding("target", 1, "b.md"), finding("syntax", 1)],
	],
	["another rule", [finding("other", 1), finding("syntax", 1)], [finding("other", 1), finding("syntax", 1)]],
	["the better rule is off", [finding("target", 1)], [finding("target", 1)]],
])("%s", (_, findings, left) => {
	expect(withoutSuperseded(findings, rules)).toEqual(left);
});
