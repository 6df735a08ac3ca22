import { hash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import type { Document, ParsedDocument, RunError } from "../../model.ts";
import { record, replay } from "../../parse/record/record.ts";
import type { Tape } from "../../parse/record/tape.ts";
import { keepSealed } from "../sealed-file.ts";
import { decodeTapes, encodeTapes, type Tapes, tapeSeal } from "./tape-file.ts";

/** 64 MiB: the tapes of 40 MB of Markdown. */
const MOST_BYTES = 64 * 2 ** 20;
/** How much of the file is read in the time that it takes to parse one character. */
const BYTES_A_CHARACTER = 100;
/** The file is written again for what is new when that is a twentieth of all at least: to parse less takes no longer than writing the rest. */
const WORTH_WRITING = 1 / 20;
/** What a tape takes in the file beside its numbers and texts. */
const FRAME_BYTES = 100;

/** What earlier runs found in documents, by the documents' content, from a file. */
export class Memory {
	readonly #path: string;
	readonly #most: number;
	/** Absent until the file is read. */
	#kept: Tapes | undefined;
	/** Of the documents of this run, in the order in which they came. */
	readonly #used = new Map<string, Tape>();
	/** Characters of all documents of this run, and of those that were not known. */
	#all = 0;
	#new = 0;

	/**
	 * @param path Absolute. There may be no such file yet.
	 * @param most Bytes that the file has at most.
	 */
	constructor(path: string, most: number = MOST_BYTES) {
		this.#path = path;
		this.#most = most;
	}

	/** Reads the file, unless these documents are sooner parsed. What it does not know, it will not keep either. */
	async prepareFor(documents: readonly Document[]): Promise<void> {
		const characters = documents.reduce((sum, { text }) => sum + text.length, 0);
		this.#all += characters;
		if (this.#kept !== undefined) return;
		const size = await sizeOf(this.#path);
		if (size > characters * BYTES_A_CHARACTER) return;
		this.#kept = size === 0 ? new Map() : await readTapes(this.#path);
	}

	recall(document: Document): ParsedDocument | undefined {
		if (this.#kept === undefined) return undefined;
		const key = keyOf(document);
		const tape = this.#kept.get(key);
		if (tape === undefined) return undefined;
		const parsed = attempt(() => replay(tape, document));
		if (parsed !== undefined) this.#used.set(key, tape);
		return parsed;
	}

	remember(parsed: ParsedDocument): void {
		if (this.#kept === undefined) return;
		const tape = attempt(() => record(parsed));
		if (tape === undefined) return;
		this.#used.set(keyOf(parsed.document), tape);
		this.#new += parsed.document.text.length;
	}

	/**
	 * Writes the file, where enough is new: what this run used, and of the rest what there is room for. Gives what went wrong, and
	 * never rejects. To be called once, at the end.
	 */
	async save(): Promise<readonly RunError[]> {
		const kept = this.#kept ?? new Map<string, Tape>();
		const known = new Map([...this.#used, ...unused(kept, this.#used)]);
		// The run goes on, and nobody asks any more.
		this.#kept = undefined;
		this.#used.clear();
		if (this.#new < this.#all * WORTH_WRITING) return [];
		const tapes = within(this.#most, known);
		if ([...tapes.keys()].every((key) => kept.has(key))) return [];
		const loss =
			"Documents are checked all the same; those of this run that are not in the file are parsed again next time.";
		return keepSealed(this.#path, tapeSeal, encodeTapes(tapes), loss);
	}
}

/** Two documents of one key are parsed alike, whatever their paths. */
function keyOf({ text, format }: Document): string {
	return hash("sha256", `${format}\n${text}`, "base64url");
}

/** Lists may be nested so deeply that the stack ends: such a document is parsed every time. */
function attempt<T>(make: () => T): T | undefined {
	try {
		return make();
	} catch {
		return undefined;
	}
}

/** Bytes of a regular file; nothing else is one to read. */
async function sizeOf(path: string): Promise<number> {
	const found = await stat(path).catch(() => undefined);
	return found?.isFile() ? found.size : 0;
}

async function readTapes(path: string): Promise<Tapes> {
	try {
		return decodeTapes(await readFile(path));
	} catch {
		return new Map();
	}
}

function unused(kept: Tapes, used: Tapes): [string, Tape][] {
	return [...kept].filter(([key]) => !used.has(key));
}

/** The first ones, as far as they find room. */
function within(most: number, tapes: Tapes): Tapes {
	let free = most;
	return new Map(
		[...tapes].filter(([, tape]) => {
			const size = bytesOf(tape);
			if (size > free) return false;
			free -= size;
			return true;
		}),
	);
}

function bytesOf({ numbers, texts }: Tape): number {
	return FRAME_BYTES + numbers.byteLength + Buffer.byteLength(JSON.stringify(texts));
}
