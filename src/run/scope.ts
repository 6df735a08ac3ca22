import { filesSaying } from "../input/grep.ts";
import type { Changes, Document, Needles, ParsedDocument } from "../model.ts";
import { formatOf, isMarkdown, isShelved } from "../naming/format.ts";
import { parseDocument } from "../parse/index.ts";
import { decodePercent } from "../resolve/destination.ts";
import { among, nameOf } from "../resolve/path.ts";
import type { Shelf } from "../resolve/shelf.ts";
import { documentsByTitle } from "../rules/offer.ts";
import { needlesOf } from "../since/needles.ts";
import { type Difference, questionable } from "../since/questionable.ts";
import { type Documents, openDocuments, type Read } from "./documents.ts";
import type { HeadStart } from "./head-start.ts";
import type { Parser } from "./parsing/parser.ts";

/** More texts than these are not looked for in the tree: reading it is quicker then. */
const MAX_NEEDLES = 200;

/** The documents that a run reads. */
export interface Scope extends Documents {
	/** How many are left out. */
	readonly unread: number;
	/** The changed ones, as they were. */
	readonly before: readonly ParsedDocument[];
}

/** What a scope is drawn from. */
export interface Field {
	/** Absolute: the root of the tree. */
	readonly root: string;
	/** All that may be read. */
	readonly files: readonly string[];
	readonly read: Read;
	readonly shelf: Shelf;
	/** Absent where nothing is known of changes: then all is read. */
	readonly changes: Changes | undefined;
	/** Whether all is to be read whatever changed. */
	readonly whole: boolean;
	readonly parser: Parser;
	/** For the case that all links are asked, whatever changed. */
	readonly headStart: HeadStart;
}

/** Opens the documents that a run is about. */
export async function openScope({ shelf, changes, whole, ...source }: Field): Promise<Scope> {
	const before = changes === undefined ? [] : parseBefore(changes);
	if (changes === undefined || whole) {
		const { files, read, parser } = source;
		const headStart = changes === undefined ? source.headStart : undefined;
		return { ...(await openDocuments(files, read, parser, headStart)), unread: 0, before };
	}
	return openAffected(source, { changes, before, shelf });
}

/** Documents that changed, as they were. */
function parseBefore({ texts }: Changes): ParsedDocument[] {
	return [...texts].flatMap(([path, text]): ParsedDocument[] => {
		if (!isMarkdown(path)) return [];
		const format = formatOf(path) === "mdx" ? "mdx" : "markdown";
		return parseOrNothing({ path, text, format });
	});
}

/** What could not be parsed before is no matter now. */
function parseOrNothing(document: Document): ParsedDocument[] {
	try {
		return [parseDocument(document)];
	} catch {
		return [];
	}
}

/**
 * Of these files the documents that changed, and those in which the change can have broken something. Where that could be any
 * of them, all.
 */
async function openAffected(
	{ root, files, read, parser }: Pick<Field, "root" | "files" | "read" | "parser">,
	{ changes, before, shelf }: Pick<Difference, "changes" | "before" | "shelf">,
): Promise<Scope> {
	const isChanged = among(changes.files.flatMap(({ path }) => path ?? []));
	// What git does not have as Markdown was named by somebody, and is not searched.
	const isSearched = among(shelf.files.filter(isMarkdown));
	const isOwn = (path: string) => isChanged(path) || !isSearched(path);
	const own = files.filter(isOwn);
	const first = await openDocuments(own, read, parser);
	const called = documentsByTitle(shelf.files.filter(isShelved));
	const difference = { changes, before, shelf, now: first.parsed, called };
	const questioned = questionable(difference);
	const needles = needlesOf(difference, questioned);
	const saying = areFew(needles) ? await filesSaying(root, needles) : undefined;
	const isSaying = among(saying ?? files);
	const others = files.filter((path) => isSaying(path) && !isOwn(path));
	const affected = join(first, await openDocuments(others, read, parser));
	if (questioned.every(namedIn(affected.parsed)))
		return { ...affected, unread: files.length - own.length - others.length, before };
	const isRead = among([...own, ...others]);
	const rest = files.filter((path) => !isRead(path));
	return { ...join(affected, await openDocuments(rest, read, parser)), unread: 0, before };
}

function areFew({ texts, pairs }: Needles): boolean {
	return texts.length + pairs.flat(2).length <= MAX_NEEDLES && !texts.includes("");
}

function namedIn(documents: readonly ParsedDocument[]): (path: string) => boolean {
	const texts = documents.map(({ document }) => decodePercent(document.text));
	return (path) => texts.some((text) => text.includes(nameOf(path)));
}

function join(one: Documents, other: Documents): Documents {
	const byPath = (a: ParsedDocument, b: ParsedDocument) => (a.document.path < b.document.path ? -1 : 1);
	return {
		parsed: [...one.parsed, ...other.parsed].sort(byPath),
		errors: [...one.errors, ...other.errors],
	};
}
