import type { Paragraph } from "mdast";
import { gfmFromMarkdown } from "mdast-util-gfm";

const transforms = gfmFromMarkdown().flatMap((extension) => extension.transforms ?? []);

/** A bare URL or e-mail address: the characters `from` to `to` of a text. */
export interface LiteralAutolink {
	readonly from: number;
	readonly to: number;
	/** With the scheme that GitHub adds to it. */
	readonly url: string;
}

/** What most texts have. */
const none: readonly LiteralAutolink[] = [];

/**
 * Finds what GitHub links in a finished text although it has no markup: e-mail addresses, and URLs that are no URLs
 * before the markup around them is read.
 */
export function literalAutolinks(value: string): readonly LiteralAutolink[] {
	if (!/@|:\/\/|www\./i.test(value)) return none;
	const paragraph: Paragraph = { type: "paragraph", children: [{ type: "text", value }] };
	for (const transform of transforms) transform({ type: "root", children: [paragraph] });
	const found: LiteralAutolink[] = [];
	let from = 0;
	for (const node of paragraph.children) {
		// The parts of a text that was taken apart: text, and links whose label is the text as it was.
		const text = node.type === "link" ? node.children[0] : node;
		const to = from + (text?.type === "text" ? text.value.length : 0);
		if (node.type === "link") found.push({ from, to, url: node.url });
		from = to;
	}
	return found;
}
