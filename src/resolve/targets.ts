import type { ResolvedLink } from "../model.ts";

/** Links by the key of their target, in the order of their first: a target is looked at once, however many point there. */
export type TargetMap = ReadonlyMap<string, readonly ResolvedLink[]>;

export function groupByTarget(links: readonly ResolvedLink[]): TargetMap {
	const groups = new Map<string, ResolvedLink[]>();
	for (const link of links) {
		const sharing = groups.get(link.target.key);
		if (sharing === undefined) groups.set(link.target.key, [link]);
		else sharing.push(link);
	}
	return groups;
}
