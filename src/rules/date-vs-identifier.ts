import { arxivIdOf, submissionOf } from "./arxiv.ts";
import { cataloguesOf, type Lead, type Listing } from "./catalogue.ts";
import { type Appearance, dateOf, endOf } from "./date.ts";
import type { Draft, Rule } from "./rule.ts";

type DateVsIdentifier = {
	readonly title: string;
	/** Of the paper that the link leads to. */
	readonly id: string;
	/** The date of that paper, `2023-05`. */
	readonly submitted: string;
	/** What the entry says: a date, or another identifier. */
	readonly said: string;
	readonly fault: "date" | "identifier";
};

/** Months that a paper may be on its authors' pages, or in its proceedings, before arXiv has it. */
const GRACE = 1;

/** An entry whose own words contradict the identifier of the paper that it links. */
export const dateVsIdentifier: Rule<DateVsIdentifier> = {
	id: "date-vs-identifier",
	summary: "an entry dated before the arXiv paper that it links, or naming another one",
	severity: "warning",
	confidence: "medium",
	offline: true,
	*find(context) {
		for (const { parsed, listings } of cataloguesOf(context))
			for (const listing of listings) yield* inspect(parsed.document.path, listing);
	},
	word: ({ title, id, submitted, said, fault }) =>
		fault === "date"
			? {
					message: `${title} is dated ${said}, but its link leads to arXiv:${id}, submitted ${submitted}`,
					help: "Check that it is the right paper; if it is, correct the date.",
				}
			: {
					message: `the text names ${said}, but its link leads to arXiv:${id}`,
					help: "Make the text and the link name the same paper.",
				},
};

function* inspect(path: string, { entry, leads }: Listing): Iterable<Draft<DateVsIdentifier>> {
	const paper = paperOf(leads);
	if (paper === undefined) return;
	const { lead, id } = paper;
	const submitted = submissionOf(id);
	if (submitted === undefined) return;
	const about = { title: entry.title, id, submitted: written(submitted) };
	const { span } = lead.mention.link;
	const named = identifierIn(entry.item?.text ?? lead.mention.text);
	if (named !== undefined && named !== id)
		yield { path, span, data: { ...about, said: `arXiv:${named}`, fault: "identifier" } };
	const date = dateOf(entry);
	if (date !== undefined && endOf(date) + GRACE < endOf(submitted))
		yield { path, span, data: { ...about, said: written(date), fault: "date" } };
}

/** The one paper that an entry leads to: among several, any may be the one that the date is of. */
function paperOf(leads: readonly Lead[]): { readonly lead: Lead; readonly id: string } | undefined {
	let paper: { readonly lead: Lead; readonly id: string } | undefined;
	for (const lead of leads) {
		const id = lead.role === "secondary" ? undefined : arxivIdOf(lead);
		if (id === undefined) continue;
		paper ??= { lead, id };
		if (paper.id !== id) return undefined;
	}
	return paper;
}

/** The one identifier in a text, where it is called so. */
function identifierIn(text: string): string | undefined {
	const found = [...text.matchAll(/\barxiv\s*[:/]\s*(?:abs\/|pdf\/)?(\d{4}\.\d{4,5})/gi)];
	return found.length === 1 ? found[0]?.[1] : undefined;
}

function written({ year, month }: Appearance): string {
	return month === undefined ? `${year}` : `${year}-${String(month).padStart(2, "0")}`;
}
