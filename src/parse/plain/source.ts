import type { Nodes } from "mdast";
import type { Lines } from "../lines.ts";

export type Position = NonNullable<Nodes["position"]>;
export type Point = Position["start"];

/** A text by its lines, which are counted from 0. */
export class Source {
	readonly text: string;
	readonly #lines: Lines;
	#lastCommentEnd: number | undefined;
	/** By the line above. */
	#longest: readonly number[] | undefined;

	/** @param lines Of the text, or of one with the same lines. */
	constructor(text: string, lines: Lines) {
		this.text = text;
		this.#lines = lines;
	}

	/** 1 where the text begins with a byte order mark, else 0. */
	get mark(): number {
		return this.#lines.mark;
	}

	get count(): number {
		return this.#lines.count;
	}

	start(line: number): number {
		return this.#lines.start(line);
	}

	/** Before the line end. */
	end(line: number): number {
		const next = this.start(line + 1);
		if (line + 1 >= this.count) return next;
		return next - (this.text[next - 2] === "\r" && this.text[next - 1] === "\n" ? 2 : 1);
	}

	/** @returns A line without its end; nothing after the last one. */
	line(line: number): string {
		return this.text.slice(this.start(line), this.end(line));
	}

	/** True after the last line, too. */
	isBlank(line: number): boolean {
		const start = this.start(line);
		const end = this.end(line);
		return start === end || (isBlankOrTab(this.text.charCodeAt(start)) && /^[ \t]+$/.test(this.line(line)));
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

	/** The place of whole lines, without the last one's end. */
	position(first: number, last: number = first): Position {
		return { start: this.point(first, this.start(first)), end: this.point(last, this.end(last)) };
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

/** By its code. */
export function isBlankOrTab(code: number): boolean {
	return code === 0x20 || code === 0x09;
}
