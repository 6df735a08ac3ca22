import type { ParsedDocument, Section } from "../model.ts";
import { isCatalogue } from "../parse/catalogue.ts";
import { isWithin } from "./position.ts";
import type { Rule } from "./rule.ts";

type EmptySection = { readonly heading: string };

/** A heading of a catalogue with nothing under it. */
export const emptySection: Rule<EmptySection> = {
	id: "empty-section",
	summary: "a heading of a catalogue with nothing under it",
	severity: "warning",
	confidence: "high",
	offline: true,
	*find({ documents }) {
		for (const parsed of documents.filter(isCatalogue))
			for (const section of parsed.sections) {
				const { heading, empty } = section;
				if (heading === undefined || !empty || saysAll(section, parsed)) continue;
				yield { path: parsed.document.path, span: heading.span, data: { heading: heading.text } };
			}
	},
	word: ({ heading }) => ({
		message: `nothing is under the heading ${heading}`,
		help: "Add the first entry, say in a comment what is planned, or delete the heading.",
	}),
};

/** A heading that is a link, or shows a picture, is all that there is to say; so is the title over the first section. */
function saysAll({ heading }: Section, { links, headings }: ParsedDocument): boolean {
	if (heading === undefined || heading.text === "") return true;
	const isTitle = heading === headings[0] && heading.depth === 1;
	return isTitle || links.some(({ span }) => isWithin(span, heading.span));
}
