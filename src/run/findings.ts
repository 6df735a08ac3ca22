import type { Finding, JudgedLink, Severity } from "../model.ts";
import { chosenSeverity, findFindings, findingsOf, rules } from "../rules/index.ts";
import type { RuleContext } from "../rules/rule.ts";
import { unusedSuppression } from "../rules/unused-suppression.ts";
import {
	addBaselines,
	applyBaseline,
	type BaselineEntry,
	baselineOf,
	subjectOf,
	subjectsIn,
} from "../suppress/baseline.ts";
import { readScopes } from "../suppress/comments.ts";
import { type Ignore, ignoring } from "../suppress/ignores.ts";
import { isOpen, suppress, uselessAmong } from "../suppress/suppress.ts";

/** What a user says about findings, and when. */
export interface Wishes {
	/** By rule id. */
	readonly severities: Readonly<Partial<Record<string, Severity | "off">>>;
	readonly ignores: readonly Ignore[];
	/** As `2027-01-31`, in UTC. */
	readonly today: string;
	readonly baseline?: readonly BaselineEntry[];
	/** Whether a document that was not read does not exist any more. */
	readonly isGone: (path: string) => boolean;
}

/** What the rules find, and what becomes of it. */
export interface Findings {
	/** What nothing silences. */
	readonly findings: readonly Finding[];
	/** How many are silenced. */
	readonly silenced: number;
	/** How many more the baseline would silence, if they were there. */
	readonly stale: number;
	/** A baseline that silences the findings too; of the old one it keeps what may apply another time. Few runs want one. */
	readonly baseline: () => readonly BaselineEntry[];
}

const byId = new Map(rules.map((rule) => [rule.id, rule]));

export function collectFindings(context: RuleContext, wishes: Wishes): Findings {
	const spoken = findUnsuppressed(context, wishes);
	const subjectsOf = subjectsIn(context.documents, context.links);
	const { findings, unmet } = applyBaseline(spoken.findings, wishes.baseline ?? [], subjectsOf);
	const open = unmet.length === 0 ? unmet : withoutStale(unmet, context, wishes);
	return {
		findings,
		silenced: spoken.silenced + spoken.findings.length - findings.length,
		stale: count(unmet) - count(open),
		baseline: () => addBaselines(baselineOf(spoken.findings, subjectsOf), open),
	};
}

/** What is left by comments and the configuration, and what there is to say about these. */
function findUnsuppressed(context: RuleContext, { severities, ignores, today }: Wishes) {
	const { documents, links } = context;
	const known = [...byId.keys()];
	const { findings, silenced, idle } = suppress(findFindings(context, severities), {
		scopes: documents.flatMap((document) => readScopes(document, known)),
		ignorings: ignores.map((ignore) => ignoring(ignore, links, today)),
	});
	const needsNetwork = (id: string) => byId.get(id)?.offline === false;
	const useless = uselessAmong(idle, links, needsNetwork).filter(
		({ rule }) => rule === undefined || !isOff(rule, severities),
	);
	const complaints = findingsOf(unusedSuppression, { ...context, useless }, severities);
	return { findings: [...findings, ...complaints], silenced };
}

/** Leaves out the entries of the baseline that will never be met: this run could have met them, and did not. */
function withoutStale(
	unmet: readonly BaselineEntry[],
	{ documents, links }: RuleContext,
	{ severities, isGone }: Wishes,
): BaselineEntry[] {
	const read = new Set(documents.map(({ document }) => document.path));
	const key = (path: string, subject: string) => `${path}\n${subject}`;
	const open = new Set(links.filter(isOpen).map((link: JudgedLink) => key(link.link.path, subjectOf(link))));
	return unmet.filter(({ rule, path, subject }) =>
		read.has(path) ? isOff(rule, severities) || open.has(key(path, subject)) : !isGone(path),
	);
}

function isOff(id: string, severities: Wishes["severities"]): boolean {
	const rule = byId.get(id);
	return rule !== undefined && chosenSeverity(rule, severities) === "off";
}

function count(entries: readonly BaselineEntry[]): number {
	return entries.reduce((sum, entry) => sum + entry.count, 0);
}
