import type { Finding, Severity } from "./model.ts";
import { chosenSeverity, findFindings, findingsOf, rules } from "./rules/index.ts";
import type { RuleContext } from "./rules/rule.ts";
import { unusedSuppression } from "./rules/unused-suppression.ts";
import { readSuppressions } from "./suppress/comments.ts";
import { type Ignore, ignoring } from "./suppress/ignores.ts";
import { isUseless, suppress } from "./suppress/suppress.ts";

/** What a user says about findings, and when. */
export interface Wishes {
	/** By rule id. */
	readonly severities: Readonly<Partial<Record<string, Severity | "off">>>;
	readonly ignores: readonly Ignore[];
	/** As `2027-01-31`, in UTC. */
	readonly today: string;
}

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** What the rules find and nothing silences, and how many findings are silenced. */
export function collectFindings(
	context: RuleContext,
	{ severities, ignores, today }: Wishes,
): { readonly findings: readonly Finding[]; readonly silenced: number } {
	const { documents, links } = context;
	const known = [...byId.keys()];
	const { findings, silenced, idle } = suppress(findFindings(context, severities), [
		...documents.flatMap((document) => readSuppressions(document, known)),
		...ignores.map((ignore) => ignoring(ignore, links, today)),
	]);
	const needsNetwork = (id: string) => byId.get(id)?.offline === false;
	const useless = idle.filter((suppression) => {
		const rule = byId.get(suppression.rule ?? "");
		if (rule !== undefined && chosenSeverity(rule, severities) === "off") return false;
		return isUseless(suppression, links, needsNetwork);
	});
	const complaints = findingsOf(unusedSuppression, { ...context, useless }, severities);
	return { findings: [...findings, ...complaints], silenced };
}
