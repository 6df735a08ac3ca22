import type { Document, ParsedDocument } from "../../model.ts";
import { listsThings } from "../catalogue.ts";
import { Lines } from "../lines.ts";
import { readSections } from "../sections.ts";
import { readSaid, writeSaid } from "./said.ts";
import { readStructure, writeStructure } from "./structure.ts";
import { type Tape, TapeReader, TapeWriter } from "./tape.ts";

/** Writes down all that is known of a document. */
export function record(parsed: ParsedDocument): Tape {
	const tape = new TapeWriter(parsed.document.text);
	writeSaid(tape, parsed);
	writeStructure(tape, parsed, parsed.mentions);
	return tape.finish();
}

/**
 * What was known of a document with the same text.
 *
 * @throws {RangeError} where the tape is none of this text.
 */
export function replay(tape: Tape, document: Document): ParsedDocument {
	const { path, text } = document;
	const lines = new Lines(text);
	const reader = new TapeReader(tape, text, lines);
	const said = readSaid(reader, path);
	const sections = readSections(said.headings, text, lines);
	const structure = readStructure(reader, { mentions: said.mentions, sections, lines });
	return { document, ...said, sections, ...structure, catalogue: listsThings(document, structure.entries) };
}
