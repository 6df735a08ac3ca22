import { type FileHandle, open, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import pLimit from "p-limit";
import type { FileObservation, FileTarget, NoObservation } from "../model.ts";
import { formatOf } from "../naming/format.ts";
import { arxivStamp, STAMP_BYTES } from "./arxiv-stamp.ts";
import { END_BYTES, type Ends, pdfPages, pdfState } from "./pdf.ts";

/** What the links to a file need to know beyond that it is there. */
export interface Wants {
	/** Some link has a fragment. */
	readonly anchors: boolean;
	/** Some link has a `#page=`. */
	readonly pages: boolean;
}

/** What can be seen in a file. */
export type Inside = Pick<FileObservation, "pdf" | "pages" | "arxiv" | "anchors">;

/** What a look at a file is given. Paths are relative to the root; what cannot be read is rejected. */
export interface FileAccess {
	/** What the shelf knows the tree by. */
	readonly repository: "git" | "none";
	/** The fragments of a Markdown file. */
	markdownAnchors(path: string): Promise<readonly string[]>;
	/** What is in a PDF or a page. */
	inspect(path: string, wants: Wants): Promise<Inside>;
}

/** Where files are inspected. */
export interface Disk {
	/** Absolute. */
	readonly root: string;
	htmlAnchors(html: string): readonly string[];
	/** Whether git hands the content of a path to LFS. */
	isLfs(path: string): Promise<boolean>;
}

/** Open files at a time: far below every system's limit, more than a disk can use. */
const FILES_AT_A_TIME = 16;

/** Larger HTML files are not searched for anchors: 8 MiB. */
const MAX_HTML_BYTES = 8 * 2 ** 20;

const limit = pLimit(FILES_AT_A_TIME);

/**
 * Looks at one local target. Only what `wants` and the file's kind ask for is read: of a PDF the ends, of a page with
 * wanted anchors all, of anything else nothing. Never rejects.
 *
 * Outside of a repository there is no telling what surrounds the root where the catalogue is read, so nothing is observed
 * there.
 */
export async function observeFile(
	target: FileTarget,
	wants: Wants,
	access: FileAccess,
): Promise<FileObservation | NoObservation> {
	const { key, state, path } = target;
	if (state === "outside-tree" && access.repository === "none")
		return { kind: "none", key, reason: "outside-root" };
	if (state !== "present") return { kind: "file", key, state };
	try {
		return { kind: "file", key, state, ...(await lookInside(path, wants, access)) };
	} catch (error) {
		return { kind: "file", key, state, unreadable: (error as Error).message };
	}
}

async function lookInside(path: string, wants: Wants, access: FileAccess): Promise<Inside> {
	switch (formatOf(path)) {
		case "pdf":
			return access.inspect(path, wants);
		case "html":
			return wants.anchors ? access.inspect(path, wants) : {};
		case "markdown":
		case "mdx":
			return wants.anchors ? { anchors: await limit(() => access.markdownAnchors(path)) } : {};
		default:
			return {};
	}
}

/** Reads of a PDF the ends, and of a page all. Rejects when it cannot be read. */
export function inspectFile(path: string, wants: Wants, disk: Disk): Promise<Inside> {
	return limit(() => (formatOf(path) === "pdf" ? lookAtPdf(path, wants, disk) : lookAtHtml(path, disk)));
}

async function lookAtPdf(path: string, wants: Wants, disk: Disk): Promise<Inside> {
	const { start, ...ends } = await readEnds(join(disk.root, path));
	const state = pdfState(ends);
	if (state === "lfs-pointer" && (await disk.isLfs(path))) return { pdf: "lfs-elsewhere" };
	if (state !== "pdf") return { pdf: state };
	const pages = wants.pages ? pdfPages(ends) : undefined;
	const arxiv = arxivStamp(start);
	return {
		pdf: state,
		...(pages === undefined ? {} : { pages }),
		...(arxiv === undefined ? {} : { arxiv }),
	};
}

async function lookAtHtml(path: string, disk: Disk): Promise<Inside> {
	const file = join(disk.root, path);
	if ((await sizeOf(file)) > MAX_HTML_BYTES) return {};
	return { anchors: disk.htmlAnchors(await readFile(file, "utf8")) };
}

/** Opening a pipe waits for a writer that may never come: what is no regular file is not opened. */
async function sizeOf(file: string): Promise<number> {
	const found = await stat(file);
	if (!found.isFile()) throw new Error("it is no regular file");
	return found.size;
}

/** The ends of a file, and enough of its start for the first page. */
async function readEnds(file: string): Promise<Ends & { readonly start: Buffer }> {
	const size = await sizeOf(file);
	const handle = await open(file);
	try {
		const start = await readAt(handle, 0, STAMP_BYTES);
		const head = start.toString("latin1", 0, END_BYTES);
		const last = size > END_BYTES ? await readAt(handle, size - END_BYTES, END_BYTES) : start;
		return { size, head, tail: last.toString("latin1"), start };
	} finally {
		await handle.close();
	}
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
	const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
	return buffer.subarray(0, bytesRead);
}
