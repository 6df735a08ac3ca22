import { arxivStamp, STAMP_BYTES } from "../check/arxiv-stamp.ts";
import { git, readBlob } from "../input/git.ts";
import type { ResolvedLink } from "../model.ts";
import { formatOf } from "../naming/format.ts";
import { isMissing } from "../resolve/link.ts";
import { type Change, type History, withMoves } from "../resolve/moves.ts";
import { withPapers } from "../resolve/papers.ts";
import type { Shelf } from "../resolve/shelf.ts";
import type { Questions } from "./questions.ts";

/** Commits that are looked through, from the newest: what was renamed longer ago is not found. */
const MAX_COMMITS = 2_000;
/** For each of git's answers, and for all contents. Comparing trees and contents takes about a millisecond a commit. */
const MAX_MILLISECONDS = 5_000;
/** Lost contents that are looked into. One takes about ten milliseconds. */
const MAX_BLOBS = 50;

/**
 * The same shelf; where links name missing files, git is asked, once for all, where these went, and of PDFs that are lost which
 * arXiv papers they were. `base` is a commit that may be here although the history since is not.
 */
export async function recallMissing(
	shelf: Shelf,
	links: readonly ResolvedLink[],
	{ history, papers }: Pick<Questions, "history" | "papers">,
	base?: string,
): Promise<Shelf> {
	const missing = shelf.repository === "none" ? [] : missingPaths(links);
	if (missing.length === 0) return shelf;
	const recalled = withMoves(shelf, parseHistory(await history({ base })));
	const lost = missing
		.filter((path) => formatOf(path) === "pdf")
		.flatMap((path) => {
			const blob = recalled.lost(path);
			return blob === undefined ? [] : [{ path, blob }];
		});
	return withPapers(recalled, new Map(lost.length === 0 ? [] : await papers(lost)));
}

/** Each path once. */
function missingPaths(links: readonly ResolvedLink[]): string[] {
	return [...new Set(links.filter(isMissing).map(({ target }) => target.path))];
}

/** A file that git still has, and the name of its content there. */
export interface Lost {
	readonly path: string;
	readonly blob: string;
}

/** The arXiv identifiers of those that carry a stamp, by path. `root` is absolute. */
export async function readPapers(lost: readonly Lost[], root: string): Promise<[path: string, id: string][]> {
	const papers: [string, string][] = [];
	const signal = AbortSignal.timeout(MAX_MILLISECONDS);
	// One after the other: half a MiB of each is in memory.
	for (const { path, blob } of lost.slice(0, MAX_BLOBS)) {
		const stamp = arxivStamp(await readBlob(root, blob, STAMP_BYTES, signal));
		if (stamp !== undefined) papers.push([path, stamp.id]);
	}
	return papers;
}

/** As git prints it: what is in the index, and what was deleted or renamed there since the last commit, and before. */
export interface GitHistory {
	readonly index: string;
	readonly changes: string;
}

/** Nothing where git cannot tell, or not in time. `top` is absolute. */
export async function readHistory(top: string, base: string | undefined): Promise<GitHistory> {
	const ask = async (args: readonly string[], input?: string) => {
		const answer = await git(top, args, { timeout: MAX_MILLISECONDS, input });
		return answer.ok ? answer.stdout : "";
	};
	const [index, staged, since, commits] = await Promise.all([
		ask(["ls-files", "-z", "--stage"]),
		ask(["diff-index", "--cached", ...changes, "HEAD"]),
		base === undefined ? "" : ask(["diff-index", "--cached", ...changes, base]),
		ask(["rev-list", `--max-count=${MAX_COMMITS}`, "HEAD"]),
	]);
	const committed = await ask(["diff-tree", "--stdin", "--no-commit-id", "-r", ...changes], commits);
	return { index, changes: staged + since + committed };
}

function parseHistory({ index, changes }: GitHistory): History {
	return { blobs: parseIndex(index), changes: parseChanges(changes) };
}

const changes = ["--raw", "-z", "--no-abbrev", "--find-renames", "--diff-filter=DR"];

/** Records are `MODE BLOB STAGE<tab>path`. */
function parseIndex(stdout: string): Map<string, string> {
	const records = stdout.split("\0").slice(0, -1);
	return new Map(
		records.map((record) => {
			const [, blob = ""] = record.split(" ", 2);
			return [record.slice(record.indexOf("\t") + 1), blob];
		}),
	);
}

/** Records are `:MODE MODE BLOB BLOB D`, path, and `:MODE MODE BLOB BLOB R100`, old path, new path: each part ends with NUL. */
function parseChanges(stdout: string): Change[] {
	const parts = stdout.split("\0").slice(0, -1);
	const found: Change[] = [];
	for (let at = 0; at < parts.length; ) {
		const [, , blob = "", after = "", status = ""] = (parts[at] ?? "").split(" ");
		const path = parts[at + 1] ?? "";
		const renamed = status.startsWith("R");
		found.push(renamed ? { path, blob, to: { path: parts[at + 2] ?? "", blob: after } } : { path, blob });
		at += renamed ? 3 : 2;
	}
	return found;
}
