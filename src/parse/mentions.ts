import type { Definition, Link, Mention } from "../model.ts";
import { Around } from "./around.ts";
import type { End, Event, LinkStart, ReferenceStart } from "./event.ts";
import type { Lines } from "./lines.ts";
import { inOrder } from "./order.ts";
import { foldSpace } from "./text.ts";

/** A mention before it is known what link it is of. */
interface Draft extends Omit<Mention, "link"> {
	/** Where the destination is written, or the label of the definition that has it. */
	readonly of: number | string;
}

/** Collects the places of a document where a reader meets its links, from its events. */
export class MentionCollector {
	readonly #lines: Lines;
	readonly #drafts: Draft[] = [];
	readonly #texts = new Around<LinkStart | ReferenceStart>();
	/** What stands for the images in them. */
	readonly #alternatives = new Around<LinkStart | ReferenceStart>();

	constructor(lines: Lines) {
		this.#lines = lines;
	}

	take(event: Event): void {
		switch (event.type) {
			case "text":
				this.#texts.hear(event.value);
				break;
			case "alternative":
				this.#alternatives.hear(event.value);
				break;
			case "link":
			case "reference":
				this.#texts.begin(event);
				this.#alternatives.begin(event);
				break;
			case "end":
				this.#end(event);
				break;
			case "destination":
				if (event.destination.kind === "autolink") this.#addBare(event.destination, event.text);
				break;
		}
	}

	/** In the order of the text. `linkAt` are links by where their destination is, `definitions` by their normalised labels. */
	finish(linkAt: ReadonlyMap<number, Link>, definitions: ReadonlyMap<string, Definition>): Mention[] {
		const mentions: Mention[] = [];
		for (const { of, text, span, textSpan, pictured } of this.#drafts) {
			const link = typeof of === "number" ? linkAt.get(of) : definitions.get(of)?.link;
			if (link !== undefined) mentions.push({ link, text, span, textSpan, pictured });
		}
		return inOrder(mentions);
	}

	#end({ of, textEnd, end }: End): void {
		if (of.type === "heading") return;
		const seen = foldSpace(this.#texts.end(of));
		const alternative = this.#alternatives.end(of);
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
