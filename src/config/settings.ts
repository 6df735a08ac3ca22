import type { Severity } from "../model.ts";

/** What a run is told to do. One word everywhere: these names are the flags, the keys of the file and the action's inputs. */
export interface Options {
	/** Files, folders, globs and `!exclusions`; empty means the Markdown that git tracks. */
	readonly paths: readonly string[];
	/** `name` or `name=file`; `parseFormat` takes them apart. */
	readonly format: readonly string[];
	/** `changed` asks only for links on lines that changed since the base. */
	readonly network: "all" | "changed" | "auto" | "none";
	/** A commit, branch or tag: findings that were there before it and the tree parted do not count. */
	readonly since?: string;
	/** What becomes of findings that were there before: nothing, a number in the summary, or a report that weighs nothing. */
	readonly "pre-existing": "hide" | "count" | "report";
	/** Whether anchors are looked for in web pages too. */
	readonly fragments: boolean;
	/** Patterns over links; `isExcluded` applies them. */
	readonly exclude: readonly string[];
	readonly include: readonly string[];
	/** Seconds for one request. */
	readonly timeout: number;
	/** Seconds for the whole run; 0 is no limit. */
	readonly deadline: number;
	/** Requests at the same time. */
	readonly concurrency: number;
	/** Requests at the same time to one host. */
	readonly "host-concurrency": number;
	readonly "max-redirects": number;
	/** Further tries after the first. */
	readonly retries: number;
	/** True opens all private addresses, a list only these hosts. */
	readonly "allow-private": boolean | readonly string[];
	/** Absent: shelfread's own name. */
	readonly "user-agent"?: string;
	/** `HOST Name: value`; `parseHeader` takes them apart. */
	readonly header: readonly string[];
	/** The file that remembers answers between runs. */
	readonly cache: string | false;
	/** Whether the Internet Archive is asked for copies of dead pages. */
	readonly suggest: boolean;
	/** The least severity that makes a run fail. */
	readonly "fail-on": Severity | "never";
	/** By rule id. */
	readonly rules: Readonly<Partial<Record<string, Severity | "off">>>;
	/** Findings that are silenced. */
	readonly ignore: readonly IgnoreEntry[];
	/** The file with the findings that are silenced because they were there before. */
	readonly baseline: string | false;
	/** Where a new baseline goes. */
	readonly "write-baseline"?: string;
	/** Whether edits that are certain to be right are made. */
	readonly fix: boolean;
	/** Whether the other suggested edits are made, too. */
	readonly "fix-suggested": boolean;
	/** Whether what would be edited is shown instead. */
	readonly "fix-dry-run": boolean;
	/** By host name. */
	readonly hosts: Readonly<Record<string, HostOptions>>;
}

/** An entry silences the findings that have all it names. */
export interface IgnoreEntry {
	/** The id of a rule. */
	readonly rule?: string;
	/** A glob over the paths of documents, relative to the root of the tree. */
	readonly path?: string;
	/** A pattern over links, as in `exclude`: findings about these. */
	readonly url?: string;
	readonly reason: string;
	/** The last day on which it holds, as `2027-01-31`, in UTC. */
	readonly until?: string;
	/** Where it is written, once it is read from a file. */
	readonly at?: { readonly line: number; readonly column: number };
}

interface HostOptions {
	/** Requests at the same time to this host. */
	readonly concurrency?: number;
}

/** The options, and what only a command line or an action can say. */
export interface Settings extends Options {
	/** The configuration file; false is none, absent is the one that is found. */
	readonly config?: string | false;
	readonly quiet: boolean;
	readonly verbose: boolean;
	readonly "print-config": boolean;
	/** In the action: whether its event tells what to compare with. */
	readonly mode: "event" | "audit";
	/** For the API of the workflow's own host. */
	readonly token?: string;
	/** With `probe`: where its recording goes. */
	readonly save?: string;
	/** With `list`: entries instead of links. */
	readonly entries: boolean;
	/** With `list` or `rules`: JSON lines instead of text. */
	readonly jsonl: boolean;
	readonly help: boolean;
	readonly version: boolean;
}

export type SettingName = keyof Settings;
