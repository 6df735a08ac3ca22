import { arxivIdOf } from "./arxiv.ts";
import { areSiblings, cataloguesOf, type Lead, type Listing, lineOf } from "./catalogue.ts";
import { isPaper } from "./paper.ts";
import type { Rule } from "./rule.ts";
import { isLong, keyOf } from "./title.ts";

type SameWork = {
	readonly title: string;
	readonly url: string;
	readonly line: number;
	/** Where the other entry leads. */
	readonly other: string;
	/** How it is known: both have one title, or both are one arXiv paper, by its identifier. */
	readonly id: string;
};

/** One work that is listed twice, by two addresses. */
export const sameWork: Rule<SameWork> = {
	id: "same-work",
	summary: "one work that is listed twice, by two addresses",
	severity: "info",
	confidence: "medium",
	offline: true,
	*find(context) {
		for (const { parsed, listings } of cataloguesOf(context)) {
			for (const { entry, main, first, id } of repeats(listings)) {
				yield {
					path: parsed.document.path,
					span: main.mention.link.span,
					data: {
						title: entry.title,
						url: main.judged.link.url,
						line: lineOf(first.entry),
						other: first.main.judged.link.url,
						id,
					},
					...(entry.section === first.entry.section ? { severity: "warning" as const } : {}),
				};
			}
		}
	},
	word: ({ title, line, other, id }) => ({
		message:
			id === ""
				? `${title} is also listed at line ${line}, as ${other}`
				: `${title} is arXiv:${id}, which is also listed at line ${line}, as ${other}`,
		help: "Use one address for one work.",
	}),
};

type Found = Required<Listing>;

function* repeats(
	listings: readonly Listing[],
): Iterable<Found & { readonly first: Found; readonly id: string }> {
	const byId = new Map<string, Found>();
	const byTitle = new Map<string, Found>();
	for (const { entry, leads, main } of listings) {
		if (main === undefined || !isPaper(main.identity)) continue;
		const found = { entry, leads, main };
		const id = arxivIdOf(main) ?? "";
		const key = isLong(entry.title) ? keyOf(entry.title) : "";
		const same = byId.get(id);
		const first = same ?? byTitle.get(key);
		if (first !== undefined && areTwoAddresses(first, found)) yield { ...found, first, id: same ? id : "" };
		if (id !== "" && !byId.has(id)) byId.set(id, found);
		if (key !== "" && !byTitle.has(key)) byTitle.set(key, found);
	}
}

/** One address in one list is a duplicate entry. */
function areTwoAddresses(first: Found, later: Found): boolean {
	if (keyOfTarget(first.main) === keyOfTarget(later.main)) return false;
	return first.main.identity !== later.main.identity || !areSiblings(first.entry, later.entry);
}

function keyOfTarget({ judged }: Lead): string {
	return judged.target.key;
}
