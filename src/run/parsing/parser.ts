import type { Options } from "../../config/settings.ts";
import type { Document, ParsedDocument, RunError } from "../../model.ts";
import { parseDocument } from "../../parse/index.ts";
import { cacheFiles } from "../cache-files.ts";
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

	/** To be called with all documents, before any is parsed. */
	async prepareFor(documents: readonly Document[]): Promise<void> {
		await this.#memory?.prepareFor(documents);
	}

	parse(document: Document): Outcome {
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

	/** Keeps what this run found for the next ones. Gives what went wrong, and never rejects. */
	async save(): Promise<readonly RunError[]> {
		return (await this.#memory?.save()) ?? [];
	}
}

/**
 * A parser whose memory is in a file beside the cache, where there is to be one.
 *
 * @throws {ConfigError} when a symbolic link would lead the cache out of `cwd`.
 */
export function parserFor({ cache }: Options, cwd: string): Parser {
	return new Parser(cache === false ? undefined : new Memory(cacheFiles(cache, cwd).documents));
}
