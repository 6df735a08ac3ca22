import type { Definition, Html, Image, Link, LinkReference, Nodes, Text } from "mdast";
import type { Destination, HeadingStart, LinkStart, ReferenceStart, Take } from "./event.ts";
import { Footnotes } from "./footnotes.ts";
import { literalAutolinks } from "./literal.ts";
import { MarkupReader } from "./markup.ts";
import { piecesOf } from "./origins.ts";
import { type Piece, type Range, sourceRange } from "./piece.ts";
import type { Tree } from "./tree.ts";
import { isParent, type Visitor } from "./walk.ts";

/** Reads a document from its top to its end. */
export class TreeReader implements Visitor {
	readonly #tree: Tree;
	readonly #take: Take;
	readonly #markup: MarkupReader;
	readonly #footnotes = new Footnotes();
	/** The Markdown links, references and headings that are around. */
	readonly #open: (LinkStart | ReferenceStart | HeadingStart)[] = [];
	#depth = 0;
	/** How many links are around, by reference too. */
	#links = 0;

	constructor(tree: Tree, take: Take) {
		this.#tree = tree;
		this.#take = take;
		this.#markup = new MarkupReader(take);
	}

	enter(node: Nodes): void {
		if (isParent(node)) this.#depth++;
		switch (node.type) {
			case "text":
				this.#say(node.value);
				// GitHub does not link within a link.
				if (this.#links === 0) this.#literals(node);
				break;
			case "inlineCode":
				this.#say(node.value);
				break;
			case "break":
				this.#say("\n");
				break;
			case "html":
				this.#markup.read(node.value, this.#pieces(node), this.#depth);
				break;
			case "link":
				this.#links++;
				this.#start({
					type: "link",
					destination: this.#destination(node),
					start: positionOf(node).start,
					textStart: textOf(node).start,
				});
				break;
			case "linkReference":
				this.#links++;
				this.#start({
					type: "reference",
					identifier: node.identifier,
					start: positionOf(node).start,
					textStart: textOf(node).start,
				});
				break;
			case "heading":
				this.#start({ type: "heading", depth: node.depth, start: positionOf(node).start });
				break;
			case "definition":
				this.#take({ type: "destination", destination: this.#destination(node), text: node.label ?? "" });
				break;
			case "image":
				this.#take({ type: "destination", destination: this.#destination(node), text: node.alt ?? "" });
				this.#take({ type: "alternative", value: node.alt ?? "" });
				break;
			case "imageReference":
				this.#take({ type: "alternative", value: node.alt ?? "" });
				break;
			case "footnoteReference":
				this.#callFootnote(node.identifier);
				break;
		}
	}

	leave(node: Nodes): void {
		const end = node.position?.end.offset ?? 0;
		this.#depth--;
		this.#markup.leave(this.#depth, end);
		if (node.type === "link" || node.type === "linkReference") this.#links--;
		if (node.type !== "link" && node.type !== "linkReference" && node.type !== "heading") return;
		const of = this.#open.pop();
		const textEnd = node.type === "heading" ? end : textOf(node).end;
		if (of !== undefined) this.#take({ type: "end", of, textEnd, end });
	}

	#start(start: LinkStart | ReferenceStart | HeadingStart): void {
		this.#open.push(start);
		this.#take(start);
	}

	/** Most of a text is in nothing whose text anybody wants. */
	#say(value: string): void {
		if (this.#open.length > 0 || this.#markup.isOpen) this.#take({ type: "text", value });
	}

	#literals(node: Text): void {
		const found = literalAutolinks(node.value);
		if (found.length === 0) return;
		const pieces = this.#pieces(node);
		// The space after a task's check box is no part of the value, but has a piece.
		const removed = (pieces.at(-1)?.to ?? 0) - node.value.length;
		for (const { from, to, url } of found) {
			const range = sourceRange(pieces, from + removed, to + removed);
			const text = node.value.slice(from, to);
			this.#take({ type: "destination", destination: { url, kind: "autolink", ...range }, text });
		}
	}

	#callFootnote(identifier: string): void {
		const { number, ids } = this.#footnotes.call(identifier);
		for (const value of ids) this.#take({ type: "id", value });
		this.#say(`${number}`);
	}

	#destination(node: Link | Image | Definition): Destination {
		const written = this.#tree.written.get(node);
		if (written === undefined) throw new Error(`a ${node.type} without a destination`);
		const { start, end, bare } = written;
		return { url: node.url, kind: bare ? "autolink" : node.type, start, end };
	}

	#pieces(node: Text | Html): readonly Piece[] {
		return piecesOf(node, this.#tree);
	}
}

/** Where the text of a link is; after its bracket when it has none. */
function textOf(node: Link | LinkReference): Range {
	const first = node.children[0];
	const last = node.children.at(-1);
	const { start } = first === undefined ? { start: positionOf(node).start + 1 } : positionOf(first);
	return { start, end: last === undefined ? start : positionOf(last).end };
}

function positionOf(node: Nodes): Range {
	return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
