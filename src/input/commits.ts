import { git } from "./git.ts";

/** A remote gets this long, in milliseconds, to give one commit. */
const MAX_FETCH_MILLISECONDS = 120_000;

/** The commit that a name stands for; undefined where there is none. */
export async function commitCalled(root: string, name: string): Promise<string | undefined> {
	const answer = await git(root, [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${name}^{commit}`,
	]);
	return answer.ok ? answer.stdout.trim() : undefined;
}

/** What a repository has before its first commit, as git calls it; it compares like a commit. */
export async function emptyTree(root: string): Promise<string | undefined> {
	const answer = await git(root, ["hash-object", "-t", "tree", "--stdin"]);
	return answer.ok ? answer.stdout.trim() : undefined;
}

/** Where two lines of history parted; undefined where that is not known here. */
export async function mergeBase(root: string, one: string, other: string): Promise<string | undefined> {
	const answer = await git(root, ["merge-base", one, other]);
	return answer.ok ? answer.stdout.trim() : undefined;
}

/** The parents of a commit as it is written, though a shallow clone does not have them. */
export async function parentsOf(root: string, commit: string): Promise<string[]> {
	const answer = await git(root, ["cat-file", "commit", commit]);
	const [header = ""] = answer.ok ? answer.stdout.split("\n\n", 1) : [];
	return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent = ""]) => parent);
}

/** Whether a part of the history is not here. */
export async function isShallow(root: string): Promise<boolean> {
	const answer = await git(root, ["rev-parse", "--is-shallow-repository"]);
	return answer.ok && answer.stdout.trim() === "true";
}

/**
 * Asks the remote `origin` for one commit, without its history: only for a shallow repository, for it would make any other one
 * shallow. True when it is here then.
 */
export async function fetchCommit(root: string, commit: string): Promise<boolean> {
	const words = ["fetch", "--quiet", "--depth=1", "--no-tags", "--no-recurse-submodules", "origin", commit];
	const answer = await git(root, words, { remote: true, timeout: MAX_FETCH_MILLISECONDS });
	return answer.ok;
}
