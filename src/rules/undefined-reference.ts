import type { ParsedDocument, Reference } from "../model.ts";
import { foldAll, nearestAmong } from "../naming/nearest.ts";
import type { Rule } from "./rule.ts";

type UndefinedReference = {
	readonly label: string;
	/** The label that was meant, or empty. */
	readonly defined: string;
};

/** How many typos a label may be off by, for it to be named. */
const MAX_EDITS = 2;

/** A reference whose label nothing defines: a reader sees its brackets. */
export const undefinedReference: Rule<UndefinedReference> = {
	id: "undefined-reference",
	summary: "a reference to a label that nothing defines",
	severity: "warning",
	confidence: "medium",
	offline: true,
	*find({ documents }) {
		for (const parsed of documents) {
			const meant = parsed.references.filter((reference) => isMeant(reference, parsed));
			if (meant.length === 0) continue;
			const labels = foldAll(parsed.definitions.map(({ label }) => label));
			for (const { label, span } of meant) {
				const defined = nearestAmong(labels, label, Math.min(MAX_EDITS, Math.floor(label.length / 3)));
				yield { path: parsed.document.path, span, data: { label, defined: defined ?? "" } };
			}
		}
	},
	word: ({ label, defined }) => ({
		message: `nothing defines [${label}]: a reader sees the brackets and no link`,
		help: defined === "" ? `Add a line \`[${label}]: address\`.` : `Did you mean [${defined}]?`,
	}),
};

/**
 * Brackets in pairs are tags, indices and character classes as often as references. They are references in a document that
 * defines labels, and where what is in them is a name. An address in them is `broken-link-syntax`'s.
 */
function isMeant({ label, definition }: Reference, { definitions }: ParsedDocument): boolean {
	if (definition !== undefined || definitions.length === 0) return false;
	return /\p{L}{2}/u.test(label) && !/[/=]|^\p{L}-\p{L}/u.test(label);
}
