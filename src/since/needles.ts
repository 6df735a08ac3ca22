import type { Needles } from "../model.ts";
import { formatOf, isMarkdown } from "../naming/format.ts";
import { fragmentsOf } from "../parse/index.ts";
import { foldersAbove, nameOf } from "../resolve/path.ts";
import type { Shelf } from "../resolve/shelf.ts";
import type { Difference } from "./questionable.ts";
import { spellingsOf } from "./spellings.ts";

/**
 * What an unchanged document says if the change can have broken a link in it: how it would write what is gone, or has another
 * content now; and if it refers to one of the files that are questioned.
 */
export function needlesOf(difference: Difference, questioned: readonly string[]): Needles {
	const names = [...goneNames(difference), ...replacedNames(difference), ...questioned.map(nameOf)];
	return {
		texts: [...spelled(names), ...campaigns(difference)].sort(),
		pairs: goneFragments(difference).map(({ names, fragments }) => [spelled(names), spelled(fragments)]),
	};
}

function spelled(names: readonly string[]): string[] {
	return [...new Set(names.flatMap(spellingsOf))];
}

/** Of files that are not where they were, of folders that went with them, and of symbolic links that lead nowhere now. */
function goneNames({ changes, shelf }: Difference): string[] {
	const gone = changes.files.flatMap(({ path, before }) =>
		before !== undefined && before !== path ? [before] : [],
	);
	const folders = new Set(gone.flatMap(foldersAbove));
	const aliases = shelf.entries.flatMap(({ path, leadsTo }) => (leadsTo === undefined ? [] : [path]));
	const isMissing = (path: string) => shelf.find(path).state === "missing";
	return [...gone, ...[...folders, ...aliases].filter(isMissing)].map(nameOf);
}

/** Headings and ids that documents have no more, with the names of these. Where a document is itself gone, its name is. */
function goneFragments({ before, now, shelf }: Difference): { names: string[]; fragments: string[] }[] {
	const known = new Map(now.map((parsed) => [parsed.document.path, new Set(fragmentsOf(parsed))]));
	return before.flatMap((parsed) => {
		const { path } = parsed.document;
		const left = known.get(path);
		const gone = left === undefined ? [] : fragmentsOf(parsed).filter((name) => !left.has(name));
		return gone.length === 0 ? [] : [{ names: namesOf([path], shelf), fragments: gone }];
	});
}

/** Of files that are looked into and whose content is another. Of documents that are read, what they said before tells more. */
function replacedNames({ changes: { files, texts }, now, shelf }: Difference): string[] {
	const read = new Set(now.map(({ document }) => document.path));
	const replaced = files.flatMap(({ path, before, kindBefore }) => {
		if (path === undefined || path !== before) return [];
		if (isMarkdown(path)) return texts.has(path) && read.has(path) ? [] : [path];
		return kindBefore !== "file" || formatOf(path) !== "other" ? [path] : [];
	});
	return namesOf(replaced, shelf);
}

/** Of files, and of symbolic links to them. */
function namesOf(paths: readonly string[], shelf: Shelf): string[] {
	const named = new Set(paths);
	const aliases = shelf.entries.filter(({ leadsTo }) => leadsTo !== undefined && named.has(leadsTo));
	return [...paths, ...aliases.map(({ path }) => path)].map(nameOf);
}

/** Whether a link belongs to a campaign, all documents with such links tell. */
function campaigns({ now }: Difference): string[] {
	return now.some(({ links }) => links.some(({ url }) => /[?&]utm_/i.test(url))) ? ["utm_"] : [];
}
