import type { Document, Entry, ParsedDocument } from "../model.ts";

/** Fewer external links in items and rows are no catalogue, whatever they are. */
const MIN_LINKS = 10;
/** Of what could be entries, so many must link. */
const MIN_LINKED = 1 / 2;

/** Documents about a project, and the forms that its visitors fill in. */
const projectPapers =
	/^(contributing|code[-_]of[-_]conduct|security|support|governance|change[-_]?log|changes|history|release[-_]?notes|releases|pull[-_]request[-_]template|issue[-_]template)(?![a-z])/i;
const forms = /(^|\/)(issue_template|pull_request_template|discussion_template|templates?|_templates)\//i;

/** Rules about entries are for catalogues only. */
export function isCatalogue({ catalogue }: ParsedDocument): boolean {
	return catalogue;
}

/**
 * True for a document that lists things elsewhere: in its items and rows are at least ten web links, and at least half of its
 * entries have a link.
 */
export function listsThings({ path }: Document, entries: readonly Entry[]): boolean {
	const name = path.slice(path.lastIndexOf("/") + 1);
	if (projectPapers.test(name) || forms.test(path)) return false;
	const listed = entries.filter(({ kind }) => kind !== "paragraph");
	const links = listed.flatMap((entry) => entry.links.filter(({ mention }) => isWeb(mention.link.url)));
	const linked = listed.filter((entry) => entry.links.length > 0);
	return links.length >= MIN_LINKS && linked.length >= listed.length * MIN_LINKED;
}

function isWeb(url: string): boolean {
	return /^(https?:)?\/\//i.test(url);
}
