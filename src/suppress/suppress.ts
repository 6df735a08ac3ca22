import type { Finding, JudgedLink } from "../model.ts";
import type { Suppression } from "./suppression.ts";

export interface Suppressed {
	/** What nothing silences. */
	readonly findings: readonly Finding[];
	/** How many findings are silenced. */
	readonly silenced: number;
	/** The suppressions that silence none. */
	readonly idle: readonly Suppression[];
}

export function suppress(findings: readonly Finding[], suppressions: readonly Suppression[]): Suppressed {
	const used = new Set<Suppression>();
	const kept = findings.filter((finding) => {
		const silencing = suppressions.filter((suppression) => suppression.silences(finding));
		for (const suppression of silencing) used.add(suppression);
		return silencing.length === 0;
	});
	return {
		findings: kept,
		silenced: findings.length - kept.length,
		idle: suppressions.filter((suppression) => !used.has(suppression)),
	};
}

/**
 * Whether an idle suppression is of no use for certain. It may be needed tomorrow where a link that it reaches could not be
 * verified today; `needsNetwork` tells of which rules that is true.
 */
export function isUseless(
	suppression: Suppression,
	links: readonly JudgedLink[],
	needsNetwork: (rule: string) => boolean,
): boolean {
	const { rule, origin } = suppression;
	if (origin?.expired !== undefined) return true;
	if (rule !== undefined && !needsNetwork(rule)) return true;
	return !links.some((link) => isOpen(link) && suppression.reaches(link));
}

/** A web link whose state this run did not find out. */
export function isOpen({ target, verdict: { verdict } }: JudgedLink): boolean {
	return target.kind === "http" && (verdict === "unsure" || verdict === "skipped");
}
