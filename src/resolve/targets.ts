import type { ResolvedLink } from "../model.ts";

/** Links by the key of their target, in the order of their first: a target is looked at once, however many point there. */
export type TargetMap = ReadonlyMap<string, readonly ResolvedLink[]>;

export function groupByTarget(links: readonly ResolvedLink[]): TargetMap {
	return group(links, ({ target }) => target.key);
}

/** Links by the path of the document that they are in. */
export function groupByDocument<L extends ResolvedLink>(
	links: readonly L[],
): ReadonlyMap<string, readonly L[]> {
	return group(links, ({ link }) => link.path);
}

function group<L>(links: readonly L[], keyOf: (link: L) => string): Map<string, L[]> {
	const groups = new Map<string, L[]>();
	for (const link of links) {
		const key = keyOf(link);
		const others = groups.get(key);
		if (others === undefined) groups.set(key, [link]);
		else others.push(link);
	}
	return groups;
}
