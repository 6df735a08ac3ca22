import type { LinkKind, Span } from "./text.ts";
import type { Reason, VerdictWord } from "./verdict.ts";

/* What a person is told. */

export type Severity = "error" | "warning" | "info";

/** What a rule says of itself. */
export interface RuleFacts {
	/** Kebab case; also the name of its page, docs/rules/<id>.md. */
	readonly id: string;
	/** One line for lists: what it finds. */
	readonly summary: string;
	readonly severity: Severity;
	/** Set for a rule that runs only where configuration gives it a severity: not every catalogue wants it. */
	readonly off?: true;
	/** How often a finding is right: `high` is nearly always. */
	readonly confidence: "high" | "medium" | "low";
	/** True when it needs no network. */
	readonly offline: boolean;
}

/** An edit. */
export interface Suggestion {
	readonly span: Span;
	readonly text: string;
	/** True when the edit is certain to be what the author meant. */
	readonly safe: boolean;
}

/** A suggestion with the text that it replaces, as that is written. */
export interface Edit extends Suggestion {
	readonly before: string;
}

/** Something that a person should see. */
export interface Finding {
	readonly ruleId: string;
	readonly severity: Severity;
	readonly path: string;
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
	/** One sentence: what, with the value as written. */
	readonly message: string;
	/** What to do about it. */
	readonly help?: string;
	/** The arguments of the message. */
	readonly data: Readonly<Record<string, string | number | boolean>>;
	readonly suggestion?: Edit;
	/** False where the run has a base and this was so before. Such a finding weighs nothing: it never makes a run fail. */
	readonly introduced: boolean;
}

/** One link and its verdict, flat, as the reports have it. */
export interface LinkReport {
	readonly path: string;
	readonly line: number;
	readonly column: number;
	readonly endLine: number;
	readonly endColumn: number;
	readonly url: string;
	readonly text: string;
	readonly kind: LinkKind;
	readonly verdict: VerdictWord;
	readonly reason: Reason;
	readonly finalUrl?: string;
	readonly status?: number;
	readonly evidence?: string;
	/** How many requests, or looks at the disk, the verdict rests on; shared by all links to the target. */
	readonly attempts: number;
}

/** Something that kept shelfread from doing a part of its job. It says nothing about the catalogue. */
export interface RunError {
	/** In kebab case, from the list in docs/errors.md. */
	readonly code: string;
	/** The file or folder it is about, when there is one. */
	readonly path?: string;
	/** A clause that names the path as well. */
	readonly message: string;
	/** What to do about it. */
	readonly help?: string;
	/** False when everything could still be checked. */
	readonly fatal: boolean;
}

export interface Stats {
	/** Documents that were read. */
	readonly files: number;
	/** Documents that were not, because nothing in them can have changed since the base. */
	readonly unread: number;
	readonly links: number;
	readonly targets: number;
	/** Links that ended alive, moved or dead. */
	readonly verified: number;
	readonly verdicts: Readonly<Record<VerdictWord, number>>;
	/** Only those that occur. */
	readonly reasons: Readonly<Partial<Record<Reason, number>>>;
	/** Introduced ones; without a base all are. */
	readonly findings: Readonly<Record<Severity, number>>;
	/** Findings in the documents that were read which were so at the base already. */
	readonly preExisting: Readonly<Record<Severity, number>>;
	/** Findings that a comment, the configuration or the baseline silences. They are counted nowhere else. */
	readonly suppressed: number;
	/** Findings that the baseline silences without there being any. */
	readonly stale: number;
	/** HTTP requests sent. */
	readonly requests: number;
}

/** What a run compares with, to tell what a change introduced. */
export interface Base {
	/** In the words of whoever asked for it: `main`, `HEAD~3`, `the base of pull request 7`. */
	readonly name: string;
	/** The commit that was compared with. */
	readonly commit?: string;
	/** Why there is nothing to compare with, as a clause: all is checked then, and counts as introduced. */
	readonly unknown?: string;
}

export interface Environment {
	readonly version: string;
	/** What was asked for. */
	readonly network: "all" | "changed" | "auto" | "none";
	/** Absent for a run over everything. */
	readonly base?: Base;
	/** False when the run had web links and nothing on the network could be reached. */
	readonly online: boolean;
	/** True when the run was stopped before its end, by a signal or by its deadline. */
	readonly incomplete: boolean;
}

/** All that a run found out. The JSON report prints exactly this. */
export interface Report {
	readonly version: 1;
	readonly environment: Environment;
	readonly stats: Stats;
	/** In the order of path, line and column. */
	readonly links: readonly LinkReport[];
	/** In the order of path, line, column and rule. */
	readonly findings: readonly Finding[];
	readonly errors: readonly RunError[];
}
