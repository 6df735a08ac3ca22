import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { type Origins, recorder } from "./origins.ts";
import { parseParts } from "./parts.ts";
import { frontMatter, syntaxOf } from "./syntax.ts";

/** A syntax tree that knows, beyond its nodes' positions, where destinations, text and HTML come from. */
export interface Tree extends Origins {
	readonly root: Root;
}

// Without their transforms: what these find has no position. literal.ts applies them instead.
const nodes = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));
const front = frontmatterFromMarkdown([...frontMatter]);

/** Parses CommonMark with GitHub's extensions and front matter. Offsets do not count a byte order mark. */
export function parseTree(markdown: string): Tree {
	const origins: Origins = { written: new WeakMap(), pieces: new WeakMap() };
	const root = parseParts(markdown, (part, base) =>
		fromMarkdown(part, {
			extensions: syntaxOf(part),
			mdastExtensions: [nodes, front, recorder(origins, base)],
		}),
	);
	return { root, ...origins };
}
