/** White space as one blank each, none at the ends. */
export function fold(text: string): string {
	return squeeze(text).trim();
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
		const text = squeeze(piece);
		const visible = text.trim().length;
		this.#gap ||= text.startsWith(" ");
		if (visible > 0) {
			this.#length += this.#gap && this.#length > 0 ? 1 + visible : visible;
			this.#gap = text.endsWith(" ");
		}
		if (this.#length <= this.#most) this.#pieces.push(text);
		else this.#pieces = [];
	}
}

/** Blanks that are one already are most of a page, and are left alone. */
function squeeze(text: string): string {
	return text.replace(/\s\s+|[^\S ]/g, " ");
}
