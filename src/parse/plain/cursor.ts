import type { Position, Source } from "./source.ts";

/** How far a stretch of a text is read. Indexes are those of the whole text. */
export class Cursor {
	readonly source: Source;
	/** The next character. */
	at: number;
	/** After the last character. */
	readonly to: number;
	/** The one that `at` is in. */
	line: number;

	constructor(source: Source, from: number, to: number, line: number) {
		this.source = source;
		this.at = from;
		this.to = to;
		this.line = line;
	}

	get isAtEnd(): boolean {
		return this.at === this.to;
	}

	/** What a sticky expression finds here, if it ends in time. */
	match(expression: RegExp): RegExpExecArray | null {
		expression.lastIndex = this.at;
		const found = expression.exec(this.source.text);
		return expression.lastIndex > this.to ? null : found;
	}

	/** How much a sticky expression finds here, if it ends in time; 0 where nothing. No expression finds an empty text. */
	lengthOf(expression: RegExp): number {
		expression.lastIndex = this.at;
		const isFound = expression.test(this.source.text) && expression.lastIndex <= this.to;
		return isFound ? expression.lastIndex - this.at : 0;
	}

	/** Goes on over characters of one line, and gives their place. */
	take(length: number): Position {
		const from = this.at;
		this.at += length;
		return this.since(from, this.line);
	}

	/** Goes on over a line end to where the next line's text begins. @returns Where that line begins. */
	nextLine(): number {
		const { text } = this.source;
		const start = this.at + (text.startsWith("\r\n", this.at) ? 2 : 1);
		this.line++;
		this.at = start;
		while (this.at < this.to && text[this.at] === " ") this.at++;
		return start;
	}

	/** The place of what was read since an index on a line. */
	since(from: number, line: number): Position {
		return { start: this.source.point(line, from), end: this.source.point(this.line, this.at) };
	}

	/** Empty before the text. */
	before(index: number): string {
		return this.source.text[index - 1] ?? "";
	}

	/** Empty after the stretch. */
	after(index: number): string {
		return index < this.to ? (this.source.text[index] ?? "") : "";
	}

	/** How often the next character stands there. */
	runLength(): number {
		const { text } = this.source;
		let end = this.at;
		while (end < this.to && text[end] === text[this.at]) end++;
		return end - this.at;
	}
}
