import type { Entry, Item, List } from "../model.ts";
import { type Catalogue, cataloguesOf } from "./catalogue.ts";
import { documentsByTitle, offerLink, theDocument } from "./offer.ts";
import { orphansOf } from "./orphans.ts";
import type { Draft, Rule } from "./rule.ts";
import { isDated } from "./title.ts";

type EntryWithoutLink = {
	readonly title: string;
	/** Of how many entries like it, so many have a link. */
	readonly linked: number;
	readonly of: number;
	/** Whether those are the dated titles of the document, or the items of its list. */
	readonly among: "titles" | "siblings";
	/** The document of the same title that nothing links to, or empty. */
	readonly file: string;
};

/** Fewer entries have no habit. */
const MIN_ENTRIES = 3;
const MIN_LINKED = 1 / 2;
/** A name of more words is a remark, unless it is dated. */
const MAX_WORDS = 16;
/** More words before a dash are a sentence with an afterthought, not a name with a description. */
const MAX_NAME_WORDS = 8;

/** An entry without any link where those around it have one. */
export const entryWithoutLink: Rule<EntryWithoutLink> = {
	id: "entry-without-link",
	summary: "an entry without any link where those around it have one",
	severity: "warning",
	confidence: "medium",
	offline: true,
	*find(context) {
		const called = documentsByTitle(orphansOf(context));
		for (const catalogue of cataloguesOf(context)) yield* inspect(catalogue, called);
	},
	word: ({ title, linked, of, among, file }) => ({
		message: `${title} has no link: ${linked} of ${of} ${among === "titles" ? "dated titles" : "entries of its list"} have one`,
		help: file === "" ? "Link it, or remove it." : `The tree has ${file}, which nothing links to.`,
	}),
};

function* inspect(
	catalogue: Catalogue,
	called: (entry: Entry) => readonly string[],
): Iterable<Draft<EntryWithoutLink>> {
	const { parsed, listings } = catalogue;
	if (listings.every(({ entry: { item } }) => item === undefined || isLinked(item))) return;
	const listed = new Set(listings.flatMap(({ entry, main }) => (main === undefined ? [] : [entry])));
	const habitOf = (items: readonly Item[]): Habit => {
		const linked = items.filter((item) => isListed(item, listed));
		return { linked: linked.length, of: items.length };
	};
	// Many entries of one list may lack a link.
	const habits = new Map<List, Habit>();
	const habitAround = ({ list }: Item): Habit => {
		const habit = habits.get(list) ?? habitOf(list.items.filter(({ kind }) => kind === "entry"));
		habits.set(list, habit);
		return habit;
	};
	const titles = habitOf(listings.flatMap(({ entry }) => (isDated(entry.title) && entry.item) || []));
	for (const { entry } of listings) {
		if (entry.item === undefined || isLinked(entry.item)) continue;
		const file = theDocument(called(entry));
		const siblings = habitAround(entry.item);
		const dated = isDated(entry.title);
		const habit = [siblings, ...(dated ? [titles] : [])].find(isHabit);
		if (file === undefined && (habit === undefined || !isNamed(entry, parsed.document.text))) continue;
		const among = habit === titles ? "titles" : "siblings";
		yield draft(catalogue, entry, {
			title: nameOf(entry.title),
			...(habit ?? siblings),
			among,
			file: file ?? "",
		});
	}
}

interface Habit {
	readonly linked: number;
	readonly of: number;
}

function isHabit({ linked, of }: Habit): boolean {
	return of >= MIN_ENTRIES && linked >= of * MIN_LINKED;
}

function isLinked({ mentions, lists }: Item): boolean {
	return mentions.length > 0 || lists.some(({ items }) => items.some(isLinked));
}

/** Its title or a resource is linked, or those of what is nested in it: `GPT` over its three papers. */
function isListed({ entry, lists }: Item, listed: ReadonlySet<Entry>): boolean {
	if (entry !== undefined && listed.has(entry)) return true;
	return lists.some(({ items }) => items.some((item) => isListed(item, listed)));
}

/** What an entry without a link begins with: `Name - What it is.` */
function nameOf(title: string): string {
	return title.split(/\s[-–—]\s/, 1)[0] ?? title;
}

/** Remarks, enumerations, code and what has an address in plain text want no link. */
function isNamed({ title, item }: Entry, document: string): boolean {
	const name = nameOf(title);
	if (/[.。!！?？:：…]$/.test(name) || /\S@\S|\w\.(?:com|org|net|io|edu|gov)\b|\bn\/a\b/i.test(title))
		return false;
	if (/、.*、|,.*,.*,.*,/.test(name) || document[item?.head.start.offset ?? 0] === "`") return false;
	const most = name === title ? MAX_WORDS : MAX_NAME_WORDS;
	return isDated(title) || name.split(/\s+/).length <= most;
}

function draft(catalogue: Catalogue, entry: Entry, data: EntryWithoutLink): Draft<EntryWithoutLink> {
	const suggestion = data.file === "" ? undefined : offerLink(catalogue, entry, data.file);
	return {
		path: catalogue.parsed.document.path,
		span: entry.titleSpan,
		data,
		...(suggestion === undefined ? {} : { suggestion }),
	};
}
