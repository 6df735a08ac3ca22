/** White space as one blank each, none at the ends. Blanks that are one already are most of a page, and are left alone. */
export function fold(text: string): string {
	return text.replace(/[^\S ]\s*| \s+/g, " ").trim();
}

/** Text that comes in pieces, as `fold` makes it of all of them: its length, and itself as long as it is short. */
export class FoldedText {
	readonly #most: number;
	#pieces: string[] = [];
	#length = 0;
	#gap = false;

	/** @param most how many characters are worth keeping. */
	constructor(most: number) {
		this.#most = most;
	}

	get length(): number {
		return this.#length;
	}

	/** Undefined when there are more characters than are worth keeping. */
	get whole(): string | undefined {
		return this.#length > this.#most ? undefined : fold(this.#pieces.join(""));
	}

	add(piece: string): void {
		let length = this.#length;
		let gap = this.#gap;
		for (let i = 0; i < piece.length; i += 1) {
			if (isSpace(piece.charCodeAt(i))) gap = true;
			else {
				length += gap && length > 0 ? 2 : 1;
				gap = false;
			}
		}
		this.#length = length;
		this.#gap = gap;
		if (length <= this.#most) this.#pieces.push(piece);
		else if (this.#pieces.length > 0) this.#pieces = [];
	}
}

/** What `\s` matches: white space and line terminators (ECMA-262, 12.2 and 12.3). */
function isSpace(code: number): boolean {
	if (code < 0xa0) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
	return code === 0xa0 || (code >= 0x1680 && /\s/.test(String.fromCharCode(code)));
}
