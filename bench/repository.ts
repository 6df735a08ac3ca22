import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { TreeFile } from "./tree.ts";

const FIRST_PAGE = "docs/part-0/page-0.md";

let lines = 0;

/** Adds a line to the first page of a tree, each time another one. Gives what takes it back. */
export function addLine(root: string): () => void {
	const page = join(root, FIRST_PAGE);
	const before = readFileSync(page);
	lines += 1;
	writeFileSync(page, `${before}\nSee [the next page, ${lines}](page-1.md#notes).\n`);
	return () => writeFileSync(page, before);
}

/** Writes the files into a git repository of one commit. Gives their length in bytes. */
export function commitTree(root: string, files: Iterable<TreeFile>): number {
	let bytes = 0;
	for (const { path, text } of files) {
		const file = join(root, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
		bytes += Buffer.byteLength(text);
	}
	const git = (...args: string[]) => execFileSync("git", ["-C", root, ...args]);
	git("init", "--quiet");
	git("add", "--all");
	git("-c", "user.name=bench", "-c", "user.email=bench@example.org", "commit", "--quiet", "--message=Begin");
	return bytes;
}
