import type { RuleFacts, Severity } from "../model.ts";
import { clean } from "./clean.ts";
import { rulePage } from "./home.ts";

export const levels: Readonly<Record<Severity, string>> = {
	error: "error",
	warning: "warning",
	info: "note",
};

/**
 * A `message` or `multiformatMessageString` of SARIF. In its texts, braces are doubled (§3.11.5) and `[text](destination)` is a
 * link (§3.11.6) for which there is no escape: an invisible word joiner parts it.
 */
export function message(text: string): { readonly text: string } {
	return { text: text.replace(/[{}]/g, "$&$&").replace(/\](?=\()/g, "]\u2060") };
}

/** A `reportingDescriptor` (§3.49), as far as the rule is known. GitHub wants a description and a help text of each. */
export function describeRule(id: string, facts: RuleFacts | undefined): object {
	const page = rulePage(id);
	return {
		id: clean(id),
		shortDescription: message(facts === undefined ? clean(id) : sentence(facts.summary)),
		helpUri: page,
		help: message(`What it finds, why, and how to fix it: ${page}`),
		...(facts && {
			defaultConfiguration: { enabled: facts.off !== true, level: levels[facts.severity] },
			properties: { precision: facts.confidence, tags: [facts.offline ? "offline" : "network"] },
		}),
	};
}

function sentence(summary: string): string {
	return summary.charAt(0).toUpperCase() + summary.slice(1);
}
