import GithubSlugger from "github-slugger";
import type { Heading } from "../model.ts";
import { Around } from "./around.ts";
import type { Event, HeadingStart } from "./event.ts";
import type { Lines } from "./lines.ts";
import { foldSpace } from "./text.ts";

/**
 * Collects the headings of a document from its events. As on GitHub a slug is made of the text without images, and the
 * white space around those stays: `## ![icon](i.png) Title` is `#-title`.
 */
export class HeadingCollector {
	readonly #lines: Lines;
	readonly #slugger = new GithubSlugger();
	readonly #headings: Heading[] = [];
	readonly #open = new Around<HeadingStart>();

	constructor(lines: Lines) {
		this.#lines = lines;
	}

	take(event: Event): void {
		if (event.type === "text") {
			this.#open.hear(event.value);
		} else if (event.type === "heading") {
			this.#open.begin(event);
		} else if (event.type === "end" && event.of.type === "heading") {
			this.#end(event.of, event.end);
		}
	}

	finish(): Heading[] {
		return this.#headings;
	}

	#end(heading: HeadingStart, end: number): void {
		const text = this.#open.end(heading);
		const span = this.#lines.span(heading.start, end);
		this.#headings.push({
			depth: heading.depth,
			text: foldSpace(text),
			slug: this.#slugger.slug(text),
			span,
		});
	}
}
