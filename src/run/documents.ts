import type { FileAccess } from "../check/files.ts";
import type { ReadResult } from "../input/read.ts";
import type { Document, ParsedDocument, RunError } from "../model.ts";
import { fragmentsOf, parseDocument } from "../parse/index.ts";
import type { HeadStart } from "./head-start.ts";
import type { Parser } from "./parsing/parser.ts";
import type { Questions } from "./questions.ts";

/** Reads a document by its path, relative to the root of the tree. */
export type Read = (path: string) => Promise<ReadResult>;

/** How files of the tree are read. */
export interface Reading extends Pick<Questions, "inspect"> {
	readonly read: Read;
}

/** The documents of a run, and what went wrong with the others. */
export interface Documents {
	readonly parsed: readonly ParsedDocument[];
	readonly errors: readonly RunError[];
}

/** Reads and parses the selected files. One that cannot be read or parsed is an error, and no loss to the others. */
export async function openDocuments(
	files: readonly string[],
	read: Read,
	parser: Parser,
	headStart?: HeadStart,
): Promise<Documents> {
	const reads = await Promise.all(files.map((file) => read(file)));
	const errors = reads.flatMap((read) => read.errors);
	const documents = reads.flatMap(({ document }) => document ?? []);
	await parser.prepareFor(documents);
	const parse = (document: Document) => parser.parse(document);
	const outcomes = (await headStart?.during(documents, parse)) ?? documents.map(parse);
	const parsed = outcomes.flatMap((outcome) => outcome.parsed ?? []);
	errors.push(...outcomes.flatMap(({ document, error }) => (error ? [unparsable(document, error)] : [])));
	return { parsed, errors };
}

/** The parser recurses over what is nested ten thousand deep, which no author writes. */
function unparsable({ path }: Document, { message }: Error): RunError {
	return {
		code: "unparsable",
		path,
		message: `${path} cannot be parsed: ${message}`,
		help: "Simplify what is nested deeply, or leave it out with a `!` pattern.",
		fatal: true,
	};
}

/** What a look at a local file is given. Documents that are parsed anyway are not read again for their anchors. */
export function fileAccess(
	repository: "git" | "none",
	parsed: readonly ParsedDocument[],
	{ read, inspect }: Reading,
): FileAccess {
	const known = new Map(parsed.map((one) => [one.document.path, one]));
	return {
		repository,
		inspect,
		async markdownAnchors(path) {
			const here = known.get(path);
			if (here !== undefined) return fragmentsOf(here);
			const { document, errors } = await read(path);
			if (document === undefined) throw new Error(errors[0]?.message ?? path);
			return fragmentsOf(parseDocument(document));
		},
	};
}
