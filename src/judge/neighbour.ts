import type { Attempt } from "../model.ts";
import type { Look } from "./look.ts";

/** Two readings of one page may differ by this share of their text: a clock, the address that was asked for. */
const DRIFT = 0.02;
/** And by this many characters in any case. */
const MIN_DRIFT = 20;

/**
 * What the answer to a made-up neighbour says about the page: `absent` when the site admits that the neighbour is not there,
 * `same` when it shows the same page again.
 */
export function neighbourSays({ answer, hops, neighbour }: Look): "absent" | "same" | "nothing" {
	if (neighbour === undefined || neighbour.failure !== undefined) return "nothing";
	const { status = 0 } = neighbour;
	if (status === 404 || status === 410) return "absent";
	if (status < 200 || status >= 300) return "nothing";
	const together = hops.length > 1 && place(answer.url) === place(neighbour.url);
	return together || looksTheSame(answer, neighbour) ? "same" : "nothing";
}

/** Sites that send everybody to one page often say in the query where they came from. */
function place(url: string): string {
	const { origin, pathname } = new URL(url);
	return origin + pathname;
}

function looksTheSame({ body: page }: Attempt, { body: other }: Attempt): boolean {
	if (page?.looksLike !== "html" || other?.looksLike !== "html") return false;
	const drift = Math.abs(page.textLength - other.textLength);
	return (
		page.title === other.title &&
		page.h1 === other.h1 &&
		page.shell === other.shell &&
		drift <= Math.max(MIN_DRIFT, page.textLength * DRIFT)
	);
}
