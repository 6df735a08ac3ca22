import { attributeUrls } from "./attribute.ts";
import type { Destination, HeadingStart, LinkStart, Take } from "./event.ts";
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
	/** At most one of each type: the next one closes the one before. */
	readonly #elements = new Map<"link" | "heading", OpenElement>();
	readonly #take: Take;

	constructor(take: Take) {
		this.#take = take;
	}

	/** Whether a link or a heading is around. */
	get isOpen(): boolean {
		return this.#elements.size > 0;
	}

	/**
	 * @param pieces Where the HTML comes from.
	 * @param depth How many Markdown nodes the fragment is in.
	 */
	read(html: string, pieces: readonly Piece[], depth: number): void {
		for (const token of htmlTokens(html)) {
			if (token.type === "text") {
				this.#take(token);
			} else if (token.type === "close") {
				const { start, end } = sourceRange(pieces, token.start, token.end);
				if (token.name === "a") this.#close("link", start, end);
				if (headingDepth(token.name) > 0) this.#close("heading", start, end);
			} else {
				for (const value of idsOf(token)) this.#take({ type: "id", value });
				this.#open(token, pieces, depth);
			}
		}
	}

	/** Closes what is still open when the Markdown node around it ends: nothing can close it any more. */
	leave(depth: number, end: number): void {
		if (!this.isOpen) return;
		for (const [type, element] of this.#elements) {
			if (element.depth > depth) this.#close(type, end, end);
		}
	}

	#open(token: Open, pieces: readonly Piece[], depth: number): void {
		const { start, end: textStart } = sourceRange(pieces, token.start, token.end);
		const alternative = token.attributes.get("alt")?.value ?? "";
		if (token.name === "a") this.#close("link", start, start);
		for (const [name, attribute] of token.attributes) {
			for (const destination of destinations(token.name, name, attribute, pieces)) {
				if (token.name === "a" && name === "href") {
					const link: LinkStart = { type: "link", destination, start, textStart };
					this.#elements.set("link", { start: link, depth });
					this.#take(link);
				} else {
					this.#take({ type: "destination", destination, text: alternative });
				}
			}
		}
		if (alternative !== "") this.#take({ type: "alternative", value: alternative });
		const level = headingDepth(token.name);
		if (level === 0) return;
		this.#close("heading", start, start);
		const heading: HeadingStart = { type: "heading", depth: level, start };
		this.#elements.set("heading", { start: heading, depth });
		this.#take(heading);
	}

	#close(type: "link" | "heading", textEnd: number, end: number): void {
		const element = this.#elements.get(type);
		if (element !== undefined) this.#take({ type: "end", of: element.start, textEnd, end });
		this.#elements.delete(type);
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

function idsOf({ attributes }: Open): string[] {
	return [...attributes].flatMap(([name, { value }]) => (name === "id" || name === "name" ? [value] : []));
}

/** 1 to 6, or 0 for another element. */
function headingDepth(element: string): number {
	return /^h[1-6]$/.test(element) ? Number(element[1]) : 0;
}

/** What a fragment can name in an HTML page: the values of its `id` and `name` attributes, in their order. */
export function htmlIds(html: string): string[] {
	return htmlTokens(html).flatMap((token) => (token.type === "open" ? idsOf(token) : []));
}
