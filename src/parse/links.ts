import type { Link } from "../model.ts";
import { Around } from "./around.ts";
import type { Destination, Event, LinkStart } from "./event.ts";
import type { Lines } from "./lines.ts";
import { inOrder } from "./order.ts";
import { foldSpace } from "./text.ts";

/** Collects the links of a document from its events. */
export class LinkCollector {
	readonly #path: string;
	readonly #lines: Lines;
	readonly #links: Link[] = [];
	readonly #open = new Around<LinkStart>();

	constructor(path: string, lines: Lines) {
		this.#path = path;
		this.#lines = lines;
	}

	take(event: Event): void {
		switch (event.type) {
			case "text":
			case "alternative":
				this.#open.hear(event.value);
				break;
			case "link":
				this.#open.begin(event);
				break;
			case "end":
				if (event.of.type === "link") this.#add(event.of.destination, this.#open.end(event.of));
				break;
			case "destination":
				this.#add(event.destination, event.text);
				break;
		}
	}

	/** In the order of their offsets: an image in a link comes before the destination of that link. */
	finish(): Link[] {
		return inOrder(this.#links);
	}

	#add({ url, kind, start, end }: Destination, text: string): void {
		const span = this.#lines.span(start, end);
		this.#links.push({ path: this.#path, span, url, text: foldSpace(text), kind });
	}
}
