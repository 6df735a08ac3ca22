import type { Changes, ParsedDocument } from "../model.ts";
import { formatOf, isMarkdown, isShelved } from "../naming/format.ts";
import { fragmentsOf } from "../parse/index.ts";
import { resolveLink } from "../resolve/link.ts";
import { foldersAbove, nameOf } from "../resolve/path.ts";
import type { Shelf } from "../resolve/shelf.ts";
import { spellingsOf } from "./spellings.ts";

/** A tree before and after a change, as far as it changed. */
export interface Difference {
	readonly changes: Changes;
	/** The changed documents as they were, and as they are. */
	readonly before: readonly ParsedDocument[];
	readonly now: readonly ParsedDocument[];
	readonly shelf: Shelf;
}

/**
 * Texts of which an unchanged document has one, letter case aside, if the change can have broken a link in it: how it would
 * write what is gone, or has another content now.
 */
export function needlesOf(difference: Difference): string[] {
	const names = [
		...goneNames(difference),
		...goneFragments(difference),
		...replacedNames(difference.changes),
		...questionable(difference).map(nameOf),
	];
	return [...new Set(names.flatMap(spellingsOf))].sort();
}

/**
 * Files on the shelf that nothing may refer to any more, or yet: those that are new, and those that a changed document has
 * no link to now.
 */
export function questionable({ changes, before, now, shelf }: Difference): string[] {
	const added = changes.files.flatMap(({ path, before }) =>
		path !== undefined && path !== before && isShelved(path) ? [path] : [],
	);
	const linked = shelvedTargets(now, shelf);
	const dropped = [...shelvedTargets(before, shelf)].filter((path) => !linked.has(path));
	return [...new Set([...added, ...dropped])];
}

function shelvedTargets(documents: readonly ParsedDocument[], shelf: Shelf): ReadonlySet<string> {
	const targets = documents.flatMap(({ links }) => links.map((link) => resolveLink(link, shelf).target));
	return new Set(
		targets.flatMap((target) =>
			target.kind === "file" && target.state === "present" && isShelved(target.path) ? [target.path] : [],
		),
	);
}

/** Of files that are not where they were, and of folders that went with them. */
function goneNames({ changes, shelf }: Difference): string[] {
	const gone = changes.files.flatMap(({ path, before }) =>
		before !== undefined && before !== path ? [before] : [],
	);
	const folders = new Set(gone.flatMap(foldersAbove));
	return [...gone, ...[...folders].filter((folder) => shelf.find(folder).state === "missing")].map(nameOf);
}

/** Of headings and ids that a document has no more. Where it is itself gone, its name is. */
function goneFragments({ before, now }: Difference): string[] {
	const known = new Map(now.map((parsed) => [parsed.document.path, new Set(fragmentsOf(parsed))]));
	return before.flatMap((parsed) => {
		const fragments = known.get(parsed.document.path);
		return fragments === undefined ? [] : fragmentsOf(parsed).filter((name) => !fragments.has(name));
	});
}

/** Of files that are looked into and whose content is another. Documents are compared by what they say. */
function replacedNames({ files, texts }: Changes): string[] {
	return files.flatMap(({ path, before, kindBefore }) => {
		if (path === undefined || path !== before) return [];
		if (isMarkdown(path)) return texts.has(path) ? [] : [nameOf(path)];
		return kindBefore !== "file" || formatOf(path) !== "other" ? [nameOf(path)] : [];
	});
}
