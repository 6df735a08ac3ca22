import { cataloguesOf, type Lead, type Listing } from "./catalogue.ts";
import { ownerOf } from "./owner.ts";
import type { Rule } from "./rule.ts";
import { isAcronymOf, isLong, isPartOf, similarity } from "./title.ts";

type OwnerPage = { readonly title: string; readonly url: string };

/** Fewer links to owners are no list of people and organisations. */
const MANY = 3;
/** A name this much like the owner's is the owner's. */
const SIMILAR = 0.4;

/** A link to whoever made a thing, where the thing itself is meant. */
export const ownerPage: Rule<OwnerPage> = {
	id: "owner-page",
	summary: "a link to an owner's page on GitHub or Hugging Face under the name of something else",
	severity: "warning",
	confidence: "medium",
	offline: true,
	*find(context) {
		for (const { parsed, listings } of cataloguesOf(context)) {
			for (const [{ entry }, { judged, mention }] of ownerLinks(listings)) {
				const data = { title: entry.title, url: judged.link.url };
				yield { path: parsed.document.path, span: mention.link.span, data };
			}
		}
	},
	word: ({ title, url }) => ({
		message: `${url} is the page of an owner, not of ${title}`,
		help: "Add the repository's or the model's own name to the address.",
	}),
};

function* ownerLinks(listings: readonly Listing[]): Iterable<[Listing, Lead, string]> {
	const found = listings.flatMap((listing) =>
		listing.leads.flatMap((lead): [Listing, Lead, string][] => {
			const owner = lead === listing.main || lead.role === "resource" ? ownerOf(lead.identity) : undefined;
			return owner === undefined ? [] : [[listing, lead, owner]];
		}),
	);
	for (const one of found) {
		const [{ entry }, , owner] = one;
		const owners = found.filter(([other]) => other.entry.section === entry.section);
		if (owners.length < MANY && isWork(entry.title) && !isNameOf(owner, entry.title)) yield one;
	}
}

/** People and organisations have a name of a few words; `trl` has one, and a paper has many. */
function isWork(title: string): boolean {
	return !title.startsWith("@") && (!/\s/.test(title) || isLong(title));
}

function isNameOf(owner: string, title: string): boolean {
	return isPartOf(owner, title) || isAcronymOf(owner, title) || similarity(owner, title) >= SIMILAR;
}
