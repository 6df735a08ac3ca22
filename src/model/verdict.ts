import type { Observation } from "./observation.ts";
import type { ResolvedLink } from "./target.ts";

/* What that means to a reader. */

/** A link with everything known about it: what rules look at. */
export interface JudgedLink extends ResolvedLink {
	readonly observation: Observation;
	readonly verdict: Verdict;
}

export type VerdictWord = keyof typeof reasons;

/** The closed list of reasons, by verdict. docs/verdicts.md has a row for each. */
export const reasons = {
	alive: ["ok", "redirected", "present"],
	moved: ["permanent-redirect"],
	dead: [
		"not-found",
		"no-such-host",
		"refused",
		"redirect-loop",
		"too-many-redirects",
		"bad-redirect",
		"tls",
		"soft-404",
		"parked",
		"tombstone",
		"wrong-content",
		"missing-anchor",
		"missing-file",
		"wrong-case",
		"wrong-form",
		"outside-tree",
		"untracked",
		"ignored",
		"invalid-url",
	],
	unsure: [
		"bot-wall",
		"login",
		"rate-limited",
		"server-error",
		"timeout",
		"connection",
		"forbidden",
		"legal",
		"single-page-app",
		"unreadable",
		"no-network",
	],
	skipped: [
		"excluded",
		"unsupported-scheme",
		"private-address",
		"offline",
		"unchanged",
		"deadline",
		"cancelled",
		"not-fetched",
		"outside-root",
	],
} as const;

export type Reason = (typeof reasons)[VerdictWord][number];

export interface Verdict {
	readonly verdict: VerdictWord;
	readonly reason: Reason;
	/** Where a reader ends, when it is not where the link points. */
	readonly finalUrl?: string;
	/** The last HTTP status. */
	readonly status?: number;
	/** What the reason rests on, in words: the name of a wall, a title, an error. */
	readonly evidence?: string;
}
