import type { Document, ParsedDocument } from "../model.ts";
import { HeadingCollector } from "./headings.ts";
import { Lines } from "./lines.ts";
import { LinkCollector } from "./links.ts";
import { blankComments } from "./mdx.ts";
import { readTree } from "./read.ts";
import { parseTree } from "./tree.ts";

/** Finds what a document links to and what can be linked to in it. Reads any text: in Markdown nothing is an error. */
export function parseDocument(document: Document): ParsedDocument {
	const { path, text, format } = document;
	const lines = new Lines(text);
	const links = new LinkCollector(path, lines);
	const headings = new HeadingCollector(lines);
	const ids: string[] = [];
	for (const event of readTree(parseTree(format === "mdx" ? blankComments(text) : text))) {
		links.take(event);
		headings.take(event);
		if (event.type === "id") ids.push(event.value);
	}
	return { document, links: links.finish(), headings: headings.finish(), ids };
}

/** What a fragment can name in a document: its headings, and the ids of its HTML and footnotes. */
export function fragmentsOf({ headings, ids }: ParsedDocument): readonly string[] {
	return [...headings.map((heading) => heading.slug), ...ids];
}
