import type { Definition as DefinitionNode, Nodes } from "mdast";
import type { Definition, Link, Reference, Span, TextRun } from "../model.ts";
import type { Lines } from "./lines.ts";
import { inOrder } from "./order.ts";
import type { Origins } from "./origins.ts";
import { foldSpace } from "./text.ts";
import type { Visitor } from "./walk.ts";

/** What a document defines by labels, and where it uses that. */
export interface Labels {
	readonly definitions: readonly Definition[];
	/** In the order of the text. */
	readonly references: readonly Reference[];
	/** Those that count, by their normalised labels. */
	readonly byIdentifier: ReadonlyMap<string, Definition>;
}

/** Collects what defines labels and what uses them. */
export class LabelCollector implements Visitor {
	readonly #origins: Origins;
	readonly #lines: Lines;
	readonly #nodes: DefinitionNode[] = [];
	readonly #uses: ReferenceNode[] = [];

	constructor(origins: Origins, lines: Lines) {
		this.#origins = origins;
		this.#lines = lines;
	}

	enter(node: Nodes): void {
		if (node.type === "definition") this.#nodes.push(node);
		else if (node.type === "linkReference" || node.type === "imageReference") this.#uses.push(node);
	}

	/** Of several definitions of one label the first counts, as in CommonMark. */
	finish(source: string, linkAt: ReadonlyMap<number, Link>, texts: readonly TextRun[]): Labels {
		const used = new Set(this.#uses.map(({ identifier }) => identifier));

		const definitions: Definition[] = [];
		const byIdentifier = new Map<string, Definition>();
		for (const node of this.#nodes) {
			const link = linkAt.get(this.#destinationOffset(node));
			if (link === undefined) continue;
			const { identifier } = node;
			const first = byIdentifier.get(identifier);
			const definition: Definition = {
				link,
				label: foldSpace(node.label ?? identifier),
				span: this.#spanOf(node),
				used: first === undefined && used.has(identifier),
				...(first === undefined ? {} : { first }),
			};
			definitions.push(definition);
			if (first === undefined) byIdentifier.set(identifier, definition);
		}

		const references = this.#uses.flatMap((node): Reference[] => {
			const definition = byIdentifier.get(node.identifier);
			if (definition === undefined) return [];
			const kind = node.type === "imageReference" ? "image" : "link";
			return [{ label: foldSpace(node.label ?? ""), span: this.#spanOf(node), definition, kind }];
		});
		const written = source.includes("][") ? texts : [];
		const all = [...references, ...written.flatMap((text) => undefinedIn(text, source, this.#lines))];
		return {
			definitions,
			references: inOrder(all),
			byIdentifier,
		};
	}

	#destinationOffset(node: DefinitionNode): number {
		const start = this.#origins.written.get(node)?.start ?? 0;
		return this.#lines.span(start, start).start.offset;
	}

	#spanOf({ position }: Nodes): Span {
		return this.#lines.span(position?.start.offset ?? 0, position?.end.offset ?? 0);
	}
}

type ReferenceNode = Extract<Nodes, { readonly type: "linkReference" | "imageReference" }>;

/**
 * `[text][label]` and `[label][]`, which stay text where nothing defines the label. Not after a word, where brackets are an
 * index, and not where a character before them takes their meaning.
 */
function undefinedIn({ span, linked }: TextRun, source: string, lines: Lines): Reference[] {
	const from = span.start.offset;
	const text = linked ? "" : source.slice(from, span.end.offset);
	if (!text.includes("][")) return [];
	const form = /(?<![\\\w\])])(!?)\[([^\][\\^][^\][\\]*)\]\[([^\][\\^]*)\](?![[(])/g;
	return [...text.matchAll(form)].map(({ 0: all, 1: mark, 2: shown = "", 3: label = "", index }) => ({
		label: foldSpace(label === "" ? shown : label),
		span: lines.at(from + index, from + index + all.length),
		kind: mark === "!" ? "image" : "link",
	}));
}
