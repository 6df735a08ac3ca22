import type { Stats, WriteStream } from "node:fs";
import { lstat, mkdir, open, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { staysInside } from "../config/inside.ts";
import { isWithin } from "../input/path.ts";
import { replaceFile } from "./replace.ts";

/**
 * Writes a file that the options name; a relative name begins at `cwd`. A file is replaced as a whole, and so is a symbolic
 * link in its place: the tree that is checked may have put it there. A pipe or a device is written into.
 *
 * @throws {Error} when that cannot be, or when a symbolic link would lead it out of `cwd`; its message is for people.
 */
export async function writeOutput(file: string, cwd: string, content: string): Promise<void> {
	const { path, mode, flows } = await placeOf(file, cwd);
	if (flows) await writeFile(path, content, { flag: "a" });
	else await replaceFile(path, content, mode, async () => true);
}

/** The same for what is written bit by bit: a file is empty at first, and grows. */
export async function openOutput(file: string, cwd: string): Promise<WriteStream> {
	const { path, mode, flows } = await placeOf(file, cwd);
	if (!flows) await replaceFile(path, "", mode, async () => true);
	return (await open(path, "a")).createWriteStream();
}

interface Place {
	readonly path: string;
	/** Permissions of the file that is there. */
	readonly mode?: number;
	/** True for what takes content in but does not hold it. */
	readonly flows: boolean;
}

/** The streams of a process, by the names that systems give them. These links are there to be followed. */
const streams = /^\/(?:dev\/(?:stdout|stderr|fd\/\d+)|proc\/(?:self|\d+)\/fd\/\d+)$/;

async function placeOf(file: string, cwd: string): Promise<Place> {
	const path = resolve(cwd, file);
	if (streams.test(path)) return { path, flows: true };
	const folder = dirname(path);
	// Whoever names a place elsewhere has a reason.
	if (isWithin(cwd, folder) && !staysInside(cwd, folder))
		throw new Error("a symbolic link on the way leads out of the working directory, or into .git");
	await mkdir(folder, { recursive: true });
	const found = await lstat(path).catch(nothingIfMissing);
	if (found === undefined || found.isSymbolicLink()) return { path, flows: false };
	if (found.isFile()) return { path, mode: found.mode & 0o7777, flows: false };
	if (found.isFIFO() || found.isCharacterDevice()) return { path, flows: true };
	throw new Error(found.isDirectory() ? "it is a folder" : "it is no file");
}

function nothingIfMissing(error: NodeJS.ErrnoException): Stats | undefined {
	if (error.code === "ENOENT") return undefined;
	throw error;
}
