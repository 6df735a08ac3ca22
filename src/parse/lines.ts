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
		return { start: this.#position(start), end: this.#position(end) };
	}

	/** The whole lines that a span touches, with their last line end. */
	whole({ start, end }: Span): Span {
		const last = end.offset > start.offset ? this.#position(end.offset - 1) : end;
		return this.at(this.start(start.line - 1), this.start(last.line));
	}

	#position(offset: number): Position {
		const line = this.#isOn(this.#last, offset) ? this.#last : this.#lineAt(offset);
		this.#last = line;
		return { line: line + 1, column: offset - this.start(line) + 1, offset };
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
