import { createHash, hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, open, readFile, stat } from "node:fs/promises";
import { endianness } from "node:os";
import { basename, dirname } from "node:path";
import { version } from "../config/version.ts";
import type { RunError } from "../model.ts";
import { replaceFile } from "./replace.ts";

const NEWLINE = 0x0a;

/** A kind of file that one run keeps for the next ones. */
export interface Seal {
	/** What each such file begins with, whatever wrote it. */
	readonly signature: string;
	/** Counts up when the same bytes would mean something else. */
	readonly format: number;
}

/** Known when it was asked for once. */
let build: string | undefined;

/** A file with this content, after a line that says who wrote it and what the SHA-256 of the content is. */
export function seal(kind: Seal, content: Uint8Array): Uint8Array {
	return Buffer.concat([Buffer.from(firstLine(kind, content)), content]);
}

/** The content of a file; undefined where it is not wholly what this very program wrote on such a machine. */
export function unseal(kind: Seal, file: Uint8Array): Uint8Array | undefined {
	const start = file.indexOf(NEWLINE) + 1;
	const content = file.subarray(start);
	const found = Buffer.from(file.subarray(0, start)).toString("latin1");
	return found === firstLine(kind, content) ? content : undefined;
}

/**
 * The content of a file, if there is one of at most so many bytes with an unbroken seal. Never rejects.
 *
 * @param path Absolute.
 */
export async function readSealed(path: string, kind: Seal, most: number): Promise<Uint8Array | undefined> {
	try {
		const found = await stat(path);
		// Opening a pipe waits for a writer that may never come.
		return found.isFile() && found.size <= most ? unseal(kind, await readFile(path)) : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Puts what is sealed in the place of a file, with the folders to it; a file of something else stays as it is. Gives what went wrong, and
 * never rejects. Errors: `cache-not-written`.
 *
 * @param path Absolute.
 * @param loss What it means when that cannot be done, in a sentence.
 */
export async function keepSealed(
	path: string,
	kind: Seal,
	sealed: Uint8Array,
	loss: string,
): Promise<readonly RunError[]> {
	try {
		await mkdir(dirname(path), { recursive: true });
		const done = await replaceFile(path, sealed, undefined, () => isFree(path, kind));
		return done ? [] : [notWritten(path, "what is there is no file of shelfread's", loss)];
	} catch (error) {
		return [notWritten(path, (error as Error).message, loss)];
	}
}

function notWritten(path: string, why: string, help: string): RunError {
	return {
		code: "cache-not-written",
		path,
		message: `${basename(path)} cannot be written: ${why}.`,
		help,
		fatal: false,
	};
}

/** Another version may read a document otherwise, another Node.js a character, and another machine a number. */
function firstLine({ signature, format }: Seal, content: Uint8Array): string {
	build ??= buildOf(new URL("./", import.meta.url));
	const who = `${version} ${build} ${process.version} ${endianness()}`;
	return `${signature}${format} ${who} ${hash("sha256", content)}\n`;
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

/** Whether nothing is there, or a file of this kind in whatever state. */
async function isFree(path: string, { signature }: Seal): Promise<boolean> {
	const found = await stat(path).catch(() => undefined);
	if (found === undefined) return true;
	// Opening a pipe waits for a writer that may never come.
	if (!found.isFile()) return false;
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(signature.length));
		return signature.startsWith(buffer.toString("latin1", 0, bytesRead));
	} finally {
		await file.close();
	}
}
