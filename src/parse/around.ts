interface Open<Start> {
	readonly start: Start;
	/** What is read in it so far. */
	text: string;
	outer: Open<Start> | undefined;
}

/** Links or headings that are around what is read, each with the text in it so far. */
export class Around<Start> {
	#innermost: Open<Start> | undefined;

	begin(start: Start): void {
		this.#innermost = { start, text: "", outer: this.#innermost };
	}

	hear(text: string): void {
		for (let open = this.#innermost; open !== undefined; open = open.outer) open.text += text;
	}

	/** The text in it, which is not always the innermost; empty where it has not begun. */
	end(start: Start): string {
		let inner: Open<Start> | undefined;
		let open = this.#innermost;
		while (open !== undefined && open.start !== start) {
			inner = open;
			open = open.outer;
		}
		if (inner === undefined) this.#innermost = open?.outer;
		else if (open !== undefined) inner.outer = open.outer;
		return open?.text ?? "";
	}
}
