import type { Definition as DefinitionNode, Nodes } from "mdast";
import type { Definition, Link, Reference, Span, TextRun } from "../model.ts";
import type { Lines } from "./lines.ts";
import { foldSpace } from "./text.ts";
import type { Tree } from "./tree.ts";
import { walk } from "./walk.ts";

/** What a document defines by labels, and where it uses that. */
export interface Labels {
	readonly definitions: readonly Definition[];
	/** In the order of the text. */
	readonly references: readonly Reference[];
	/** Those that count, by their normalised labels. */
	readonly byIdentifier: ReadonlyMap<string, Definition>;
}

/** Of several definitions of one label the first counts, as in CommonMark. */
export function readLabels(
	tree: Tree,
	source: string,
	lines: Lines,
	links: readonly Link[],
	texts: readonly TextRun[],
): Labels {
	const linkAt = new Map(links.map((link) => [link.span.start.offset, link]));
	const nodes: DefinitionNode[] = [];
	const uses: ReferenceNode[] = [];
	walk(tree.root, {
		enter(node) {
			if (node.type === "definition") nodes.push(node);
			else if (node.type === "linkReference" || node.type === "imageReference") uses.push(node);
		},
	});
	const used = new Set(uses.map(({ identifier }) => identifier));

	const definitions: Definition[] = [];
	const byIdentifier = new Map<string, Definition>();
	for (const node of nodes) {
		const link = linkAt.get(destinationOffset(tree, node, lines));
		if (link === undefined) continue;
		const { identifier } = node;
		const first = byIdentifier.get(identifier);
		const definition: Definition = {
			link,
			label: foldSpace(node.label ?? identifier),
			span: spanOf(node, lines),
			used: first === undefined && used.has(identifier),
			...(first === undefined ? {} : { first }),
		};
		definitions.push(definition);
		if (first === undefined) byIdentifier.set(identifier, definition);
	}

	const references = uses.flatMap((node): Reference[] => {
		const definition = byIdentifier.get(node.identifier);
		if (definition === undefined) return [];
		const kind = node.type === "imageReference" ? "image" : "link";
		return [{ label: foldSpace(node.label ?? ""), span: spanOf(node, lines), definition, kind }];
	});
	const all = [...references, ...texts.flatMap((text) => [...undefinedIn(text, source, lines)])];
	return {
		definitions,
		references: all.sort((a, b) => a.span.start.offset - b.span.start.offset),
		byIdentifier,
	};
}

type ReferenceNode = Extract<Nodes, { readonly type: "linkReference" | "imageReference" }>;

function destinationOffset(tree: Tree, node: DefinitionNode, lines: Lines): number {
	const start = tree.written.get(node)?.start ?? 0;
	return lines.span(start, start).start.offset;
}

function spanOf(node: Nodes, lines: Lines): Span {
	return lines.span(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/**
 * `[text][label]` and `[label][]`, which stay text where nothing defines the label. Not after a word, where brackets are an
 * index, and not where a character before them takes their meaning.
 */
function* undefinedIn({ span, linked }: TextRun, source: string, lines: Lines): Generator<Reference> {
	if (linked) return;
	const from = span.start.offset;
	const text = source.slice(from, span.end.offset);
	if (!text.includes("][")) return;
	const form = /(?<![\\\w\])])(!?)\[([^\][\\^][^\][\\]*)\]\[([^\][\\^]*)\](?![[(])/g;
	for (const { 0: all, 1: mark, 2: shown = "", 3: label = "", index } of text.matchAll(form)) {
		yield {
			label: foldSpace(label === "" ? shown : label),
			span: lines.at(from + index, from + index + all.length),
			kind: mark === "!" ? "image" : "link",
		};
	}
}
