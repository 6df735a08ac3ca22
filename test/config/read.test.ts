import { expect, test } from "vitest";
import { readConfig } from "../../src/config/read.ts";
import { messageOf, table } from "./table.ts";

const read = (source: string) => readConfig(source, "c.yml", table);

test.each<[string, object]>([
	["", {}],
	["# nothing yet\n", {}],
	["---\n", {}],
	["{}", {}],
	["timeout: 5\r\nretries: 0\r\n", { timeout: 5, retries: 0 }],
	["cache: false", { cache: false }],
	["cache: .cache/links.json", { cache: ".cache/links.json" }],
	["format: [text, json=out/r.json]", { format: ["text", "json=out/r.json"] }],
	["rules:\n  pdf: off\n  anchor: warning\n", { rules: { pdf: "off", anchor: "warning" } }],
	["hosts:\n  a.test:\n    concurrency: 1\n", { hosts: { "a.test": { concurrency: 1 } } }],
	["exclude: &list [a]\ninclude: *list\n", { exclude: ["a"], include: ["a"] }],
])("%j", (source, settings) => {
	expect(read(source)).toEqual(settings);
});

const keys = "The keys are listed in docs/configuration.md.";
const quotes = "Put quotes around a value that begins with * or !.";

test.each<[string, string]>([
	[
		"a: 1\n\ntimout: 3",
		`c.yml:1:1  unknown key "a"\n  help: ${keys}\nc.yml:3:1  unknown key "timout"\n  help: did you mean "timeout"? ${keys}`,
	],
	["fail_on: error", `c.yml:1:1  unknown key "fail_on"\n  help: did you mean "fail-on"? ${keys}`],
	["__proto__: {timeout: 3}", `c.yml:1:1  unknown key "__proto__"\n  help: ${keys}`],
	["<<: {timeout: 3}", `c.yml:1:1  unknown key "<<"\n  help: ${keys}`],
	["1: 2", `c.yml:1:1  unknown key "1"\n  help: ${keys}`],
	["? [x]\n: 1", `c.yml:1:3  unknown key "[\\"x\\"]"\n  help: ${keys}`],
	["quiet: true", 'c.yml:1:1  "quiet" is a flag and no key\n  help: give it on the command line: --quiet'],
	[
		"allow-private: true",
		'c.yml:1:1  "allow-private" is a flag and no key\n  help: give it on the command line: --allow-private',
	],
	["- timeout: 3", `c.yml:1:1  expected a map of options, found a list\n  help: ${keys}`],
	["timeout", `c.yml:1:1  expected a map of options, found a single value\n  help: ${keys}`],
	["timeout: soon", 'c.yml:1:10  timeout: expected a number of seconds above 0, at most 600, found "soon"'],
	["timeout: .inf", "c.yml:1:10  timeout: expected a number of seconds above 0, at most 600, found Infinity"],
	["timeout:\n", "c.yml:1:1  timeout: expected a number of seconds above 0, at most 600, found nothing"],
	["timeout: 601", "c.yml:1:10  timeout: expected a number of seconds above 0, at most 600, found 601"],
	["exclude: a", 'c.yml:1:10  exclude: expected a list, found "a"'],
	["exclude:\n  - a\n  - 12\n", "c.yml:3:5  exclude[1]: expected a pattern, found 12"],
	["fragments: yes", 'c.yml:1:12  fragments: expected true or false, found "yes"'],
	[
		"fail-on: eror",
		'c.yml:1:10  fail-on: expected error, warning, info or never, found "eror"\n  help: did you mean "error"?',
	],
	["rules: {dead-lnk: off}", 'c.yml:1:9  rules: unknown key "dead-lnk"\n  help: did you mean "dead-link"?'],
	["rules: {pdf: of}", 'c.yml:1:14  rules.pdf: expected error, warning, info or off, found "of"'],
	[
		"hosts:\n  a.test: {concurency: 1, concurrency: 0}",
		'c.yml:2:12  hosts["a.test"]: unknown key "concurency"\n  help: did you mean "concurrency"?\n' +
			'c.yml:2:40  hosts["a.test"].concurrency: expected a whole number from 1 to 64, found 0',
	],
	[
		"hosts: {ArXiv.org: {}}",
		'c.yml:1:9  hosts: expected a host name in lower case as a key, found "ArXiv.org"',
	],
	["hosts: {a: 1}", "c.yml:1:12  hosts.a: expected a map with the key concurrency, found 1"],
	[
		"header:\n  - x.test Authorization: abc\n",
		'c.yml:2:5  header[0]: expected "HOST Name: value" in quotes, where HOST is a host name or *, found …',
	],
	[
		"cache: ../../.bashrc\nformat: [text, json=/etc/passwd]",
		'c.yml:1:8  cache: expected a file below the folder of this configuration, found "../../.bashrc"\n' +
			"  help: only the command line can name a file elsewhere\n" +
			'c.yml:2:16  format[1]: expected a file below the folder of this configuration, found "/etc/passwd"\n' +
			"  help: only the command line can name a file elsewhere",
	],
	[
		"baseline: ../b.json",
		'c.yml:1:11  baseline: expected a file below the folder of this configuration, found "../b.json"\n' +
			"  help: only the command line can name a file elsewhere",
	],
	[
		"format: [json=.git/hooks/pre-commit]\ncache: a/.GIT/config\nbaseline: .git./x",
		'c.yml:1:10  format[0]: expected a file outside of .git, found ".git/hooks/pre-commit"\n' +
			"  help: only the command line can name a file elsewhere\n" +
			'c.yml:2:8  cache: expected a file outside of .git, found "a/.GIT/config"\n' +
			"  help: only the command line can name a file elsewhere\n" +
			'c.yml:3:11  baseline: expected a file outside of .git, found ".git./x"\n' +
			"  help: only the command line can name a file elsewhere",
	],
	[
		"ignore:\n  - {rule: ancor, reason: a}\n  - {rule: pdf}\n",
		'c.yml:2:12  ignore[0].rule: expected local-target, anchor, pdf, dead-link or moved-link, found "ancor"\n' +
			'  help: did you mean "anchor"?\n' +
			"c.yml:3:5  ignore[1].reason: expected a reason, found nothing",
	],
	[
		"ignore: [{path: a, reason: b, until: 2027-02-30}]",
		'c.yml:1:38  ignore[0].until: expected a day as 2027-01-31, found "2027-02-30"',
	],
	[
		"ignore: [{reason: a}]",
		"c.yml:1:10  ignore[0]: expected a map with a reason and at least one of rule, path and url, found a map",
	],
	["timeout: 1\ntimeout: 2\n", 'c.yml:2:1  the key "timeout" is given twice'],
	["rules:\n\tpdf: off\n", "c.yml:2:1  a tab indents this line\n  help: YAML wants spaces."],
	[
		"timeout: 1\n---\ntimeout: 2\n",
		"c.yml:2:1  a second document begins\n  help: Everything belongs into the first.",
	],
	["paths:\n  - !docs/**\n", `c.yml:2:5  "!docs/**" is a tag to YAML\n  help: ${quotes}`],
	[
		"exclude:\n  - *.x.test\n",
		`c.yml:2:5  "*.x.test" is an alias to YAML, and its anchor is not in this file\n  help: ${quotes}`,
	],
	[
		`exclude: &a [${"x,".repeat(9)}]\ninclude: [${"*a,".repeat(200)}]`,
		"c.yml:1:1  anchors are repeated more than 100 times",
	],
])("%j is refused", (source, message) => {
	expect(messageOf(() => read(source))).toBe(message);
});

test.each(["[", "{", "- ", "? ", "a: &a [*a, ", "a: {"])(
	"%j without end is an error and no crash",
	(piece) => {
		const message = messageOf(() => read(piece.repeat(20_000)));
		expect(message).toMatch(/^c\.yml:\d+:\d+ {2}/);
		expect(message.split("\n").length).toBeLessThanOrEqual(10);
	},
);

test("entries of ignore know where they are written", () => {
	const source =
		"# why\nignore:\n  - path: docs/**\n    reason: old\n  - {rule: pdf, reason: big, until: 2027-01-31}\n";
	expect(read(source)).toEqual({
		ignore: [
			{ path: "docs/**", reason: "old", at: { line: 3, column: 5 } },
			{ rule: "pdf", reason: "big", until: "2027-01-31", at: { line: 5, column: 5 } },
		],
	});
});
