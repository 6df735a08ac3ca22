import type { Finding, JudgedLink } from "../model.ts";
import { groupBy } from "../naming/group.ts";
import { groupByDocument } from "../resolve/targets.ts";
import { byPlace, countBefore, type Place } from "./place.ts";
import type { Ignoring, Scope, Suppression } from "./suppression.ts";

/** All that silences, by where it comes from. */
export interface Suppressions {
	/** Of the documents' comments. */
	readonly scopes: readonly Scope[];
	/** Of the configuration. */
	readonly ignorings: readonly Ignoring[];
}

export interface Suppressed {
	/** What nothing silences. */
	readonly findings: readonly Finding[];
	/** How many findings are silenced. */
	readonly silenced: number;
	/** What silences none. */
	readonly idle: Suppressions;
}

export function suppress(findings: readonly Finding[], { scopes, ignorings }: Suppressions): Suppressed {
	const inScopes = findInScopes(findings, scopes);
	const used = new Set<Ignoring>();
	const kept = findings.filter((finding) => {
		const silencing = ignorings.filter((ignoring) => ignoring.silences(finding));
		for (const ignoring of silencing) used.add(ignoring);
		return silencing.length === 0 && !inScopes.findings.has(finding);
	});
	return {
		findings: kept,
		silenced: findings.length - kept.length,
		idle: {
			scopes: scopes.filter((scope) => !inScopes.scopes.has(scope)),
			ignorings: ignorings.filter((ignoring) => !used.has(ignoring)),
		},
	};
}

/** The findings that are in a scope, and the scopes that have some in them. */
function findInScopes(
	findings: readonly Finding[],
	scopes: readonly Scope[],
): { findings: ReadonlySet<Finding>; scopes: ReadonlySet<Scope> } {
	const found = { findings: new Set<Finding>(), scopes: new Set<Scope>() };
	const byPath = groupBy(scopes, ({ path }) => path);
	const inReach = findings.filter(({ path }) => byPath.has(path));
	for (const [path, onPage] of groupBy(inReach, ({ path }) => path)) {
		for (const [rule, those] of groupBy(onPage, ({ ruleId }) => ruleId)) {
			const places = those.sort(byPlace);
			// By how much more scopes a place is in than the one before.
			const turns = places.map(() => 0);
			for (const scope of byPath.get(path) ?? []) {
				if (scope.rule !== undefined && scope.rule !== rule) continue;
				const [from, to] = [countBefore(places, scope.start), countBefore(places, scope.end(rule))];
				if (from >= to) continue;
				found.scopes.add(scope);
				turns[from] = (turns[from] ?? 0) + 1;
				turns[to] = (turns[to] ?? 0) - 1;
			}
			let depth = 0;
			for (const [at, finding] of places.entries()) {
				depth += turns[at] ?? 0;
				if (depth > 0) found.findings.add(finding);
			}
		}
	}
	return found;
}

/**
 * Of idle suppressions, those that are of no use for certain. One may be needed tomorrow where a link that it reaches could not
 * be verified today; `needsNetwork` tells of which rules that is true.
 */
export function uselessAmong(
	{ scopes, ignorings }: Suppressions,
	links: readonly JudgedLink[],
	needsNetwork: (rule: string) => boolean,
): Suppression[] {
	// Most runs have none, and links are many.
	if (scopes.length === 0 && ignorings.length === 0) return [];
	const open = links.filter(isOpen);
	const places = new Map(
		[...groupByDocument(open)].map(([path, those]) => [
			path,
			those.map(({ link }): Place => link.span.start).sort(byPlace),
		]),
	);
	const isOver = ({ rule, origin }: Suppression) =>
		origin?.expired !== undefined || (rule !== undefined && !needsNetwork(rule));
	const hasOpen = ({ path, start, end }: Scope) => {
		const those = places.get(path) ?? [];
		return countBefore(those, start) < countBefore(those, end());
	};
	return [
		...scopes.filter((scope) => isOver(scope) || !hasOpen(scope)),
		...ignorings.filter((ignoring) => isOver(ignoring) || !open.some((link) => ignoring.reaches(link))),
	];
}

/** A web link whose state this run did not find out. */
export function isOpen({ target, verdict: { verdict } }: JudgedLink): boolean {
	return target.kind === "http" && (verdict === "unsure" || verdict === "skipped");
}
