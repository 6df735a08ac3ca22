import { isGeneric } from "../parse/labels.ts";
import { cataloguesOf, type Lead, type Listing } from "./catalogue.ts";
import { countBy } from "./habit.ts";
import { ownerOf } from "./owner.ts";
import type { Rule } from "./rule.ts";
import { isAcronymOf, isLong, isPartOf, similarity } from "./title.ts";

type OwnerPage = { readonly title: string; readonly url: string };

/** A section with so many links to owners, and in so great a part of its entries, lists people or organisations. */
const MANY = 3;
const MOST = 1 / 2;
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
			const owner = ownerOf(lead.identity);
			return owner === undefined || !isAboutTheThing(lead, listing) ? [] : [[listing, lead, owner]];
		}),
	);
	const owners = countBy(found, ([{ entry }]) => entry.section);
	const entries = countBy(found.length === 0 ? [] : listings, ({ entry }) => entry.section);
	for (const one of found) {
		const [{ entry }, , owner] = one;
		const count = owners.get(entry.section) ?? 0;
		if (count >= MANY && count >= (entries.get(entry.section) ?? 0) * MOST) continue;
		if (isWork(entry.title) && !isNameOf(owner, entry.title)) yield one;
	}
}

/** Its title, and `[Code](u)`; `([@somebody](u))` says who made it. */
function isAboutTheThing(lead: Lead, { main }: Listing): boolean {
	return lead === main || (lead.role === "resource" && isGeneric(lead.label ?? ""));
}

/** People and organisations have a name of a few words; `trl` has one, and a paper has many. */
function isWork(title: string): boolean {
	return !title.startsWith("@") && (!/\s/.test(title) || isLong(title));
}

function isNameOf(owner: string, title: string): boolean {
	return isPartOf(owner, title) || isAcronymOf(owner, title) || similarity(owner, title) >= SIMILAR;
}
