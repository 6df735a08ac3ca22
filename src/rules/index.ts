import type { Finding, Severity } from "../model.ts";
import { anchor } from "./anchor.ts";
import { deadLink } from "./dead-link.ts";
import { localTarget } from "./local-target.ts";
import { movedLink } from "./moved-link.ts";
import { pdf } from "./pdf.ts";
import type { Draft, Rule, RuleContext } from "./rule.ts";

/** All rules. A new one is a file, a line here and a page, docs/rules/<id>.md. */
export const rules: readonly Rule[] = [localTarget, anchor, pdf, deadLink, movedLink];

/** Runs every rule that is not off; `severities` are the user's, by rule id. */
export function findFindings(
	context: RuleContext,
	severities: Readonly<Partial<Record<string, Severity | "off">>>,
): Finding[] {
	return rules.flatMap((rule) => {
		const chosen = severities[rule.id];
		if (chosen === "off") return [];
		return [...rule.find(context)].map((draft) =>
			stamp(rule, draft, chosen ?? draft.severity ?? rule.severity),
		);
	});
}

function stamp(rule: Rule, { path, span, data, suggestion }: Draft, severity: Severity): Finding {
	return {
		ruleId: rule.id,
		severity,
		path,
		line: span.start.line,
		column: span.start.column,
		endLine: span.end.line,
		endColumn: span.end.column,
		...rule.word(data),
		data,
		...(suggestion === undefined ? {} : { suggestion }),
	};
}
