import type { Entry, Span } from "../model.ts";
import { type Catalogue, cataloguesOf, type Lead } from "./catalogue.ts";
import { documentsByTitle, isOnShelf, offerLink, theDocument } from "./offer.ts";
import { orphansOf } from "./orphans.ts";
import type { Draft, Rule } from "./rule.ts";

type OrphanFile = {
	readonly path: string;
	/** For a stranded copy, the title of its entry and where that leads; else both are empty. */
	readonly title: string;
	readonly url: string;
};

/** A document on the shelf that the catalogue does not list. */
export const orphanFile: Rule<OrphanFile> = {
	id: "orphan-file",
	summary: "a document in the tree that no Markdown refers to, or whose entry links only elsewhere",
	severity: "warning",
	confidence: "medium",
	offline: true,
	*find(context) {
		const orphans = orphansOf(context);
		if (orphans.length === 0) return;
		const called = documentsByTitle(orphans);
		const claimed = new Set<string>();
		for (const catalogue of cataloguesOf(context)) {
			for (const found of claims(catalogue, called)) {
				claimed.add(found.path);
				if (found.lead !== undefined) yield stranded(catalogue, found.entry, found.path, found.lead);
			}
		}
		for (const path of orphans) {
			if (!claimed.has(path)) yield { path, span: start, data: { path, title: "", url: "" } };
		}
	},
	word: ({ path, title, url }) =>
		title === ""
			? {
					message: `${path} is listed nowhere`,
					help: `List it in the catalogue, as ${linkTo(path)}, or remove it.`,
				}
			: {
					message: `${title} leads only to ${url}, though the tree has ${path}`,
					help: "Link the copy in the tree as well, or remove it.",
				},
};

/** A link that leads there from any document of the tree. */
function linkTo(path: string): string {
	const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
	const written = encodeURI(path).replace(/[()?#]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
	return `[${name}](/${written})`;
}

/** A document in other formats has no place to point at but its beginning. */
const start: Span = {
	start: { line: 1, column: 1, offset: 0 },
	end: { line: 1, column: 1, offset: 0 },
};

/** An orphan and the entry that has its title. */
interface Claim {
	readonly entry: Entry;
	readonly path: string;
	/** Where the entry leads; an entry without a link has none. */
	readonly lead?: Lead;
}

function claims({ listings }: Catalogue, called: (entry: Entry) => readonly string[]): Claim[] {
	return listings.flatMap(({ entry, leads, main }): Claim[] => {
		const path = leads.some(isOnShelf) ? undefined : theDocument(called(entry));
		return path === undefined ? [] : [{ entry, path, ...(main === undefined ? {} : { lead: main }) }];
	});
}

function stranded(catalogue: Catalogue, entry: Entry, path: string, lead: Lead): Draft<OrphanFile> {
	const suggestion = offerLink(catalogue, entry, path);
	return {
		path: catalogue.parsed.document.path,
		span: entry.titleSpan,
		data: { path, title: entry.title, url: lead.judged.link.url },
		...(suggestion === undefined ? {} : { suggestion }),
	};
}
