import type { Entry, Suggestion } from "../model.ts";
import { isShelved } from "../naming/format.ts";
import { groupBy } from "../naming/group.ts";
import { STDIN } from "../naming/stdin.ts";
import { folderOf, nameOf } from "../resolve/path.ts";
import { writePath } from "../resolve/write.ts";
import type { Catalogue, Lead } from "./catalogue.ts";
import { isDated, isLong, keyOf } from "./title.ts";

/** Finds documents by the title of an entry; none by a name that many things may have. */
export function documentsByTitle(paths: readonly string[]): (entry: Entry) => readonly string[] {
	const byKey = groupBy(paths, (path) => keyOf(nameOf(path).replace(/\.\w+$/, "")));
	return ({ title }) => (isDated(title) || isLong(title) ? (byKey.get(keyOf(title)) ?? []) : []);
}

/** The one document with the title of an entry; where several have it, none is. */
export function theDocument(called: readonly string[]): string | undefined {
	return called.length === 1 ? called[0] : undefined;
}

/** Adds a document to an item, with the label and the brackets of the other documents on the shelf. */
export function offerLink(
	{ parsed, listings }: Catalogue,
	{ item }: Entry,
	path: string,
): Suggestion | undefined {
	const { text, path: from } = parsed.document;
	if (item === undefined || from === STDIN) return undefined;
	const model = listings.flatMap(({ leads }) => leads).find(isOnShelf);
	const label = model?.inherited === false && model.label !== undefined ? model.label : "paper";
	const link = `[${label}](${writePath(model?.judged.link.url ?? "", folderOf(from), path)})`;
	const wrapped = model !== undefined && text[model.mention.span.start.offset - 1] === "[";
	return {
		span: { start: item.head.end, end: item.head.end },
		text: wrapped ? ` [${link}]` : ` ${link}`,
		safe: false,
	};
}

export function isOnShelf({ judged: { target }, role }: Lead): boolean {
	return role !== "secondary" && target.kind === "file" && isShelved(target.path);
}
