/** Links or headings that are around what is read, each with the text in it so far. */
export class Around<Start> {
	/** What began last is last, and as a rule ends first. */
	readonly #open: { readonly start: Start; text: string }[] = [];

	begin(start: Start): void {
		this.#open.push({ start, text: "" });
	}

	hear(text: string): void {
		for (let at = 0; at < this.#open.length; at++) {
			const one = this.#open[at];
			if (one !== undefined) one.text += text;
		}
	}

	/** The text in it. Empty where it has not begun. */
	end(start: Start): string {
		const at = this.#open.findLastIndex((one) => one.start === start);
		return at === -1 ? "" : (this.#open.splice(at, 1)[0]?.text ?? "");
	}
}
