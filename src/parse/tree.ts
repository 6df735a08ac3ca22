import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { Lines } from "./lines.ts";
import { type Origins, recorder } from "./origins.ts";
import { type Part, parseParts } from "./parts.ts";
import { frontMatter, noLabels, syntaxOf } from "./syntax.ts";

/** A syntax tree that knows, beyond its nodes' positions, where destinations, text and HTML come from. */
export interface Tree extends Origins {
	readonly root: Root;
}

// Without their transforms: what these find has no position. literal.ts applies them instead.
const nodes = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));
const front = frontmatterFromMarkdown([...frontMatter]);

/** Parses CommonMark with GitHub's extensions and front matter. Offsets do not count a byte order mark. `lines` are the text's. */
export function parseTree(markdown: string, lines: Lines = new Lines(markdown)): Tree {
	const origins = noOrigins();
	return { root: parseParts(markdown, lines, origins, parserInto(origins)), ...origins };
}

/** The same, by the parser alone. */
export function parseWhole(markdown: string): Tree {
	const origins = noOrigins();
	return { root: parserInto(origins)(markdown, { line: 0, base: 0, labels: noLabels }), ...origins };
}

function parserInto(origins: Origins) {
	return (text: string, { line, base, labels }: Pick<Part, "line" | "base" | "labels">): Root =>
		fromMarkdown(text, {
			extensions: syntaxOf(text, { atTop: line === 0, labels }),
			mdastExtensions: [nodes, front, recorder(origins, base)],
		});
}

function noOrigins(): Origins {
	return { written: new Map(), pieces: new Map() };
}
