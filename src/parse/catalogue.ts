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
	let [listed, linked, links] = [0, 0, 0];
	for (const { kind, links: own } of entries) {
		if (kind === "paragraph") continue;
		listed++;
		if (own.length > 0) linked++;
		for (const { mention } of own) if (isWeb(mention.link.url)) links++;
	}
	return links >= MIN_LINKS && linked >= listed * MIN_LINKED;
}

function isWeb(url: string): boolean {
	return /^(https?:)?\/\//i.test(url);
}
