import type { Nodes } from "mdast";

export type Point = NonNullable<Nodes["position"]>["start"];

const byteOrderMark = 0xfe_ff;

/** A text by its lines, which are counted from 0. Line ends are LF, CRLF and CR, as in CommonMark. */
export class Source {
	readonly text: string;
	/** 1 where the text begins with a byte order mark, else 0. */
	readonly mark: number;
	readonly #starts: number[];
	/** Before the line end. */
	readonly #ends: number[] = [];
	#lastCommentEnd: number | undefined;
	/** By the line above. */
	#longest: readonly number[] | undefined;

	constructor(text: string) {
		this.text = text;
		this.mark = text.charCodeAt(0) === byteOrderMark ? 1 : 0;
		this.#starts = [this.mark];
		const end = /\r\n?|\n/g;
		while (end.test(text)) {
			const after = end.lastIndex;
			this.#ends.push(after - (text[after - 2] === "\r" && text[after - 1] === "\n" ? 2 : 1));
			this.#starts.push(after);
		}
		this.#ends.push(text.length);
	}

	get count(): number {
		return this.#ends.length;
	}

	start(line: number): number {
		return this.#starts[line] ?? this.text.length;
	}

	end(line: number): number {
		return this.#ends[line] ?? this.text.length;
	}

	/** @returns A line without its end; nothing after the last one. */
	line(line: number): string {
		return this.text.slice(this.start(line), this.end(line));
	}

	/** True after the last line, too. */
	isBlank(line: number): boolean {
		const start = this.start(line);
		const end = this.end(line);
		return start === end || (isSpace(this.text.charCodeAt(start)) && /^[ \t]+$/.test(this.line(line)));
	}

	/** Where the last comment can end; before the text where none does. */
	get lastCommentEnd(): number {
		this.#lastCommentEnd ??= this.text.lastIndexOf("-->");
		return this.#lastCommentEnd;
	}

	/** How long the longest fence is that can close code below a line: an open one is not looked for again and again. */
	longestFenceAfter(line: number): number {
		if (this.#longest === undefined) {
			const longest = new Array<number>(this.count + 1).fill(0);
			for (let at = this.count - 1; at > 0; at--)
				longest[at - 1] = Math.max(longest[at] ?? 0, fenceLength(this.line(at)));
			this.#longest = longest;
		}
		return this.#longest[line] ?? 0;
	}

	/** @param from At the first line that may be it. */
	nextBlank(from: number): number {
		let line = from;
		while (!this.isBlank(line)) line++;
		return line;
	}

	/** @returns `count` where only blank lines follow. */
	nextWritten(from: number): number {
		let line = from;
		while (line < this.count && this.isBlank(line)) line++;
		return line;
	}

	/** The place of a character as a tree has it: a byte order mark does not count. */
	point(line: number, index: number): Point {
		return { line: line + 1, column: index - this.start(line) + 1, offset: index - this.mark };
	}
}

/** Of a line that can close code; 0 for others. */
export function fenceLength(line: string): number {
	return /^ {0,3}(`{3,})[ \t]*$/.exec(line)?.[1]?.length ?? 0;
}

function isSpace(code: number): boolean {
	return code === 0x20 || code === 0x09;
}
