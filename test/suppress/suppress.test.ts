import { describe, expect, test } from "vitest";
import type { Finding, JudgedLink, VerdictWord } from "../../src/model.ts";
import { type Ignore, ignoring } from "../../src/suppress/ignores.ts";
import { isUseless, suppress } from "../../src/suppress/suppress.ts";
import { span } from "../report/samples.ts";

const today = "2026-05-01";

function link(path: string, line: number, verdict: VerdictWord = "dead"): JudgedLink {
	const url = `https://x.test/${line}`;
	return {
		link: { path, span: span(line, 5, url.length), url, text: "", kind: "link" },
		target: { kind: "http", key: url },
		observation: { kind: "none", key: url, reason: "excluded" },
		verdict: { verdict, reason: "not-found" },
	};
}

function finding(path: string, line: number, ruleId = "dead-link"): Finding {
	const place = { line, column: 5, endLine: line, endColumn: 10 };
	return { ruleId, severity: "error", path, ...place, message: "", data: {}, introduced: true };
}

const links = [link("a.md", 1), link("a.md", 2), link("docs/b.md", 1)];
const findings = [finding("a.md", 1), finding("a.md", 2, "anchor"), finding("docs/b.md", 1)];
const isAt = (line: number) => (one: JudgedLink) => one.link.span.start.line === line;

test.each<[string, Ignore, readonly number[]]>([
	["everything where it names nothing", {}, []],
	["a rule", { rule: "dead-link" }, [1]],
	["a path", { path: (path) => path.startsWith("docs/") }, [0, 1]],
	["what is about a URL", { url: isAt(1) }, [1]],
	[
		"what has all that it names",
		{ rule: "dead-link", url: isAt(1), path: (path) => path === "a.md" },
		[1, 2],
	],
	["on its last day", { until: today }, []],
	["nothing afterwards", { until: "2026-04-30" }, [0, 1, 2]],
])("an entry silences %s", (_, ignore, kept) => {
	const suppressed = suppress(findings, [ignoring(ignore, links, today)]);
	expect(suppressed.findings).toEqual(kept.map((index) => findings[index]));
	expect(suppressed.silenced).toBe(findings.length - kept.length);
});

test("all that silence one finding are of use", () => {
	const both = [ignoring({ rule: "anchor" }, links, today), ignoring({ url: isAt(2) }, links, today)];
	expect(suppress(findings, both).idle).toEqual([]);
});

describe("a suppression that silences nothing", () => {
	const needsNetwork = (rule: string) => rule === "dead-link";
	const origin = { path: ".shelfread.yml", span: span(1, 1, 1), written: "x" };

	test.each<[string, Ignore, VerdictWord, boolean]>([
		["is useless", { rule: "dead-link" }, "alive", true],
		["may be needed while its link is unsure", { rule: "dead-link" }, "unsure", false],
		["may be needed while its link is skipped", { rule: "dead-link" }, "skipped", false],
		["for all rules is no different", {}, "unsure", false],
		["is useless where the rule needs no network", { rule: "anchor" }, "unsure", true],
		[
			"is useless where the unsure link is elsewhere",
			{ rule: "dead-link", path: () => false },
			"unsure",
			true,
		],
		["is useless after its day", { rule: "dead-link", until: "2026-04-30", origin }, "unsure", true],
	])("%s", (_, ignore, verdict, useless) => {
		const open = [link("a.md", 1, verdict)];
		expect(isUseless(ignoring(ignore, open, today), open, needsNetwork)).toBe(useless);
	});
});
