import type { ResolvedLink } from "../model.ts";
import { groupBy } from "../naming/group.ts";

/** Links by the key of their target, in the order of their first: a target is looked at once, however many point there. */
export type TargetMap = ReadonlyMap<string, readonly ResolvedLink[]>;

export function groupByTarget(links: readonly ResolvedLink[]): TargetMap {
	return groupBy(links, ({ target }) => target.key);
}

/** Links by the path of the document that they are in. */
export function groupByDocument<L extends ResolvedLink>(
	links: readonly L[],
): ReadonlyMap<string, readonly L[]> {
	return groupBy(links, ({ link }) => link.path);
}
