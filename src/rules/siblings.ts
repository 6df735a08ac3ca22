import type { Heading, Section } from "../model.ts";
import { groupBy } from "../naming/group.ts";

/** The headings that are under the same one and of the same depth, in the order of the text. */
export function siblingsIn(sections: readonly Section[]): Heading[][] {
	const headings = sections.flatMap(({ heading, path }) =>
		heading === undefined ? [] : [{ heading, parent: path.at(-2) }],
	);
	const families = [...groupBy(headings, ({ parent }) => parent).values()];
	return families
		.flatMap((family) => [...groupBy(family, ({ heading }) => heading.depth).values()])
		.map((siblings) => siblings.map(({ heading }) => heading));
}
