import { createHash, hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { endianness } from "node:os";
import { version } from "../../config/version.ts";
import type { Tape } from "../../parse/record/tape.ts";

/** What each such file begins with, whatever wrote it. */
export const SIGNATURE = "shelfread documents ";

/** Counts up when the same bytes would mean something else. */
const FORMAT = 1;
const NEWLINE = 0x0a;

/** Known when it was asked for once. */
let build: string | undefined;

/** Tapes by the name of the content that they are of. */
export type Tapes = ReadonlyMap<string, Tape>;

interface Entry {
	readonly key: string;
	/** How many. */
	readonly numbers: number;
	readonly texts: readonly string[];
}

/**
 * A line that says who wrote it, with the SHA-256 of all that follows; a line of JSON that says which tapes there are, in this
 * order; and their numbers, one tape after the other.
 */
export function encodeTapes(tapes: Tapes): Uint8Array {
	const entries = [...tapes].map(([key, { numbers, texts }]): Entry => {
		return { key, numbers: numbers.length, texts };
	});
	const numbers = [...tapes.values()].map((tape) => bytesOf(tape.numbers));
	const content = Buffer.concat([Buffer.from(`${JSON.stringify(entries)}\n`), ...numbers]);
	return Buffer.concat([Buffer.from(firstLine(content)), content]);
}

/** The tapes in a file; none where it is not wholly what this very program wrote on such a machine. */
export function decodeTapes(file: Uint8Array): Tapes {
	const start = file.indexOf(NEWLINE) + 1;
	const content = file.subarray(start);
	if (Buffer.from(file.subarray(0, start)).toString("latin1") !== firstLine(content)) return new Map();
	const end = content.indexOf(NEWLINE);
	const entries = JSON.parse(Buffer.from(content.subarray(0, end)).toString()) as readonly Entry[];
	// Numbers have to begin where a number can: these bytes are not, so they are copied.
	const numbers = new Int32Array(Uint8Array.from(content.subarray(end + 1)).buffer);
	let at = 0;
	return new Map(
		entries.map(({ key, numbers: count, texts }) => {
			at += count;
			return [key, { numbers: numbers.subarray(at - count, at), texts }];
		}),
	);
}

/** Another version may read a document otherwise, and another machine a number. */
function firstLine(content: Uint8Array): string {
	build ??= buildOf(new URL("./", import.meta.url));
	return `${SIGNATURE}${FORMAT} ${version} ${build} ${endianness()} ${hash("sha256", content)}\n`;
}

/**
 * Tells programs of one version apart, since they can be installed by commit: a hash of what is in this folder. That is the whole
 * command or the whole action, parser included. The library is in many folders: of it the version has to tell.
 */
function buildOf(folder: URL): string {
	const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
	const digest = createHash("sha256");
	for (const name of files.map((file) => file.name).sort())
		digest.update(readFileSync(new URL(encodeURIComponent(name), folder)));
	return digest.digest("base64url");
}

function bytesOf({ buffer, byteOffset, byteLength }: Int32Array): Uint8Array {
	return new Uint8Array(buffer, byteOffset, byteLength);
}
