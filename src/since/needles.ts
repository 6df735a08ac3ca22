import { formatOf, isMarkdown } from "../naming/format.ts";
import { fragmentsOf } from "../parse/index.ts";
import { foldersAbove, nameOf } from "../resolve/path.ts";
import type { Difference } from "./questionable.ts";
import { spellingsOf } from "./spellings.ts";

/**
 * Texts of which an unchanged document has one, letter case aside, if the change can have broken a link in it: how it would
 * write what is gone, or has another content now; and if it refers to one of the files that are questioned.
 */
export function needlesOf(difference: Difference, questioned: readonly string[]): string[] {
	const names = [
		...goneNames(difference),
		...goneFragments(difference),
		...replacedNames(difference),
		...questioned.map(nameOf),
	];
	return [...new Set([...names.flatMap(spellingsOf), ...campaigns(difference)])].sort();
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

/** Of headings and ids that a document has no more. Where it is itself gone, its name is. */
function goneFragments({ before, now }: Difference): string[] {
	const known = new Map(now.map((parsed) => [parsed.document.path, new Set(fragmentsOf(parsed))]));
	return before.flatMap((parsed) => {
		const fragments = known.get(parsed.document.path);
		return fragments === undefined ? [] : fragmentsOf(parsed).filter((name) => !fragments.has(name));
	});
}

/**
 * Of files that are looked into and whose content is another, and of symbolic links to them. Of documents that are read, what
 * they said before tells more.
 */
function replacedNames({ changes: { files, texts }, now, shelf }: Difference): string[] {
	const read = new Set(now.map(({ document }) => document.path));
	const replaced = new Set(
		files.flatMap(({ path, before, kindBefore }) => {
			if (path === undefined || path !== before) return [];
			if (isMarkdown(path)) return texts.has(path) && read.has(path) ? [] : [path];
			return kindBefore !== "file" || formatOf(path) !== "other" ? [path] : [];
		}),
	);
	const aliases = shelf.entries.filter(({ leadsTo }) => leadsTo !== undefined && replaced.has(leadsTo));
	return [...replaced, ...aliases.map(({ path }) => path)].map(nameOf);
}

/** Whether a link belongs to a campaign, all documents with such links tell. */
function campaigns({ now }: Difference): string[] {
	return now.some(({ links }) => links.some(({ url }) => /[?&]utm_/i.test(url))) ? ["utm_"] : [];
}
