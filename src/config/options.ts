import * as z from "zod";
import { formatItem } from "./format.ts";
import { agentItem, headerItem } from "./header.ts";
import {
	choice,
	hostMap,
	hostsOrAll,
	ignoreList,
	line,
	list,
	mapOf,
	pathOrFalse,
	seconds,
	text,
	toggle,
	whole,
} from "./kind.ts";
import type { Option } from "./option.ts";
import type { SettingName, Settings } from "./settings.ts";

export type OptionTable = { readonly [Name in SettingName]-?: Option<NonNullable<Settings[Name]>> };

/** The names that other folders define and a configuration may use. */
export interface Vocabulary {
	/** Names of reporters. */
	readonly formats: readonly string[];
	/** Ids of rules. */
	readonly rules: readonly string[];
}

const everywhere: Option["surfaces"] = ["flag", "file", "action"];

/** The one table of options: flags, `--help`, the file's schema, its documentation and the action's inputs follow it. */
export function optionTable({ formats, rules }: Vocabulary): OptionTable {
	return {
		paths: {
			kind: list(line("a path")),
			default: [],
			group: "What is checked",
			placeholder: "PATH",
			about:
				"Files, folders, globs and !exclusions; none means the Markdown that git tracks, - is standard input",
			surfaces: ["argument", "file", "action"],
		},
		exclude: {
			kind: list(line("a pattern")),
			default: [],
			group: "What is checked",
			placeholder: "PATTERN",
			about: "Leave out links: a host, a URL or path and all below it, or a pattern with *; repeatable",
			surfaces: everywhere,
		},
		include: {
			kind: list(line("a pattern")),
			default: [],
			group: "What is checked",
			placeholder: "PATTERN",
			about: "Check these links although an exclude pattern matches them; repeatable",
			surfaces: everywhere,
		},
		fragments: {
			kind: toggle,
			default: false,
			group: "What is checked",
			about: "Look for anchors (#section) in web pages too",
			surfaces: everywhere,
		},
		since: {
			kind: text(line("a commit, branch or tag")),
			group: "What is checked",
			placeholder: "REF",
			about: "Fail only for what changed since this commit, branch or tag and the tree parted",
			surfaces: ["flag", "action"],
		},
		network: {
			kind: choice("all", "changed", "auto", "none"),
			default: "all",
			group: "Network",
			placeholder: "WHEN",
			about:
				"all: a run that cannot reach the network exits 2; changed: the same, for web links on changed lines only (what --since does by itself); auto: it goes by what it could check; none: web links are skipped",
			surfaces: everywhere,
			shorthand: { flag: "offline", value: "none" },
		},
		timeout: {
			kind: seconds(600),
			default: 20,
			group: "Network",
			placeholder: "SECONDS",
			about: "Time for one request",
			surfaces: everywhere,
		},
		deadline: {
			kind: whole(0, 86_400),
			default: 1800,
			group: "Network",
			placeholder: "SECONDS",
			about: "Time for the whole run; links not reached by then are skipped; 0 is no limit",
			surfaces: everywhere,
		},
		concurrency: {
			kind: whole(1, 1024),
			default: 64,
			group: "Network",
			placeholder: "N",
			about: "Requests at the same time",
			surfaces: everywhere,
		},
		"host-concurrency": {
			kind: whole(1, 64),
			default: 6,
			group: "Network",
			placeholder: "N",
			about: "Requests at the same time to one host",
			surfaces: everywhere,
		},
		"max-redirects": {
			kind: whole(0, 50),
			default: 10,
			group: "Network",
			placeholder: "N",
			about: "Redirects followed from one link",
			surfaces: everywhere,
		},
		retries: {
			kind: whole(0, 10),
			default: 2,
			group: "Network",
			placeholder: "N",
			about: "Further tries after a failure that may pass",
			surfaces: everywhere,
		},
		"allow-private": {
			kind: hostsOrAll,
			default: false,
			group: "Network",
			placeholder: "HOST,…",
			about: "Check links to private and loopback addresses: all, or only those of these hosts",
			// A configuration comes with the tree that is checked: it must not open the network that the run stands in.
			surfaces: ["flag", "action"],
		},
		"user-agent": {
			kind: text(agentItem),
			group: "Network",
			placeholder: "NAME",
			about: "What to call itself; shelfread's own name and address by default",
			surfaces: everywhere,
		},
		header: {
			kind: list(headerItem),
			default: [],
			group: "Network",
			placeholder: '"HOST Name: value"',
			about: "Send this header to this host (* is every host, for headers that are no secret); repeatable",
			surfaces: everywhere,
			secret: true,
		},
		cache: {
			kind: pathOrFalse,
			default: false,
			group: "Network",
			placeholder: "FILE",
			about: "Remember answers in this file, and documents beside it, for the next run",
			surfaces: everywhere,
		},
		suggest: {
			kind: toggle,
			default: false,
			group: "Network",
			about: "Ask the Internet Archive for copies of dead pages, to suggest them instead",
			surfaces: everywhere,
		},
		hosts: {
			kind: hostMap(
				z.strictObject(
					{ concurrency: whole(1, 64).schema.exactOptional() },
					"a map with the key concurrency",
				),
			),
			default: {},
			group: "Network",
			about: "Options of single hosts: concurrency",
			surfaces: ["file"],
		},
		format: {
			kind: list(formatItem(formats)),
			default: ["text"],
			group: "Findings and reports",
			placeholder: "NAME[=FILE]",
			about: `How to report: ${formats.join(", ")}; with =FILE into a file; repeatable`,
			surfaces: everywhere,
		},
		"fail-on": {
			kind: choice("error", "warning", "info", "never"),
			default: "error",
			group: "Findings and reports",
			placeholder: "SEVERITY",
			about: "The least severity that makes a run exit 1: error, warning, info or never",
			surfaces: everywhere,
		},
		rules: {
			kind: mapOf(rules, choice("error", "warning", "info", "off"), "a map from rules to severities"),
			default: {},
			group: "Findings and reports",
			about: "Severities of rules: error, warning, info or off",
			surfaces: ["file"],
		},
		ignore: {
			kind: ignoreList(rules),
			default: [],
			group: "Findings and reports",
			about:
				"Findings to silence: maps with rule, path (a glob) or url (a pattern), a reason, and until (a day)",
			surfaces: ["file"],
		},
		mode: {
			kind: choice("event", "audit"),
			default: "event",
			group: "What is checked",
			about:
				"event: of a pull request or a push only what it changed counts, of any other event all; audit: always all",
			surfaces: ["action"],
		},
		token: {
			kind: text(line("a token")),
			group: "What is checked",
			about: "For GitHub's API alone, which tells what changed where the checkout cannot; read-only will do",
			surfaces: ["action"],
			expression: "${{ github.token }}",
			secret: true,
		},
		"pre-existing": {
			kind: choice("hide", "count", "report"),
			default: "count",
			group: "Findings and reports",
			placeholder: "HOW",
			about: "With --since, what was there before: hide it, count it in the summary, or report all of it",
			surfaces: everywhere,
		},
		baseline: {
			kind: pathOrFalse,
			default: false,
			group: "Findings and reports",
			placeholder: "FILE",
			about: "Silence the findings that are in this file",
			surfaces: everywhere,
		},
		"write-baseline": {
			kind: text(line("a file")),
			group: "Findings and reports",
			placeholder: "FILE",
			about: "Write all findings into this file, to be the baseline",
			surfaces: ["flag", "action"],
		},
		fix: {
			kind: toggle,
			default: false,
			group: "Findings and reports",
			about: "Edit the documents: make the suggested edits that are certain to be right",
			surfaces: ["flag"],
		},
		"fix-suggested": {
			kind: toggle,
			default: false,
			group: "Findings and reports",
			about: "Make all suggested edits; look at what they did",
			surfaces: ["flag"],
		},
		"fix-dry-run": {
			kind: toggle,
			default: false,
			group: "Findings and reports",
			about: "Print what --fix, or --fix-suggested where that is given, would do, as a diff",
			surfaces: ["flag"],
		},
		quiet: {
			kind: toggle,
			default: false,
			group: "Findings and reports",
			short: "q",
			about: "Report errors and one line of summary only",
			surfaces: ["flag"],
		},
		verbose: {
			kind: toggle,
			default: false,
			group: "Findings and reports",
			short: "v",
			about: "Report every link with its verdict",
			surfaces: ["flag"],
		},
		config: {
			kind: pathOrFalse,
			group: "Running",
			placeholder: "FILE",
			about:
				"The configuration file; by default .shelfread.yml here or in a folder above, up to the repository's root",
			surfaces: ["flag", "action"],
		},
		save: {
			kind: text(line("a file")),
			group: "Running",
			placeholder: "FILE",
			about: "With probe: record what happened in this file, for shelfread judge",
			surfaces: ["flag"],
		},
		entries: {
			kind: toggle,
			default: false,
			group: "Running",
			about: "With list: the entries of catalogues, with their links by role",
			surfaces: ["flag"],
		},
		jsonl: {
			kind: toggle,
			default: false,
			group: "Running",
			about: "With list or rules: one JSON object a line",
			surfaces: ["flag"],
		},
		"print-config": {
			kind: toggle,
			default: false,
			group: "Running",
			about: "Print the configuration that holds and where each value comes from, and check nothing",
			surfaces: ["flag"],
		},
		help: {
			kind: toggle,
			default: false,
			group: "Running",
			short: "h",
			about: "Print this text",
			surfaces: ["flag"],
		},
		version: {
			kind: toggle,
			default: false,
			group: "Running",
			short: "V",
			about: "Print the version",
			surfaces: ["flag"],
		},
	};
}
