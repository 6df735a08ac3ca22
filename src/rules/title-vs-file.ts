import { isShelved } from "../naming/format.ts";
import { nameOf } from "../resolve/path.ts";
import { arxivIdOf } from "./arxiv.ts";
import { cataloguesOf, type Lead, type Listing } from "./catalogue.ts";
import type { Rule } from "./rule.ts";
import { isAcronymOf, isDated, isLong, isPartOf, similarity } from "./title.ts";

type TitleVsFile = {
	readonly title: string;
	readonly file: string;
	/** In hundredths. */
	readonly similarity: number;
	/** What the file is by its own stamp: an arXiv identifier, or empty. */
	readonly id: string;
};

/** Below it, two names are those of two works. */
const SIMILAR = 0.6;

/** A title that leads to a file which is named after another work. */
export const titleVsFile: Rule<TitleVsFile> = {
	id: "title-vs-file",
	summary: "a title that leads to a local document named after something else",
	severity: "warning",
	confidence: "medium",
	offline: true,
	*find(context) {
		for (const { parsed, listings } of cataloguesOf(context)) {
			for (const listing of listings) {
				const { title } = listing.entry;
				const lead = documentOf(listing);
				const file = lead && stemOf(lead);
				if (lead === undefined || file === undefined || !isNamed(title) || !isNamed(file)) continue;
				if (isAlias(title, file)) continue;
				const hundredths = Math.round(similarity(title, file) * 100);
				if (hundredths >= SIMILAR * 100) continue;
				yield {
					path: parsed.document.path,
					span: lead.mention.link.span,
					data: { title, file, similarity: hundredths, id: arxivIdOf(lead) ?? "" },
				};
			}
		}
	},
	word: ({ title, file, similarity, id }) => ({
		message: `${title} leads to a file called ${file}: the names are ${similarity} % the same`,
		help:
			id === ""
				? "Link the right file, or name it after its title."
				: `By its own stamp the file is https://arxiv.org/abs/${id}: link the right file, or name it after its title.`,
	}),
};

/** What stands beside a work under its title, and has a name of its own. */
const companion = /slide|poster|supp|appendix|note|talk|code|data|幻灯片/i;

function documentOf({ leads }: Listing): Lead | undefined {
	return leads.find(
		({ role, label = "", judged: { target } }) =>
			target.kind === "file" && role !== "secondary" && !companion.test(label) && isShelved(target.path),
	);
}

function stemOf({ judged: { target } }: Lead): string | undefined {
	return target.kind === "file" ? nameOf(target.path).replace(/\.\w+$/, "") : undefined;
}

/** `2303.08774` and `paper` are no titles, and `T5` may be the name of any. */
function isNamed(title: string): boolean {
	return isDated(title) || isLong(title);
}

function isAlias(title: string, file: string): boolean {
	return isPartOf(title, file) || isAcronymOf(title, file);
}
