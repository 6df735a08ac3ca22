import type { Attempt } from "../model.ts";

/** What gives a page away. All conditions of a mark must hold; a status alone is only enough where nobody else sends it. */
export interface Mark {
	readonly status?: readonly number[];
	/** Name in lower case, and what its value must be like. */
	readonly header?: readonly [name: string, value: RegExp];
	readonly url?: RegExp;
	readonly title?: RegExp;
	/** The visible text; only a body that is short and complete has one. */
	readonly text?: RegExp;
	/** The first 16 KiB of the source of such a body. */
	readonly markup?: RegExp;
}

/** Something that answers in place of the page. Any one of its marks is enough. */
export interface Signature {
	/** Whose page it is, as a reader may know it. Unique in its table. */
	readonly name: string;
	/** Where the marks are documented or shown. */
	readonly source: string;
	readonly marks: readonly Mark[];
}

/** The first signature whose mark the answer bears. */
export function recognise(table: readonly Signature[], answer: Attempt): Signature | undefined {
	return table.find(({ marks }) => marks.some((mark) => bears(answer, mark)));
}

function bears({ status, headers, url, body }: Attempt, mark: Mark): boolean {
	const holds = (pattern: RegExp | undefined, value: string | undefined): boolean =>
		pattern === undefined || (value !== undefined && pattern.test(value));
	return (
		(mark.status === undefined || mark.status.includes(status ?? 0)) &&
		(mark.header === undefined || holds(mark.header[1], headers[mark.header[0]])) &&
		holds(mark.url, url) &&
		holds(mark.title, body?.title) &&
		holds(mark.text, body?.text) &&
		holds(mark.markup, body?.source)
	);
}
