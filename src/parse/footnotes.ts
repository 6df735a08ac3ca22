/** Numbers the calls of footnotes as GitHub does, and names the ids that these generate. */
export class Footnotes {
	readonly #notes = new Map<string, { readonly number: number; calls: number }>();

	/** @returns The number that a reader sees, and the ids of the footnote and of this call. */
	call(identifier: string): { readonly number: number; readonly ids: readonly string[] } {
		const note = this.#notes.get(identifier) ?? { number: this.#notes.size + 1, calls: 0 };
		this.#notes.set(identifier, note);
		note.calls++;
		const names =
			note.calls === 1 ? [`fn-${identifier}`, `fnref-${identifier}`] : [`fnref-${identifier}-${note.calls}`];
		return { number: note.number, ids: names.flatMap((name) => [name, `user-content-${name}`]) };
	}
}
