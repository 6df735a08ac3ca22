import type { Entry, EntryLink, JudgedLink, Link, Mention, ParsedDocument } from "../model.ts";
import { groupBy } from "../naming/group.ts";
import { isCatalogue } from "../parse/catalogue.ts";
import { isGeneric } from "../parse/labels.ts";
import { identityOf } from "../resolve/identity.ts";
import { countBy } from "./habit.ts";
import type { RuleContext } from "./rule.ts";

/** A document that lists things, with what its entries lead to. */
export interface Catalogue {
	readonly parsed: ParsedDocument;
	/** In the order of the text; but what a change added comes last, because it is what should have known better. */
	readonly listings: readonly Listing[];
}

/** An entry with what its links lead to. */
export interface Listing {
	readonly entry: Entry;
	readonly leads: readonly Lead[];
	/**
	 * Where a reader finds the thing itself: the title's own link, else the first resource. What a description, or a remark in
	 * parentheses, happens to mention is none.
	 */
	readonly main?: Lead;
}

/** A link of an entry, with what is known about it. */
export interface Lead extends Pick<EntryLink, "mention" | "role" | "inherited"> {
	readonly label: EntryLink["label"] | undefined;
	readonly judged: JudgedLink;
	/** What it leads to, whatever the spelling. */
	readonly identity: string;
}

export function cataloguesOf(context: RuleContext): readonly Catalogue[] {
	const known = catalogues.get(context.links) ?? readCatalogues(context);
	catalogues.set(context.links, known);
	return known;
}

/** Many rules ask about the same links; a later look at the documents brings others. */
const catalogues = new WeakMap<RuleContext["links"], readonly Catalogue[]>();

function readCatalogues({ documents, links, touched }: RuleContext): Catalogue[] {
	const judged = new Map<Link, JudgedLink>();
	for (const one of links) judged.set(one.link, one);
	return documents.filter(isCatalogue).map((parsed) => {
		const { path, text } = parsed.document;
		const listings = parsed.entries.map((entry) => listing(entry, judged, text));
		if (touched === undefined) return { parsed, listings };
		const isNew = ({ entry, main }: Listing) =>
			[entry.titleSpan, ...(main === undefined ? [] : [main.mention.span])].some(({ start, end }) =>
				touched(path, start.line, end.line),
			);
		return {
			parsed,
			listings: [...listings.filter((one) => !isNew(one)), ...listings.filter(isNew)],
		};
	});
}

function listing(entry: Entry, judged: ReadonlyMap<Link, JudgedLink>, text: string): Listing {
	const leads: Lead[] = [];
	for (const { mention, role, label, inherited } of entry.links) {
		const found = judged.get(mention.link);
		if (found === undefined) continue;
		const identity = identityOf(found.target, found.fragment);
		leads.push({ mention, role, label, inherited, judged: found, identity });
	}
	const main =
		leads.find(({ role, mention }) => role === "primary" && isTitle(entry, mention)) ??
		leads.find((lead) => lead.role === "resource" && !isRemark(lead, text));
	return main === undefined ? { entry, leads } : { entry, leads, main };
}

function isTitle({ titleSpan }: Entry, { textSpan }: Mention): boolean {
	return textSpan.start.offset === titleSpan.start.offset;
}

/** `([Node](u))` explains a word; `([paper](u))` is a resource all the same. */
function isRemark({ label = "", mention, inherited }: Lead, text: string): boolean {
	const isOpened = /[(（]/.test(text.charAt(mention.span.start.offset - 1));
	return isOpened && !mention.pictured && !inherited && !isGeneric(label);
}

/**
 * What entries of one list, of one table, or among the paragraphs of one section have in common. Two lists under one heading may
 * be about two things, as what is said before them tells.
 */
const familyTraits: readonly ((entry: Entry) => unknown)[] = [
	({ section }) => section,
	({ kind }) => kind,
	({ item, row }) => item?.list ?? row?.table,
];

export function areSiblings(one: Entry, other: Entry): boolean {
	return familyTraits.every((traitOf) => traitOf(one) === traitOf(other));
}

/** Listings whose entries are siblings, together. */
export function families<L extends Listing>(listings: readonly L[]): L[][] {
	const byTrait = (groups: L[][], traitOf: (entry: Entry) => unknown) =>
		groups.flatMap((group) => [...groupBy(group, ({ entry }) => traitOf(entry)).values()]);
	return familyTraits.reduce(byTrait, [[...listings]]);
}

/** Listings whose main link leads to one place, where there are several; what leads nowhere is in none. */
export function sharingTargets(listings: readonly Listing[]): Required<Listing>[][] {
	const leading = listings.filter((one): one is Required<Listing> => one.main !== undefined);
	const counts = countBy(leading, ({ main }) => main.identity);
	// Most targets are listed once, and need no list of their own.
	const repeated = leading.filter(({ main }) => counts.get(main.identity) !== 1);
	return [...groupBy(repeated, ({ main }) => main.identity).values()];
}

/** Where a message sends its reader: `line 12`. */
export function lineOf({ titleSpan }: Entry): number {
	return titleSpan.start.line;
}
