import type { Text } from "mdast";
import type { Origins } from "../origins.ts";
import type { Piece } from "../piece.ts";
import type { Point, Source } from "./source.ts";

/** Text that is written otherwise: an escape, or a line end before an indent. */
export interface Stand {
	readonly type: "stand";
	readonly value: string;
	/** Indexes of what it stands for; an indent is none of it. */
	readonly start: number;
	readonly end: number;
}

/** A text in which something is written otherwise. It grows until something else begins. */
export class Run {
	readonly #source: Source;
	readonly #start: number;
	readonly #line: number;
	#value = "";
	readonly #pieces: Piece[] = [];
	/** Up to where the source is in the value. */
	#from: number;
	/** Where what is in the value ends. */
	#end: number;

	constructor(source: Source, start: number, line: number) {
		this.#source = source;
		this.#start = start;
		this.#line = line;
		this.#from = start;
		this.#end = start;
	}

	/** @param at Where text as it is ends; @param next Where it goes on. */
	add(at: number, stand: Stand, next: number): void {
		this.#literal(at);
		this.#piece(stand.value, stand.start, stand.end);
		this.#from = next;
		this.#end = stand.end;
	}

	finish(at: number, line: number, origins: Origins): Text {
		const start: Point = this.#source.point(this.#line, this.#start);
		// An indent is no part of a text that ends with the line before it.
		const end = this.#source.point(line, at === this.#from ? this.#end : at);
		const position = { start, end };
		this.#literal(at);
		const node: Text = { type: "text", value: this.#value, position };
		origins.pieces.set(node, this.#pieces);
		return node;
	}

	#literal(at: number): void {
		if (at > this.#from) this.#piece(this.#source.text.slice(this.#from, at), this.#from, at);
	}

	#piece(value: string, start: number, end: number): void {
		const from = this.#value.length;
		this.#value += value;
		const { mark } = this.#source;
		this.#pieces.push({ from, to: this.#value.length, start: start - mark, end: end - mark });
	}
}
