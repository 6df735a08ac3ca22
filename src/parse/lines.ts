import type { Position, Span } from "../model.ts";

const byteOrderMark = 0xfe_ff;

/** Turns offsets into lines and columns. Line ends are LF, CRLF and CR, as in CommonMark. */
export class Lines {
	/** 1 where the text begins with a byte order mark, else 0. */
	readonly mark: number;
	readonly #starts: readonly number[];
	readonly #length: number;
	/** The line of the last answer, from 0: the next question is often about the same. */
	#last = 0;

	constructor(text: string) {
		this.#length = text.length;
		this.mark = text.charCodeAt(0) === byteOrderMark ? 1 : 0;
		const starts = [this.mark];
		const lineEnd = /\r\n?|\n/g;
		while (lineEnd.test(text)) starts.push(lineEnd.lastIndex);
		this.#starts = starts;
	}

	get count(): number {
		return this.#starts.length;
	}

	/** @param line From 0. @returns Its offset; after the last one, the text's end. */
	start(line: number): number {
		return this.#starts[line] ?? this.#length;
	}

	/** @param start,end Offsets as micromark counts them: without a byte order mark. */
	span(start: number, end: number): Span {
		return this.at(start + this.mark, end + this.mark);
	}

	/** @param start,end Offsets into the text: with a byte order mark. */
	at(start: number, end: number): Span {
		return new Stretch(start, end, this);
	}

	/** The whole lines that a span touches, with their last line end. */
	whole({ start, end }: Span): Span {
		const first = this.line(start.offset);
		const last = this.line(Math.max(start.offset, end.offset - 1));
		return this.at(this.start(first), this.start(last + 1));
	}

	/** @param offset Into the text: with a byte order mark. @returns Its line, from 0. */
	line(offset: number): number {
		if (!this.#isOn(this.#last, offset)) this.#last = this.#lineAt(offset);
		return this.#last;
	}

	#isOn(line: number, offset: number): boolean {
		return offset >= (this.#starts[line] ?? 0) && offset < (this.#starts[line + 1] ?? Infinity);
	}

	#lineAt(offset: number): number {
		let low = 0;
		let high = this.#starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.#starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return low;
	}
}

/**
 * A document has many spans, and few are asked for their line: until then, offsets are all that is kept. They are properties, so
 * that two spans are equal where these are.
 */
class Stretch implements Span {
	readonly from: number;
	readonly to: number;
	readonly #lines: Lines;

	constructor(from: number, to: number, lines: Lines) {
		this.from = from;
		this.to = to;
		this.#lines = lines;
	}

	get start(): Position {
		return new Place(this.from, this.#lines);
	}

	get end(): Position {
		return new Place(this.to, this.#lines);
	}
}

/** Most who ask where a span begins or ends want the offset only. */
class Place implements Position {
	readonly offset: number;
	readonly #lines: Lines;

	constructor(offset: number, lines: Lines) {
		this.offset = offset;
		this.#lines = lines;
	}

	get line(): number {
		return this.#lines.line(this.offset) + 1;
	}

	get column(): number {
		return this.offset - this.#lines.start(this.#lines.line(this.offset)) + 1;
	}
}
