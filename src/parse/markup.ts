import { attributeUrls } from "./attribute.ts";
import type { Destination, Event, HeadingStart, LinkStart } from "./event.ts";
import { type Attribute, type HtmlToken, htmlTokens } from "./html.ts";
import { type Piece, sourceRange } from "./piece.ts";

type Open = Extract<HtmlToken, { type: "open" }>;

interface OpenElement {
	readonly start: LinkStart | HeadingStart;
	/** How deep in the Markdown it was opened. */
	readonly depth: number;
}

/**
 * Reads the HTML in a Markdown document. It comes in fragments with Markdown between them, so an element that one of
 * them opens is remembered for a later one to close.
 */
export class MarkupReader {
	/** At most one of each: the next of its kind closes the one before. */
	#link: OpenElement | undefined;
	#heading: OpenElement | undefined;

	/**
	 * @param pieces Where the HTML comes from.
	 * @param depth How many Markdown nodes the fragment is in.
	 */
	*read(html: string, pieces: readonly Piece[], depth: number): Generator<Event> {
		for (const token of htmlTokens(html)) {
			if (token.type === "text") {
				yield token;
			} else if (token.type === "close") {
				const { end } = sourceRange(pieces, 0, token.end);
				if (token.name === "a") yield* this.#closeLink(end);
				if (headingDepth(token.name) > 0) yield* this.#closeHeading(end);
			} else {
				yield* ids(token);
				yield* this.#open(token, pieces, depth);
			}
		}
	}

	/** Closes what is still open when the Markdown node around it ends: nothing can close it any more. */
	*leave(depth: number, end: number): Generator<Event> {
		if (this.#link !== undefined && this.#link.depth > depth) yield* this.#closeLink(end);
		if (this.#heading !== undefined && this.#heading.depth > depth) yield* this.#closeHeading(end);
	}

	*#open(token: Open, pieces: readonly Piece[], depth: number): Generator<Event> {
		const { start } = sourceRange(pieces, token.start, token.start);
		const alternative = token.attributes.get("alt")?.value ?? "";
		if (token.name === "a") yield* this.#closeLink(start);
		for (const [name, attribute] of token.attributes) {
			for (const destination of destinations(token.name, name, attribute, pieces)) {
				if (token.name === "a" && name === "href") {
					const link: LinkStart = { type: "link", destination };
					this.#link = { start: link, depth };
					yield link;
				} else {
					yield { type: "destination", destination, text: alternative };
				}
			}
		}
		if (alternative !== "") yield { type: "alternative", value: alternative };
		const level = headingDepth(token.name);
		if (level === 0) return;
		yield* this.#closeHeading(start);
		const heading: HeadingStart = { type: "heading", depth: level, start };
		this.#heading = { start: heading, depth };
		yield heading;
	}

	*#closeLink(end: number): Generator<Event> {
		if (this.#link !== undefined) yield { type: "end", of: this.#link.start, end };
		this.#link = undefined;
	}

	*#closeHeading(end: number): Generator<Event> {
		if (this.#heading !== undefined) yield { type: "end", of: this.#heading.start, end };
		this.#heading = undefined;
	}
}

function* destinations(
	element: string,
	name: string,
	attribute: Attribute,
	pieces: readonly Piece[],
): Generator<Destination> {
	for (const { url, start, end } of attributeUrls(element, name, attribute)) {
		yield { url, kind: "html", ...sourceRange(pieces, start, end) };
	}
}

function* ids(token: Open): Generator<Event> {
	for (const [name, { value }] of token.attributes) {
		if (name === "id" || name === "name") yield { type: "id", value };
	}
}

/** 1 to 6, or 0 for another element. */
function headingDepth(element: string): number {
	return /^h[1-6]$/.test(element) ? Number(element[1]) : 0;
}

/** What a fragment can name in an HTML page: the values of its `id` and `name` attributes, in their order. */
export function htmlIds(html: string): string[] {
	const found: string[] = [];
	for (const token of htmlTokens(html)) {
		if (token.type !== "open") continue;
		for (const event of ids(token)) if (event.type === "id") found.push(event.value);
	}
	return found;
}
