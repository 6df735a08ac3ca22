import type { Heading, Section } from "../model.ts";
import type { Lines } from "./lines.ts";

/** The sections of a document in the order of the text; the first has no heading. */
export function readSections(headings: readonly Heading[], source: string, lines: Lines): Section[] {
	const starts = [...headings.map(({ span }) => span.start.offset), source.length];
	const opening: Section = {
		path: [],
		span: lines.at(0, source.length),
		content: lines.at(0, starts[0] ?? 0),
		empty: isEmpty(source.slice(0, starts[0])),
	};
	const ends = endsOf(headings, source.length);
	const path: Heading[] = [];
	const sections = headings.map((heading, index): Section => {
		while ((path.at(-1)?.depth ?? 0) >= heading.depth) path.pop();
		path.push(heading);
		const from = heading.span.end.offset;
		const next = headings[index + 1];
		const to = Math.max(from, starts[index + 1] ?? source.length);
		const hasSubsection = next !== undefined && next.depth > heading.depth;
		return {
			heading,
			path: [...path],
			span: lines.at(heading.span.start.offset, ends[index] ?? source.length),
			content: lines.at(from, to),
			empty: !hasSubsection && isEmpty(source.slice(from, to)),
		};
	});
	return [opening, ...sections];
}

/** For each heading, where the next one is that is not deeper. */
function endsOf(headings: readonly Heading[], end: number): number[] {
	const ends = headings.map(() => end);
	const open: { readonly depth: number; readonly index: number }[] = [];
	headings.forEach(({ depth, span }, index) => {
		while ((open.at(-1)?.depth ?? 0) >= depth) ends[open.pop()?.index ?? index] = span.start.offset;
		open.push({ depth, index });
	});
	return ends;
}

/** Thematic breaks between sections are no content: https://spec.commonmark.org/0.31.2/#thematic-breaks */
function isEmpty(text: string): boolean {
	// Most texts have a letter, and a new string for each of their lines is much work.
	return (
		!/[^\s*_-]/.test(text) &&
		text.split(/\r\n?|\n/).every((line) => /^\s*(([-_*])[ \t]*(\2[ \t]*){2,})?$/.test(line))
	);
}

/** The section that an offset is in. `sections` as `readSections` gives them. */
export function sectionAt(sections: readonly Section[], offset: number): Section {
	let low = 0;
	let high = sections.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((sections[middle]?.span.start.offset ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	const section = sections[low];
	if (section === undefined) throw new RangeError("a document without sections");
	return section;
}
