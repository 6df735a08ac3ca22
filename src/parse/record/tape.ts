import type { Span } from "../../model.ts";
import { kept } from "../kept.ts";
import type { Lines } from "../lines.ts";

/** What is known of a document, as numbers and texts in a row: small, and quick to send and to keep. */
export interface Tape {
	readonly numbers: Int32Array;
	/** Those that the document does not have as they are. */
	readonly texts: readonly string[];
}

/** How far before the place that it belongs to a text is looked for. A longer way is rarely a shorter tape. */
const REACH = 400;

/** Writes a tape. What is written is read in the same order. */
export class TapeWriter {
	readonly #source: string;
	readonly #numbers: number[] = [];
	readonly #texts: string[] = [];

	/** @param source The text of the document. */
	constructor(source: string) {
		this.#source = source;
	}

	number(value: number): void {
		this.#numbers.push(value);
	}

	flag(value: boolean): void {
		this.#numbers.push(value ? 1 : 0);
	}

	/** @param near Where the document may have it: it ends there at the earliest, or begins there at the latest. */
	text(value: string, near: number): void {
		const from = Math.max(0, near - REACH);
		const at = this.#source.slice(from, near + value.length).lastIndexOf(value);
		if (at === -1) {
			this.number(-1);
			this.#texts.push(value);
		} else {
			this.number(value.length);
			this.number(from + at);
		}
	}

	span({ start, end }: Span): void {
		this.#numbers.push(start.offset, end.offset - start.offset);
	}

	list<T>(values: readonly T[], write: (value: T, index: number) => void): void {
		this.number(values.length);
		values.forEach(write);
	}

	/** Where there may be none. */
	maybe<T>(value: T | undefined, write: (value: T) => void): void {
		this.flag(value !== undefined);
		if (value !== undefined) write(value);
	}

	finish(): Tape {
		return { numbers: Int32Array.from(this.#numbers), texts: this.#texts };
	}
}

/** Reads a tape. */
export class TapeReader {
	readonly #source: string;
	readonly #lines: Lines;
	readonly #tape: Tape;
	#number = 0;
	#text = 0;

	/** @param source The text of the document that it is of. */
	constructor(tape: Tape, source: string, lines: Lines) {
		this.#tape = tape;
		this.#source = source;
		this.#lines = lines;
	}

	number(): number {
		const value = this.#tape.numbers[this.#number++];
		if (value === undefined) throw new RangeError("a tape ends too early");
		return value;
	}

	flag(): boolean {
		return this.number() === 1;
	}

	text(): string {
		const length = this.number();
		if (length === -1) return this.#tape.texts[this.#text++] ?? "";
		const from = this.number();
		return this.#source.slice(from, from + length);
	}

	span(): Span {
		const start = this.number();
		return this.#lines.at(start, start + this.number());
	}

	list<T>(read: (index: number) => T): T[] {
		const count = this.number();
		const values: T[] = [];
		for (let index = 0; index < count; index++) values.push(read(index));
		return kept(values);
	}

	maybe<T>(read: () => T): T | undefined {
		return this.flag() ? read() : undefined;
	}
}
