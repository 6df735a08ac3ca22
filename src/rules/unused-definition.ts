import { isRemark } from "./definition.ts";
import type { Rule } from "./rule.ts";

type UnusedDefinition = { readonly label: string; readonly url: string };

/** A definition that no reference in its document is resolved by. */
export const unusedDefinition: Rule<UnusedDefinition> = {
	id: "unused-definition",
	summary: "a link definition that nothing refers to",
	severity: "warning",
	confidence: "high",
	offline: true,
	*find({ documents }) {
		for (const { document, definitions } of documents)
			for (const definition of definitions) {
				const { label, link, span, used, first } = definition;
				if (used || first !== undefined || isRemark(definition)) continue;
				yield { path: document.path, span, data: { label, url: link.url } };
			}
	},
	word: ({ label, url }) => ({
		message: `[${label}] is defined and nothing refers to it: no reader sees the link to ${url}`,
		help: `Write [text][${label}] where the link belongs, or delete the definition.`,
	}),
};
