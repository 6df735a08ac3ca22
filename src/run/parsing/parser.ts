import type { Options } from "../../config/settings.ts";
import type { Document, ParsedDocument, RunError } from "../../model.ts";
import { parseDocument } from "../../parse/index.ts";
import { cachePath } from "../cache-path.ts";
import { Memory } from "./memory.ts";

/** What came of a document: it is parsed, or an error says why not. */
export interface Outcome {
	readonly document: Document;
	readonly parsed?: ParsedDocument;
	readonly error?: Error;
}

/** Parses the documents of a run, or remembers what earlier runs found in them. */
export class Parser {
	readonly #memory: Memory | undefined;

	constructor(memory?: Memory) {
		this.#memory = memory;
	}

	/** The outcome of each document, in the order of the documents. */
	async parse(documents: readonly Document[]): Promise<readonly Outcome[]> {
		await this.#memory?.prepareFor(documents);
		return documents.map((document) => this.#parse(document));
	}

	/** Keeps what this run found for the next ones. Gives what went wrong, and never rejects. */
	async save(): Promise<readonly RunError[]> {
		return (await this.#memory?.save()) ?? [];
	}

	#parse(document: Document): Outcome {
		const known = this.#memory?.recall(document);
		if (known !== undefined) return { document, parsed: known };
		try {
			const parsed = parseDocument(document);
			this.#memory?.remember(parsed);
			return { document, parsed };
		} catch (error) {
			return { document, error: error as Error };
		}
	}
}

/**
 * A parser whose memory is in a file beside the cache, where there is to be one.
 *
 * @throws {ConfigError} when a symbolic link would lead the cache out of `cwd`.
 */
export function parserFor({ cache }: Options, cwd: string): Parser {
	return new Parser(cache === false ? undefined : new Memory(`${cachePath(cache, cwd)}.documents`));
}
