import { type Document, type LineCounter, parseDocument, visit, type YAMLError } from "yaml";
import { quote } from "./problem.ts";

/** A place where a text is not the YAML that a configuration may be. */
interface SyntaxFault {
	/** In UTF-16 units from the start of the text. */
	readonly offset: number;
	readonly message: string;
	readonly help?: string;
}

/** One mistake upsets all lines after it; the first few faults say enough. */
const MOST_FAULTS = 5;

/** Repeated anchors make a small file a large value; more copies than this are no configuration. */
const MOST_COPIES = 100;

export interface ParsedYaml {
	readonly document: Document.Parsed;
	/** What the document says, as plain data; undefined when there are faults. */
	readonly data: unknown;
	readonly faults: readonly SyntaxFault[];
}

/** Parses YAML 1.2 (core schema, one document, no merge keys, no tags of its own). `lines` learns where lines begin. */
export function parseYaml(source: string, lines: LineCounter): ParsedYaml {
	const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
	const errors = [...document.errors, ...document.warnings].slice(0, MOST_FAULTS);
	const faults =
		errors.length > 0 ? errors.map((error) => wordError(error, source)) : danglingAliases(document);
	if (faults.length > 0) return { document, data: undefined, faults };
	try {
		return { document, data: document.toJS({ maxAliasCount: MOST_COPIES }), faults };
	} catch (error) {
		if (!(error instanceof ReferenceError)) throw error;
		const message = `anchors are repeated more than ${MOST_COPIES} times`;
		return { document, data: undefined, faults: [{ offset: 0, message }] };
	}
}

function wordError({ code, message, pos }: YAMLError, source: string): SyntaxFault {
	const [offset, end] = pos;
	switch (code) {
		case "DUPLICATE_KEY": {
			const [key = ""] = /^[^\s:]+/.exec(source.slice(offset)) ?? [];
			return { offset, message: `the key ${quote(key)} is given twice` };
		}
		case "TAB_AS_INDENT":
			return { offset, message: "a tab indents this line", help: "YAML wants spaces." };
		case "MULTIPLE_DOCS":
			return { offset, message: "a second document begins", help: "Everything belongs into the first." };
		case "TAG_RESOLVE_FAILED":
			return { offset, message: `${quote(source.slice(offset, end))} is a tag to YAML`, help: quotesHelp };
		default:
			return { offset, message };
	}
}

const quotesHelp = "Put quotes around a value that begins with * or !.";

/** An alias can only repeat an anchor that stands before it. The library would look for each from the start. */
function danglingAliases(document: Document.Parsed): readonly SyntaxFault[] {
	const anchors = new Set<string>();
	const faults: SyntaxFault[] = [];
	visit(document, {
		Value(_key, { anchor }) {
			if (anchor !== undefined) anchors.add(anchor);
		},
		Alias(_key, { source, range }) {
			if (anchors.has(source)) return;
			const message = `${quote(`*${source}`)} is an alias to YAML, and its anchor is not in this file`;
			faults.push({ offset: range?.[0] ?? 0, message, help: quotesHelp });
		},
	});
	return faults;
}
