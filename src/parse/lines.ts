import type { Position, Span } from "../model.ts";

const byteOrderMark = 0xfe_ff;

/** Turns offsets into lines and columns. Line ends are LF, CRLF and CR, as in CommonMark. */
export class Lines {
	/** 1 where the text begins with a byte order mark, else 0. */
	readonly #mark: number;
	readonly #starts: readonly number[];

	constructor(text: string) {
		this.#mark = text.charCodeAt(0) === byteOrderMark ? 1 : 0;
		const starts = [this.#mark];
		for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
		this.#starts = starts;
	}

	/** @param start,end Offsets as micromark counts them: without a byte order mark. */
	span(start: number, end: number): Span {
		return { start: this.#position(start + this.#mark), end: this.#position(end + this.#mark) };
	}

	#position(offset: number): Position {
		let low = 0;
		let high = this.#starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.#starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1, offset };
	}
}
