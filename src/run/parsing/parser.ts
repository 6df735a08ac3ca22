import type { Options } from "../../config/settings.ts";
import type { Document, RunError } from "../../model.ts";
import { cachePath } from "../cache-path.ts";
import { type Outcome, parseAll } from "./crew.ts";
import { Memory } from "./memory.ts";

/** Parses the documents of a run, or remembers what earlier runs found in them. */
export class Parser {
	readonly #memory: Memory | undefined;

	constructor(memory?: Memory) {
		this.#memory = memory;
	}

	/** The outcome of each document, in the order of the documents. */
	async parse(documents: readonly Document[]): Promise<readonly Outcome[]> {
		const memory = this.#memory;
		await memory?.prepareFor(documents);
		const known = documents.map((document) => memory?.recall(document));
		const unknown = await parseAll(documents.filter((_, index) => known[index] === undefined));
		for (const { parsed, tape } of unknown) if (parsed !== undefined) memory?.remember(parsed, tape);
		const rest = unknown.values();
		return documents.flatMap((document, index): Outcome | [] => {
			const parsed = known[index];
			return parsed === undefined ? (rest.next().value ?? []) : { document, parsed };
		});
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
	return new Parser(cache === false ? undefined : new Memory(`${cachePath(cache, cwd)}.documents`));
}
