import { isShelved } from "../naming/format.ts";
import { isCatalogue } from "../parse/catalogue.ts";
import { decodePercent } from "../resolve/destination.ts";
import { folderOf, nameOf, shelfOf } from "../resolve/path.ts";
import type { RuleContext } from "./rule.ts";

/** The documents on the catalogue's own shelf that no Markdown refers to, neither by a link nor by name. */
export function orphansOf({ documents, links, files = [] }: RuleContext): string[] {
	const shelved = files.filter(isShelved);
	if (shelved.length === 0) return [];
	const catalogues = new Set(documents.filter(isCatalogue).map(({ document }) => document.path));
	const referred = new Set<string>();
	const shelves = new Set<string>();
	for (const { link, target } of links) {
		if (target.kind !== "file") continue;
		referred.add(target.path);
		if (target.actual !== undefined) referred.add(target.actual);
		// What is elsewhere, test data say, is no part of what the catalogue keeps.
		if (isShelved(target.path) && catalogues.has(link.path)) shelves.add(shelfOf(target.path));
	}
	const candidates = shelved.filter(
		(path) => shelves.has(shelfOf(path)) && !referred.has(path) && !referred.has(folderOf(path)),
	);
	if (candidates.length === 0) return [];
	const texts = documents.map(({ document }) => decodePercent(document.text));
	return candidates.filter((path) => !texts.some((text) => text.includes(nameOf(path))));
}
