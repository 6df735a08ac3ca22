import type { Changes, Document, ParsedDocument, Touched } from "../model.ts";
import { STDIN } from "../naming/stdin.ts";
import { changedLines } from "./lines.ts";

/** A document is compared once, however often it is asked about. */
const compared = new WeakMap<Document, ReadonlySet<number>>();

export function touchedIn(documents: readonly ParsedDocument[], { files, texts }: Changes): Touched {
	const changes = new Map(files.map((change) => [change.path, change]));
	const known = new Map(documents.map(({ document }) => [document.path, document]));
	return (path, first, last) => {
		// Nobody knows what standard input was before.
		if (path === STDIN) return true;
		const change = changes.get(path);
		if (change === undefined) return false;
		const document = known.get(path);
		if (document === undefined) return change.before === undefined;
		const lines = compared.get(document) ?? changedLines(texts.get(change.before ?? ""), document.text);
		compared.set(document, lines);
		for (let line = first; line <= last; line++) if (lines.has(line)) return true;
		return false;
	};
}
