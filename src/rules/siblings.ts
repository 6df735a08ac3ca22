import type { Heading, Section } from "../model.ts";

/** The headings that are under the same one and of the same depth, in the order of the text. */
export function siblingsIn(sections: readonly Section[]): Heading[][] {
	const groups = new Map<Heading | undefined, Map<number, Heading[]>>();
	for (const { heading, path } of sections) {
		if (heading === undefined) continue;
		const parent = path.at(-2);
		const byDepth = groups.get(parent) ?? new Map<number, Heading[]>();
		groups.set(parent, byDepth);
		const siblings = byDepth.get(heading.depth);
		if (siblings === undefined) byDepth.set(heading.depth, [heading]);
		else siblings.push(heading);
	}
	return [...groups.values()].flatMap((byDepth) => [...byDepth.values()]);
}
