import type { Definition, Link, Mention } from "../model.ts";
import type { End, Event, LinkStart, ReferenceStart } from "./event.ts";
import type { Lines } from "./lines.ts";
import { foldSpace } from "./text.ts";

interface Seen {
	text: string;
	alternative: string;
}

/** A mention before it is known what link it is of. */
interface Draft extends Omit<Mention, "link"> {
	/** Where the destination is written, or the label of the definition that has it. */
	readonly of: number | string;
}

/** Collects the places of a document where a reader meets its links, from its events. */
export class MentionCollector {
	readonly #lines: Lines;
	readonly #drafts: Draft[] = [];
	/** The links that are around, with what is seen of them so far. */
	readonly #open = new Map<LinkStart | ReferenceStart, Seen>();

	constructor(lines: Lines) {
		this.#lines = lines;
	}

	take(event: Event): void {
		switch (event.type) {
			case "text":
				for (const seen of this.#open.values()) seen.text += event.value;
				break;
			case "alternative":
				for (const seen of this.#open.values()) seen.alternative += event.value;
				break;
			case "link":
			case "reference":
				this.#open.set(event, { text: "", alternative: "" });
				break;
			case "end":
				this.#end(event);
				break;
			case "destination":
				if (event.destination.kind === "autolink") this.#addBare(event.destination, event.text);
				break;
		}
	}

	/** In the order of the text. `definitions` are by their normalised labels. */
	finish(links: readonly Link[], definitions: ReadonlyMap<string, Definition>): Mention[] {
		const byOffset = new Map(links.map((link) => [link.span.start.offset, link]));
		return this.#drafts
			.flatMap(({ of, text, span, textSpan, pictured }) => {
				const link = typeof of === "number" ? byOffset.get(of) : definitions.get(of)?.link;
				return link === undefined ? [] : [{ link, text, span, textSpan, pictured }];
			})
			.sort((a, b) => a.span.start.offset - b.span.start.offset);
	}

	#end({ of, textEnd, end }: End): void {
		if (of.type === "heading") return;
		const { text, alternative } = this.#open.get(of) ?? { text: "", alternative: "" };
		this.#open.delete(of);
		const seen = foldSpace(text);
		this.#drafts.push({
			of: of.type === "link" ? this.#offset(of.destination.start) : of.identifier,
			text: seen === "" ? foldSpace(alternative) : seen,
			span: this.#lines.span(of.start, end),
			textSpan: this.#lines.span(of.textStart, textEnd),
			pictured: seen === "" && textEnd > of.textStart,
		});
	}

	#addBare({ start, end }: { readonly start: number; readonly end: number }, text: string): void {
		const span = this.#lines.span(start, end);
		this.#drafts.push({ of: span.start.offset, text, span, textSpan: span, pictured: false });
	}

	#offset(start: number): number {
		return this.#lines.span(start, start).start.offset;
	}
}
