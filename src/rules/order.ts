import type { Entry, Item, List, Suggestion } from "../model.ts";
import { isCatalogue } from "../parse/catalogue.ts";
import type { Rule } from "./rule.ts";
import { type Outlier, sortingOf } from "./sequence.ts";

type Order = {
	readonly title: string;
	/** The titles that it belongs between; empty at an end of the list. */
	readonly after: string;
	readonly before: string;
	/** How many entries of the list are in order, of how many. */
	readonly sorted: number;
	readonly entries: number;
};

/** Shorter lists are sorted by chance. */
const MIN_ENTRIES = 6;
/** With more of them out of place, a list has no order to be out of. */
const MAX_UNSORTED = 0.15;

/** Scripts whose letters have one order, near enough, in all their languages. */
const alphabets: readonly RegExp[] = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/** An entry out of place in a list that is sorted by title otherwise. */
export const order: Rule<Order> = {
	id: "order",
	summary: "an entry out of place in a list that is sorted by title otherwise",
	severity: "info",
	off: true,
	confidence: "medium",
	offline: true,
	byHabit: true,
	*find({ documents }) {
		for (const { document, lists } of documents.filter(isCatalogue)) {
			for (const list of lists) {
				const entries = sortable(list);
				const titles = entries.map(({ title }) => title);
				const { sorted, outliers } = sortingOf(titles);
				if (titles.length - sorted > MAX_UNSORTED * titles.length) continue;
				for (const outlier of outliers) {
					const suggestion = move(document.text, list.items, outlier);
					yield {
						path: document.path,
						span: (entries[outlier.at] as Entry).titleSpan,
						data: {
							title: titles[outlier.at] ?? "",
							after: titles[outlier.after ?? -1] ?? "",
							before: titles[outlier.before ?? -1] ?? "",
							sorted,
							entries: titles.length,
						},
						...(suggestion === undefined ? {} : { suggestion }),
					};
				}
			}
		}
	},
	word: ({ title, after, before, sorted, entries }) => ({
		message: `“${title}” is out of order in a list of which ${sorted} of ${entries} entries are sorted`,
		help: `Move it ${wordPlace(after, before)}.`,
	}),
};

function wordPlace(after: string, before: string): string {
	if (after === "") return `before “${before}”`;
	return before === "" ? `after “${after}”` : `between “${after}” and “${before}”`;
}

/** The entries of a list that could be sorted by title, else none. A numbered list has the order of its numbers. */
function sortable({ ordered, items }: List): Entry[] {
	const entries = items.flatMap(({ kind, entry }) =>
		kind === "entry" && entry !== undefined ? [entry] : [],
	);
	if (ordered || entries.length < Math.max(MIN_ENTRIES, items.length)) return [];
	const first = entries.flatMap(({ title }) => /\p{L}/u.exec(title)?.[0] ?? []);
	return alphabets.some((script) => first.every((letter) => script.test(letter))) ? entries : [];
}

/** The same text with one item elsewhere. Blank lines stay where they are; only items change places. */
function move(text: string, items: readonly Item[], { at, after, before }: Outlier): Suggestion | undefined {
	const target = before ?? (after ?? -1) + 1;
	const [start, end] = at < target ? [at, target] : [target, at + 1];
	const moved = items.slice(start, end);
	const [first, last] = [moved[0], moved.at(-1)];
	if (first === undefined || last === undefined || !isUniform(text, moved)) return undefined;
	const bodies = moved.map(({ lines, span }) => text.slice(lines.start.offset, span.end.offset));
	const gaps = moved.map(({ span }, index) =>
		text.slice(span.end.offset, moved[index + 1]?.lines.start.offset ?? span.end.offset),
	);
	const rest = bodies.filter((_, index) => start + index !== at);
	const own = bodies[at - start] ?? "";
	const inOrder = at < target ? [...rest, own] : [own, ...rest];
	return {
		span: { start: first.lines.start, end: last.span.end },
		text: inOrder.map((body, index) => body + (gaps[index] ?? "")).join(""),
		safe: false,
	};
}

/** False where an item shares its line with what is around the list. */
function isUniform(text: string, items: readonly Item[]): boolean {
	const indents = items.map(({ lines, span }) => text.slice(lines.start.offset, span.start.offset));
	return new Set(indents).size === 1;
}
