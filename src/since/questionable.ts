import type { Changes, Entry, ParsedDocument } from "../model.ts";
import { isShelved } from "../naming/format.ts";
import { isCatalogue } from "../parse/index.ts";
import { decodePercent } from "../resolve/destination.ts";
import { resolveLink } from "../resolve/link.ts";
import { among, folderOf, nameOf, shelfOf } from "../resolve/path.ts";
import type { Shelf } from "../resolve/shelf.ts";

/** A tree before and after a change, as far as it changed. */
export interface Difference {
	readonly changes: Changes;
	/** The changed documents as they were, and as they are. */
	readonly before: readonly ParsedDocument[];
	readonly now: readonly ParsedDocument[];
	readonly shelf: Shelf;
	/** The files on the shelf that have an entry's title. */
	readonly called: (entry: Entry) => readonly string[];
}

/**
 * Files on the shelf of which it matters now whether any document refers to them: those that are new or that changed
 * documents refer to no more, those of a folder that was no shelf before, and those with the title of a changed entry.
 */
export function questionable(difference: Difference): string[] {
	const { before, now, shelf } = difference;
	const shelved = shelf.files.filter(isShelved);
	const was = referencesOf(before, shelf);
	const is = referencesOf(now, shelf);
	const isAdded = among(
		difference.changes.files.flatMap(({ path, before }) => (path === before ? [] : (path ?? []))),
	);
	const isCalled = among(changedEntries(difference).flatMap(difference.called));
	const dropped = droppedText(difference);
	return shelved.filter(
		(path) =>
			isAdded(path) ||
			isCalled(path) ||
			dropped.includes(nameOf(path)) ||
			(was.refersTo(path) && !is.refersTo(path)) ||
			(is.keeps(path) && !was.keeps(path)),
	);
}

interface References {
	refersTo(path: string): boolean;
	/** Whether a catalogue links into the outermost folder that a path is in. */
	keeps(path: string): boolean;
}

function referencesOf(documents: readonly ParsedDocument[], shelf: Shelf): References {
	const linked = new Set<string>();
	const shelves = new Set<string>();
	for (const parsed of documents) {
		for (const { target } of parsed.links.map((link) => resolveLink(link, shelf))) {
			if (target.kind !== "file") continue;
			linked.add(target.path).add(target.actual ?? target.path);
			if (isShelved(target.path) && isCatalogue(parsed)) shelves.add(shelfOf(target.path));
		}
	}
	return {
		refersTo: (path) => linked.has(path) || linked.has(folderOf(path)),
		keeps: (path) => shelves.has(shelfOf(path)),
	};
}

/** Entries of changed documents that the same document did not have so before. */
function changedEntries({ changes, before, now }: Difference): Entry[] {
	const formerPaths = new Map(changes.files.map((change) => [change.path, change.before]));
	const former = new Map(before.map((parsed) => [parsed.document.path, parsed]));
	return now.flatMap((parsed) => {
		const old = former.get(formerPaths.get(parsed.document.path) ?? "");
		const known = new Set(old?.entries.map((entry) => written(old, entry)));
		return parsed.entries.filter((entry) => !known.has(written(parsed, entry)));
	});
}

function written({ document: { text } }: ParsedDocument, { span: { start, end } }: Entry): string {
	return text.slice(start.offset, end.offset);
}

/** The lines that no changed document has any more. */
function droppedText({ before, now }: Difference): string {
	const kept = new Set(now.flatMap(linesOf));
	return decodePercent(
		before
			.flatMap(linesOf)
			.filter((line) => !kept.has(line))
			.join("\n"),
	);
}

function linesOf({ document: { text } }: ParsedDocument): string[] {
	return text.split(/\r\n|\r|\n/);
}
