import type { Link } from "../model.ts";
import type { Destination, Event, LinkStart } from "./event.ts";
import type { Lines } from "./lines.ts";
import { foldSpace } from "./text.ts";

/** Collects the links of a document from its events. */
export class LinkCollector {
	readonly #path: string;
	readonly #lines: Lines;
	readonly #links: Link[] = [];
	/** The links that are around, with their text so far. */
	readonly #open = new Map<LinkStart, string>();

	constructor(path: string, lines: Lines) {
		this.#path = path;
		this.#lines = lines;
	}

	take(event: Event): void {
		switch (event.type) {
			case "text":
			case "alternative":
				for (const [link, text] of this.#open) this.#open.set(link, text + event.value);
				break;
			case "link":
				this.#open.set(event, "");
				break;
			case "end":
				if (event.of.type === "link") this.#end(event.of);
				break;
			case "destination":
				this.#add(event.destination, event.text);
				break;
		}
	}

	/** In the order of their offsets: an image in a link comes before the destination of that link. */
	finish(): Link[] {
		return this.#links.sort((a, b) => a.span.start.offset - b.span.start.offset);
	}

	#end(link: LinkStart): void {
		this.#add(link.destination, this.#open.get(link) ?? "");
		this.#open.delete(link);
	}

	#add({ url, kind, start, end }: Destination, text: string): void {
		const span = this.#lines.span(start, end);
		this.#links.push({ path: this.#path, span, url, text: foldSpace(text), kind });
	}
}
