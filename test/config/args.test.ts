import { expect, test } from "vitest";
import { parseArguments } from "../../src/config/args.ts";
import { ConfigError } from "../../src/config/problem.ts";
import { messageOf, table } from "./table.ts";

const parse = (...argv: string[]) => parseArguments(argv, table);

test.each<[string[], object]>([
	[[], {}],
	[["a.md", "docs", "!docs/old"], { paths: ["a.md", "docs", "!docs/old"] }],
	[["-"], { paths: ["-"] }],
	[["--", "-q", "--help", "probe"], { paths: ["-q", "--help", "probe"] }],
	[["./probe"], { paths: ["./probe"] }],
	[["a.md", "probe"], { paths: ["a.md", "probe"] }],
	[["--timeout", "2.5"], { timeout: 2.5 }],
	[["--timeout=5", "--timeout=6"], { timeout: 6 }],
	[["--deadline=0"], { deadline: 0 }],
	[["--offline"], { network: "none" }],
	[["--offline", "--network", "auto"], { network: "auto" }],
	[["--fragments", "--no-fragments"], { fragments: false }],
	[["--fragments=false"], { fragments: false }],
	[["--fragments", "a.md"], { fragments: true, paths: ["a.md"] }],
	[["--exclude", "a,b", "--exclude=c"], { exclude: ["a,b", "c"] }],
	[["--format", "text", "--format=json=out.json"], { format: ["text", "json=out.json"] }],
	[["--allow-private", "a.md"], { "allow-private": true, paths: ["a.md"] }],
	[["--allow-private=a.test, b.test", "--allow-private=c"], { "allow-private": ["a.test", "b.test", "c"] }],
	[["--no-allow-private"], { "allow-private": false }],
	[["--cache", "x.json"], { cache: "x.json" }],
	[["--cache", "x.json", "--no-cache"], { cache: false }],
	[["--config=a.yml"], { config: "a.yml" }],
	[["--no-config"], { config: false }],
	[["--header", "x.test Authorization: Bearer a=b"], { header: ["x.test Authorization: Bearer a=b"] }],
	[["-qv"], { quiet: true, verbose: true }],
	[["-h"], { help: true }],
	[["-V"], { version: true }],
	[["--help", "probe"], { help: true }],
])("%j", (argv, settings) => {
	expect(parse(...argv)).toEqual({ command: "check", settings });
});

test("list takes paths, and flags of its own", () => {
	expect(parse("list")).toEqual({ command: "list", settings: {} });
	expect(parse("list", "a.md", "list", "--entries", "--jsonl")).toEqual({
		command: "list",
		settings: { paths: ["a.md", "list"], entries: true, jsonl: true },
	});
	expect(parse("./list")).toEqual({ command: "check", settings: { paths: ["./list"] } });
});

test("rules takes nothing, explain one rule", () => {
	expect(parse("rules", "--jsonl")).toEqual({ command: "rules", settings: { jsonl: true } });
	expect(parse("explain", "pdf")).toEqual({ command: "explain", operand: "pdf", settings: {} });
	expect(messageOf(() => parse("rules", "pdf"))).toBe(
		'rules: expected nothing after it, found "pdf"\n' +
			"  help: shelfread explain RULE shows one rule; a folder of this name is checked by: shelfread ./rules",
	);
	expect(messageOf(() => parse("explain"))).toBe(
		"explain: expected one RULE, found nothing\n  help: a file of this name is checked by: shelfread ./explain",
	);
});

test("judge takes one file, and probe alone is saved", () => {
	expect(parse("judge", "a.json")).toEqual({ command: "judge", operand: "a.json", settings: {} });
	expect(parse("probe", "https://x.test/", "--save=a.json").settings).toEqual({ save: "a.json" });
});

test("probe takes one URL, before or after flags", () => {
	const expected = { command: "probe", operand: "https://x.test/", settings: { timeout: 3 } };
	expect(parse("probe", "https://x.test/", "--timeout=3")).toEqual(expected);
	expect(parse("--timeout=3", "probe", "https://x.test/")).toEqual(expected);
	expect(parse("probe", "probe")).toEqual({ command: "probe", operand: "probe", settings: {} });
});

const lists = "shelfread --help lists the flags.";

test.each<[string[], string]>([
	[["--timout", "3"], `unknown flag "--timout"\n  help: did you mean "--timeout"? ${lists}`],
	[["--no-cahce"], `unknown flag "--no-cahce"\n  help: did you mean "--no-cache"? ${lists}`],
	[["--no-timeout"], `unknown flag "--no-timeout"\n  help: did you mean "--timeout"? ${lists}`],
	[["-x"], `unknown flag "-x"\n  help: ${lists}`],
	[["--paths", "a"], `unknown flag "--paths"\n  help: ${lists}`],
	[["--rules=pdf"], `unknown flag "--rules"\n  help: ${lists}`],
	[["--__proto__"], `unknown flag "--__proto__"\n  help: ${lists}`],
	[["--constructor"], `unknown flag "--constructor"\n  help: ${lists}`],
	[
		["--timeout"],
		"--timeout: expected a number of seconds above 0, at most 600, found nothing\n  help: write --timeout SECONDS",
	],
	[["--cache", "--quiet"], "--cache: expected a path or false, found nothing\n  help: write --cache FILE"],
	[["--timeout="], '--timeout: expected a number of seconds above 0, at most 600, found ""'],
	[["--timeout=0"], "--timeout: expected a number of seconds above 0, at most 600, found 0"],
	[["--retries", "-1"], "--retries: expected a whole number from 0 to 10, found -1"],
	[["--retries", "1e1"], '--retries: expected a whole number from 0 to 10, found "1e1"'],
	[["--concurrency=2.5"], "--concurrency: expected a whole number from 1 to 1024, found 2.5"],
	[
		["--network=nne"],
		'--network: expected all, changed, auto or none, found "nne"\n  help: did you mean "none"?',
	],
	[["--quiet=yes"], '--quiet: expected true or false, found "yes"'],
	[["--offline=true"], '--offline: expected no value, found "true"'],
	[["--no-cache=x"], '--no-cache: expected no value, found "x"'],
	[["--allow-private="], '--allow-private: expected a host name, found ""'],
	[
		["--format", "jsn=x"],
		'--format: expected text, json, jsonl, github, markdown, sarif, junit, rdjson, gitlab or csv, and =FILE after it where it goes into a file, found "jsn=x"\n' +
			'  help: did you mean "json"?',
	],
	[
		["--header", "Authorization: abc"],
		'--header: expected "HOST Name: value" in quotes, where HOST is a host name or *, found …',
	],
	[
		["--header", "* X-Auth-Token: abc"],
		"--header: expected the name of the host instead of * before a header that carries a secret, found …",
	],
	[
		["--user-agent", "\u001b[31m"],
		'--user-agent: expected a name to send as User-Agent, in ASCII, found "\\u001b[31m"',
	],
	[
		["a.md", "--entries"],
		"--entries: expected the command list with it\n  help: write shelfread list --entries",
	],
	[
		["a.md", "--save=b.json"],
		"--save: expected the command probe with it\n  help: write shelfread probe URL --save FILE",
	],
	[
		["judge", "a.json", "b.json"],
		"judge: expected one FILE, found 2\n  help: a file of this name is checked by: shelfread ./judge",
	],
	[
		["probe"],
		"probe: expected one URL, found nothing\n  help: a file of this name is checked by: shelfread ./probe",
	],
	[
		["probe", "a", "b"],
		"probe: expected one URL, found 2\n  help: a file of this name is checked by: shelfread ./probe",
	],
])("%j is refused", (argv, message) => {
	expect(messageOf(() => parse(...argv))).toBe(message);
});

test("all problems are told at once", () => {
	expect(() => parse("--retries=x", "--nope")).toThrow(ConfigError);
	expect(messageOf(() => parse("--retries=x", "--nope"))).toBe(
		`--retries: expected a whole number from 0 to 10, found "x"\nunknown flag "--nope"\n  help: ${lists}`,
	);
});
