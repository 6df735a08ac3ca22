import type { Document, ParsedDocument } from "../../model.ts";
import { parseDocument } from "../../parse/index.ts";
import type { Tape } from "../../parse/record/tape.ts";

/** What came of a document: it is parsed, or an error says why not. */
export interface Outcome {
	readonly document: Document;
	readonly parsed?: ParsedDocument;
	/** What is written down of it, where that was done on the way. */
	readonly tape?: Tape;
	readonly error?: Error;
}

export async function parseAll(documents: readonly Document[]): Promise<readonly Outcome[]> {
	return documents.map(parseHere);
}

function parseHere(document: Document): Outcome {
	try {
		return { document, parsed: parseDocument(document) };
	} catch (error) {
		return { document, error: error as Error };
	}
}
