import type { Finding, JudgedLink } from "../model.ts";
import { groupByDocument } from "../resolve/targets.ts";
import { byPlace, countBefore, isBefore, type Place } from "./place.ts";
import type { Ignoring, Origin } from "./suppression.ts";

/** An entry of a configuration that silences findings. What it does not name does not matter to it. */
export interface Ignore {
	readonly rule?: string;
	readonly path?: (path: string) => boolean;
	readonly url?: (link: JudgedLink) => boolean;
	/** The last day on which it holds: `2027-01-31`. */
	readonly until?: string;
	readonly origin?: Origin;
}

/** @param today As `2027-01-31`, in UTC. */
export function ignoring(ignore: Ignore, links: readonly JudgedLink[], today: string): Ignoring {
	const { rule, path, url, until, origin } = ignore;
	const expired = until !== undefined && until < today;
	const reaches = (link: JudgedLink) => (path?.(link.link.path) ?? true) && (url?.(link) ?? true);
	const isAbout = url === undefined ? () => true : aboutOneOf(links.filter(reaches));
	const silences = (finding: Finding) =>
		!expired &&
		(rule === undefined || rule === finding.ruleId) &&
		(path?.(finding.path) ?? true) &&
		isAbout(finding);
	return {
		...(rule === undefined ? {} : { rule }),
		silences,
		reaches,
		...(origin && { origin: expired ? { ...origin, expired: until } : origin }),
	};
}

/** Whether a finding and the destination of one of the links are in one place. */
function aboutOneOf(links: readonly JudgedLink[]): (finding: Finding) => boolean {
	const pages = new Map([...groupByDocument(links)].map(([path, those]) => [path, readPage(those)]));
	return ({ path, line, column, endLine, endColumn }) => {
		const page = pages.get(path);
		if (page === undefined) return false;
		const begun = countBefore(page.starts, { line: endLine, column: endColumn });
		const last = page.lastEnds[begun - 1];
		return last !== undefined && isBefore({ line, column }, last);
	};
}

/** Where the destinations of one document's links are. */
interface Page {
	/** In the order of the text. */
	readonly starts: readonly Place[];
	/** With each start, the last of the ends up to there. */
	readonly lastEnds: readonly Place[];
}

function readPage(links: readonly JudgedLink[]): Page {
	const spans = links.map(({ link }) => link.span).sort((a, b) => byPlace(a.start, b.start));
	let last: Place = { line: 0, column: 0 };
	const lastEnds = spans.map(({ end }) => {
		if (isBefore(last, end)) last = end;
		return last;
	});
	return { starts: spans.map(({ start }) => start), lastEnds };
}
