import type { Rule } from "./rule.ts";

type UnusedSuppression = {
	/** A rule, a word that is none, or what stands for all rules. */
	readonly written: string;
	readonly kind: "idle" | "unknown" | "expired";
	/** The rule that was meant, or the last day it held, or empty. */
	readonly detail: string;
};

/** A comment or an entry of the configuration that silences nothing. */
export const unusedSuppression: Rule<UnusedSuppression> = {
	id: "unused-suppression",
	summary: "a comment or an `ignore` entry that silences nothing, or whose day has passed",
	severity: "warning",
	confidence: "high",
	offline: true,
	byHabit: true,
	*find({ useless = [] }) {
		for (const { origin } of useless) {
			if (origin === undefined) continue;
			const { path, span, written, meant, expired } = origin;
			if (expired !== undefined) yield { path, span, data: { written, kind: "expired", detail: expired } };
			else if (meant === undefined) yield { path, span, data: { written, kind: "idle", detail: "" } };
			else
				yield {
					path,
					span,
					data: { written, kind: "unknown", detail: meant },
					...(meant !== "" && { suggestion: { span, text: meant, safe: false } }),
				};
		}
	},
	word({ written, kind, detail }) {
		switch (kind) {
			case "idle":
				return { message: `${written} silences nothing`, help: "Remove it: what it was for is gone." };
			case "unknown":
				return {
					message: `${written} is no rule, so nothing is silenced`,
					help: detail === "" ? "`docs/rules/README.md` lists the rules." : `Did you mean ${detail}?`,
				};
			case "expired":
				return {
					message: `${written} ended on ${detail}`,
					help: "Mend what it silenced, or give it another day.",
				};
		}
	},
};
