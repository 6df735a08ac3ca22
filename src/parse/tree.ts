import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { parseParts } from "./parts.ts";
import { type Record, recorder } from "./record.ts";
import { frontMatter, syntaxOf } from "./syntax.ts";

/** A syntax tree that knows, beyond its nodes' positions, where destinations, text and HTML come from. */
export interface Tree extends Record {
	readonly root: Root;
}

// Without their transforms: what these find has no position. literal.ts applies them instead.
const nodes = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));
const front = frontmatterFromMarkdown([...frontMatter]);

/** Parses CommonMark with GitHub's extensions and front matter. Offsets do not count a byte order mark. */
export function parseTree(markdown: string): Tree {
	const record: Record = { written: new WeakMap(), pieces: new WeakMap() };
	const root = parseParts(markdown, (part, base) =>
		fromMarkdown(part, {
			extensions: syntaxOf(part),
			mdastExtensions: [nodes, front, recorder(record, base)],
		}),
	);
	return { root, ...record };
}
