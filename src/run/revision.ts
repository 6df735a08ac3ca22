import { open, readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import { decode } from "../input/decode.ts";
import { encodeLike } from "../input/encode.ts";
import { isWithin } from "../input/path.ts";
import type { RunError } from "../model.ts";
import { replaceFile } from "./replace.ts";

/** What was read from a file, and what is to be there instead. */
export interface Revision {
	/** POSIX, relative to the root of the tree. */
	readonly path: string;
	readonly before: string;
	readonly after: string;
	/** How many edits are between them. */
	readonly edits: number;
}

/**
 * Writes a revision into its file, in the file's encoding and with its permissions; through a symbolic link within the tree.
 * Never rejects.
 *
 * Errors: `not-fixed`, when it cannot or must not be written; the file is then as it was.
 */
export async function saveRevision(root: string, revision: Revision): Promise<RunError | undefined> {
	try {
		const problem = await save(root, revision);
		return problem && notFixed(revision.path, ...problem);
	} catch (error) {
		const { code = "", message } = error as NodeJS.ErrnoException;
		return notFixed(revision.path, ...(errnos[code] ?? [message, undefined]));
	}
}

type Problem = readonly [problem: string, help: string | undefined];

async function save(root: string, { path, before, after }: Revision): Promise<Problem | undefined> {
	const file = await realpath(join(root, path));
	if (!isWithin(await realpath(root), file))
		return ["it is a link out of the tree", "Fix it where it leads to."];
	const bytes = await readFile(file);
	const { text } = decode(bytes);
	// The same file under another name, which has been written already.
	if (text === after) return undefined;
	if (text !== before) return changed;
	if (!isSame(encodeLike(bytes, before), bytes)) return invalid;
	const mode = await modeOfWritable(file);
	const isUnchanged = async () => isSame(await readFile(file), bytes);
	const replaced = await replaceFile(file, encodeLike(bytes, after), mode, isUnchanged);
	return replaced ? undefined : changed;
}

/** The permissions of a file; rejects when it may not be written, which renaming another one over it would not ask. */
async function modeOfWritable(file: string): Promise<number> {
	const handle = await open(file, "r+");
	try {
		const { mode } = await handle.stat();
		return mode & 0o7777;
	} finally {
		await handle.close();
	}
}

const changed: Problem = ["it has changed meanwhile", "Run again when nothing else changes the folder."];
const invalid: Problem = ["not all of its bytes are text", "Save it as UTF-8."];

const errnos: Readonly<Record<string, Problem>> = {
	EACCES: ["permission denied", "Give the right to write to it and to its folder."],
	EPERM: ["permission denied", "Give the right to write to it and to its folder."],
	EROFS: ["the disk is read-only", undefined],
	ENOSPC: ["the disk is full", "Make room."],
	EDQUOT: ["the disk quota is used up", "Make room."],
	ENOENT: ["it does not exist any more", "Run again when nothing else changes the folder."],
};

function isSame(a: Uint8Array, b: Uint8Array): boolean {
	return Buffer.compare(a, b) === 0;
}

function notFixed(path: string, problem: string, help: string | undefined): RunError {
	return {
		code: "not-fixed",
		path,
		message: `${path} is not fixed: ${problem}`,
		...(help === undefined ? {} : { help }),
		fatal: true,
	};
}
