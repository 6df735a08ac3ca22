import type { Changes, FileChange } from "../model.ts";
import { formatOf, isMarkdown } from "../naming/format.ts";
import { decode } from "./decode.ts";
import { git, readBlobs } from "./git.ts";
import type { WorkTree } from "./work-tree.ts";

/** What is not in a work tree as it is in a commit, whether it is committed since or not. Undefined where git cannot tell. */
export async function changesSince({ root, paths }: WorkTree, commit: string): Promise<Changes | undefined> {
	const answer = await git(root, ["diff", ...asRecords, commit, "--"], { remote: true });
	if (!answer.ok) return undefined;
	const changed = parseRecords(answer.stdout);
	const known = new Set(changed.map(({ path }) => path));
	const untracked = paths
		.filter(({ path, status }) => status === "untracked" && !known.has(path))
		.map(({ path }): FileChange => ({ path, kindBefore: "file" }));
	return { files: [...changed.map(withoutBlob), ...untracked], texts: await readTexts(root, changed) };
}

/** A change with the name that git has for the content before. */
interface Recorded extends FileChange {
	readonly blob: string;
}

const asRecords = [
	"--raw",
	"-z",
	"--no-abbrev",
	"--find-renames",
	"--ignore-submodules=dirty",
	"--no-ext-diff",
];

const kinds: Readonly<Record<string, FileChange["kindBefore"]>> = {
	"120000": "symlink",
	"160000": "submodule",
};

/** `:MODE MODE BLOB BLOB STATUS` and a path, or the old and the new one of a rename: each part ends with NUL. */
function parseRecords(stdout: string): Recorded[] {
	const parts = stdout.split("\0").slice(0, -1);
	const found: Recorded[] = [];
	for (let at = 0; at < parts.length; ) {
		const [mode = "", , blob = "", , status = ""] = (parts[at] ?? "").slice(1).split(" ");
		const renamed = status.startsWith("R");
		const old = parts[at + 1] ?? "";
		const path = renamed ? (parts[at + 2] ?? "") : old;
		const was = { before: old, kindBefore: kinds[mode] ?? "file", blob };
		const is = { path, kindBefore: "file", blob: "" } as const;
		if (status === "A") found.push(is);
		else if (status === "D") found.push(was);
		// A file in the place of a symbolic link is another thing of the same name.
		else if (status === "T") found.push(was, is);
		else found.push({ ...was, path });
		at += renamed ? 3 : 2;
	}
	return found;
}

function withoutBlob({ blob: _, ...change }: Recorded): FileChange {
	return change;
}

/** Links lead to places in documents and pages. Other files may be large. */
function isText(path: string): boolean {
	return isMarkdown(path) || formatOf(path) === "html";
}

async function readTexts(root: string, changed: readonly Recorded[]): Promise<Map<string, string>> {
	const wanted = changed.flatMap(({ before, kindBefore, blob }) =>
		before !== undefined && kindBefore === "file" && isText(before) ? [{ before, blob }] : [],
	);
	const blobs = await readBlobs(
		root,
		wanted.map(({ blob }) => blob),
	);
	const texts = wanted.map(({ before }, at) => [before, blobs[at] && decode(blobs[at]).text] as const);
	return new Map(texts.filter((pair): pair is [string, string] => pair[1] !== undefined));
}
