import type { Document, Entry, Row, Span, Suggestion } from "../model.ts";
import { STDIN } from "../naming/stdin.ts";
import { cataloguesOf, families, type Lead, type Listing, lineOf, sharingTargets } from "./catalogue.ts";
import type { Draft, Rule } from "./rule.ts";
import { areSame, wordsOf } from "./title.ts";

type DuplicateEntry = {
	readonly title: string;
	readonly url: string;
	/** The first entry: its line and its title. */
	readonly line: number;
	readonly first: string;
};

/** One thing that a section lists twice. */
export const duplicateEntry: Rule<DuplicateEntry> = {
	id: "duplicate-entry",
	summary: "one target that two entries of a section list under similar titles",
	severity: "error",
	confidence: "high",
	offline: true,
	*find(context) {
		for (const { parsed, listings } of cataloguesOf(context)) {
			for (const [later, first] of duplicates(listings)) yield draft(parsed.document, first, later);
		}
	},
	word: ({ title, url, line, first }) => ({
		message:
			title === first
				? `${title} is listed twice in this section: also at line ${line}, with the same link`
				: `${title} leads to ${url}, which this section also lists at line ${line} as ${first}`,
		help: "Keep one of the two entries.",
	}),
};

type Repeat = readonly [later: Listing, first: Listing];

/** Each listing that repeats an earlier one, with that. */
function duplicates(listings: readonly Listing[]): Repeat[] {
	return sharingTargets(listings)
		.map((together) => together.filter(({ main }) => !leadsBack(main)))
		.flatMap(families)
		.flatMap((family) => [...repeatsAmong(family)]);
}

/**
 * What leads to one place under so many names is listed for something else, and only equal names are compared. Few targets
 * have three names in one list.
 */
const MOST_NAMES = 50;

function* repeatsAmong(family: readonly Listing[]): Iterable<Repeat> {
	const byName = new Map<string, Listing>();
	const names: { readonly words: readonly string[]; readonly listing: Listing }[] = [];
	for (const listing of family) {
		const { row, title } = listing.entry;
		// The rows of a table of measurements name one thing as often as it was measured.
		const words = row === undefined ? wordsOf(title) : [];
		const name = row === undefined ? words.join(" ") : textOf(row);
		const first = byName.get(name) ?? names.find((one) => areSame(one.words, words))?.listing;
		if (first !== undefined) yield [listing, first];
		else {
			// Signs alone are no name.
			if (name !== "") byName.set(name, listing);
			if (words.length > 0 && names.length < MOST_NAMES) names.push({ words, listing });
		}
	}
}

/** Into its own document: two things may well be explained in one place. */
function leadsBack({ judged: { link, target } }: Lead): boolean {
	return target.kind === "file" && target.path === link.path;
}

function textOf({ cells }: Row): string {
	return cells.map(({ text }) => text).join("|");
}

function draft({ path, text }: Document, first: Listing, later: Listing): Draft<DuplicateEntry> {
	const { entry, main } = later;
	const suggestion = path === STDIN ? undefined : merge(text, first, later);
	return {
		path,
		span: entry.titleSpan,
		data: {
			title: entry.title,
			url: main?.judged.link.url ?? "",
			line: lineOf(first.entry),
			first: first.entry.title,
		},
		...(suggestion === undefined ? {} : { suggestion }),
	};
}

/**
 * Of two entries with the same text the later one goes. Else the one goes whose links the other has too; where each has its own,
 * the first one gets those that it lacks.
 */
function merge(text: string, first: Listing, later: Listing): Suggestion | undefined {
	if (!ownsItsLines(text, first.entry) || !ownsItsLines(text, later.entry)) return undefined;
	const safe = written(text, first.entry.span) === written(text, later.entry.span);
	const missing = leadsBeyond(later, first);
	if (missing.length === 0) return { span: later.entry.lines, text: "", safe };
	if (leadsBeyond(first, later).length === 0) return { span: first.entry.lines, text: "", safe: false };
	const head = first.entry.item?.head;
	if (head === undefined || head.start.offset > later.entry.lines.start.offset) return undefined;
	const added = missing.map(({ mention }) => ` ${written(text, mention.span)}`).join("");
	const between = text.slice(head.end.offset, later.entry.lines.start.offset);
	return { span: { start: head.end, end: later.entry.lines.end }, text: added + between, safe: false };
}

function leadsBeyond(listing: Listing, other: Listing): Lead[] {
	const identities = new Set(other.leads.map(({ identity }) => identity));
	return listing.leads.filter(({ identity }) => !identities.has(identity));
}

/** Nothing else is on its lines: no list that it is the first item of, but quotes. */
function ownsItsLines(text: string, { span, lines }: Entry): boolean {
	return /^[\s>]*$/.test(text.slice(lines.start.offset, span.start.offset));
}

function written(text: string, { start, end }: Span): string {
	return text.slice(start.offset, end.offset);
}
