import { isShelved } from "../naming/format.ts";

/** Sites on which a page is a paper. */
const sites =
	/^https:\/\/(?:[^/]+\.)?(?:aaai\.org|aclanthology\.org|acm\.org|arxiv\.org|biorxiv\.org|doi\.org|ieee\.org|ijcai\.org|jmlr\.org|medrxiv\.org|mlr\.press|nature\.com|neurips\.cc|openaccess\.thecvf\.com|openreview\.net|sciencedirect\.com|semanticscholar\.org|springer\.com|ssrn\.com)\/./;

/**
 * True where a target is a work that somebody wrote, and not the page of a thing.
 *
 * @param identity As `identityOf` gives it.
 */
export function isPaper(identity: string): boolean {
	return sites.test(identity) || isShelved(identity);
}
