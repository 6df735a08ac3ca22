import { readFileSync, type Stats, statSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Document, RunError } from "../model.ts";
import { formatOf } from "../naming/format.ts";
import { STDIN } from "../naming/stdin.ts";
import { decode } from "./decode.ts";

/** 8 MiB: a hundred times the longest catalogue known, and what the parser still takes in a few seconds. */
export const MAX_DOCUMENT_BYTES: number = 8 * 2 ** 20;

export interface ReadResult {
	readonly document?: Document;
	readonly errors: RunError[];
}

/** Reads one document and decodes it: `decodeDocument` of `readBytes`. */
export function readDocument(
	root: string,
	path: string,
	stdin?: AsyncIterable<Uint8Array>,
): Promise<ReadResult> {
	return decodeDocument(path, readBytes(root, path, stdin));
}

/** Reads one document. `path` is relative to `root`; for `<stdin>` the bytes come from `stdin`. Rejects with what `decodeDocument` words. */
export async function readBytes(
	root: string,
	path: string,
	stdin?: AsyncIterable<Uint8Array>,
): Promise<Uint8Array> {
	return path === STDIN ? collect(stdin) : readBounded(join(root, path));
}

/**
 * Makes a document of its bytes: UTF-8, and UTF-16 with a byte order mark. Never rejects.
 *
 * Errors: `unreadable-file`, `not-a-file`, `too-large`, `not-text` (fatal, without a document) and `not-utf8`.
 */
export async function decodeDocument(path: string, bytes: Promise<Uint8Array>): Promise<ReadResult> {
	try {
		return toDocument(path, await bytes);
	} catch (error) {
		if (error instanceof Refusal) return failed(error.code, path, error.message, error.help);
		const code = (error as NodeJS.ErrnoException).code ?? "";
		const [meaning, help] = errnos[code] ?? [String((error as Error).message), undefined];
		return failed("unreadable-file", path, `cannot be read: ${meaning}`, help);
	}
}

/** What an error number says to someone who has no manual at hand. */
const errnos: Readonly<Record<string, readonly [meaning: string, help: string]>> = {
	EACCES: ["permission denied", "Run `chmod a+r` on it, or leave it out with a `!` pattern."],
	EPERM: ["permission denied", "Run `chmod a+r` on it, or leave it out with a `!` pattern."],
	ENOENT: ["it does not exist any more", "Run again when nothing else changes the folder."],
	ELOOP: ["its symbolic links lead in a circle", "Point the link at a file."],
	EMFILE: ["too many files are open", "Raise the limit with `ulimit -n`."],
	EIO: ["the disk reports an error", "Check the disk."],
};

class Refusal extends Error {
	readonly code: string;
	readonly help: string;
	constructor(code: string, message: string, help: string) {
		super(message);
		this.code = code;
		this.help = help;
	}
}

/** What files take that are in memory already, in milliseconds, several times over: 0.02 each, and 0.3 a MiB. */
const MILLISECONDS_A_FILE = 0.1;
const MILLISECONDS_A_MEBIBYTE = 1;

/** How much longer than that reading may take, in milliseconds, before the disk counts as slow. */
const PATIENCE = 20;
let patience = PATIENCE;

/**
 * After a checkout files are in memory. Then to read one after the other takes a fifth of the time that it takes other threads to hand
 * them over. A disk gives them sooner when it is asked for many at a time.
 */
async function readBounded(file: string): Promise<Uint8Array> {
	if (patience < 0) {
		refuseOthers(await stat(file));
		return readFile(file);
	}
	const began = performance.now();
	const found = statSync(file);
	refuseOthers(found);
	const bytes = readFileSync(file);
	const expected = MILLISECONDS_A_FILE + (found.size / 2 ** 20) * MILLISECONDS_A_MEBIBYTE;
	patience = Math.min(PATIENCE, patience + expected - (performance.now() - began));
	return bytes;
}

function refuseOthers(found: Stats): void {
	// Opening a pipe waits for a writer that may never come.
	if (!found.isFile())
		throw new Refusal("not-a-file", "is no regular file", "Name a file, or pipe it in and name `-`.");
	if (found.size > MAX_DOCUMENT_BYTES) throw tooLarge(found.size);
}

async function collect(stream: AsyncIterable<Uint8Array> | undefined): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of stream ?? []) {
		chunks.push(chunk);
		size += chunk.length;
		if (size > MAX_DOCUMENT_BYTES) throw tooLarge(size);
	}
	return Buffer.concat(chunks);
}

function tooLarge(size: number): Refusal {
	const mebibytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
	return new Refusal(
		"too-large",
		`has ${mebibytes(size)} MiB, and ${mebibytes(MAX_DOCUMENT_BYTES)} MiB is the most that is read`,
		"Split it, or leave it out with a `!` pattern.",
	);
}

function toDocument(path: string, bytes: Uint8Array): ReadResult {
	const { text, badByte } = decode(bytes);
	if (text === undefined)
		return failed("not-text", path, "is binary, not text", "Leave it out with a `!` pattern.");
	const document: Document = { path, text, format: formatOf(path) === "mdx" ? "mdx" : "markdown" };
	if (badByte === undefined) return { document, errors: [] };
	const error: RunError = {
		code: "not-utf8",
		path,
		message: `${path} is not valid UTF-8: the first wrong byte is at line ${badByte.line}, column ${badByte.column}`,
		help: "Save it as UTF-8. Until then, wrong bytes are read as U+FFFD.",
		fatal: false,
	};
	return { document, errors: [error] };
}

function failed(code: string, path: string, problem: string, help: string | undefined): ReadResult {
	const message = `${path} ${problem}`;
	return { errors: [{ code, path, message, ...(help === undefined ? {} : { help }), fatal: true }] };
}
