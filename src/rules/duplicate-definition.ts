import { isRemark } from "./definition.ts";
import type { Rule } from "./rule.ts";

type DuplicateDefinition = {
	readonly label: string;
	readonly url: string;
	/** What the first definition of the label links to, and where it is. */
	readonly firstUrl: string;
	readonly firstLine: number;
};

/** A definition of a label that is defined above already: it has no effect. */
export const duplicateDefinition: Rule<DuplicateDefinition> = {
	id: "duplicate-definition",
	summary: "a link definition whose label is defined above already",
	severity: "warning",
	confidence: "high",
	offline: true,
	*find({ documents }) {
		for (const { document, definitions } of documents)
			for (const definition of definitions) {
				const { label, link, span, first } = definition;
				if (first === undefined || isRemark(definition)) continue;
				const { url: firstUrl } = first.link;
				const firstLine = first.span.start.line;
				const data = { label, url: link.url, firstUrl, firstLine };
				const isHarmless = link.url === firstUrl;
				yield {
					path: document.path,
					span,
					data,
					...(isHarmless ? { severity: "info" as const } : {}),
				};
			}
	},
	word: ({ label, url, firstUrl, firstLine }) =>
		url === firstUrl
			? {
					message: `[${label}] is defined as ${url} at line ${firstLine} already`,
					help: "Delete this definition.",
				}
			: {
					message: `[${label}] is defined at line ${firstLine} already: every reference leads to ${firstUrl}, none to ${url}`,
					help: "Give one of the two another label, or delete the wrong one.",
				},
};
