import type { Finding, JudgedLink } from "../model.ts";
import { isBefore, type Origin, type Suppression } from "./suppression.ts";

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
export function ignoring(ignore: Ignore, links: readonly JudgedLink[], today: string): Suppression {
	const { rule, path, url, until, origin } = ignore;
	const expired = until !== undefined && until < today;
	const reaches = (link: JudgedLink) => (path?.(link.link.path) ?? true) && (url?.(link) ?? true);
	const reached = url === undefined ? undefined : links.filter(reaches);
	const silences = (finding: Finding) =>
		!expired &&
		(rule === undefined || rule === finding.ruleId) &&
		(path?.(finding.path) ?? true) &&
		(reached?.some((link) => isAbout(finding, link)) ?? true);
	return {
		...(rule === undefined ? {} : { rule }),
		silences,
		reaches,
		...(origin && { origin: expired ? { ...origin, expired: until } : origin }),
	};
}

/** Whether a finding and the destination of a link are in one place. */
function isAbout(finding: Finding, { link: { path, span } }: JudgedLink): boolean {
	const end = { line: finding.endLine, column: finding.endColumn };
	return finding.path === path && isBefore(span.start, end) && isBefore(finding, span.end);
}
