import type { Finding, Severity } from "../model.ts";
import { anchor } from "./anchor.ts";
import { deadLink } from "./dead-link.ts";
import { insecureLink } from "./insecure-link.ts";
import { localTarget } from "./local-target.ts";
import { movedLink } from "./moved-link.ts";
import { order } from "./order.ts";
import { pdf } from "./pdf.ts";
import { pinnedVersion } from "./pinned-version.ts";
import type { Draft, Rule, RuleContext } from "./rule.ts";
import { shortener } from "./shortener.ts";
import { trackingParameters } from "./tracking-parameters.ts";
import { volatileHost } from "./volatile-host.ts";

/** All rules. A new one is a file, a line here and a page, docs/rules/<id>.md. */
export const rules: readonly Rule[] = [
	localTarget,
	anchor,
	deadLink,
	movedLink,
	trackingParameters,
	pdf,
	order,
	insecureLink,
	pinnedVersion,
	volatileHost,
	shortener,
];

/** Runs every rule that is not off; `severities` are the user's, by rule id. */
export function findFindings(
	context: RuleContext,
	severities: Readonly<Partial<Record<string, Severity | "off">>>,
): Finding[] {
	return rules.flatMap((rule) => {
		const chosen = severities[rule.id];
		if (chosen === "off" || (chosen === undefined && rule.off)) return [];
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
