import { realpath, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { RunError } from "../model.ts";
import { type GitAnswer, git } from "./git.ts";

/** A git work tree, as git knew it when it was asked. */
export interface WorkTree {
	/** Absolute, with symbolic links resolved: the folder at its top. */
	readonly root: string;
	/** All that is tracked, and what is neither tracked nor ignored. */
	readonly paths: readonly GitPath[];
}

/** One path that git knows of, relative to the folder it was asked in. */
export interface GitPath {
	/** With a final slash where git does not look inside: another repository. */
	readonly path: string;
	/** `sparse`: tracked, but left out of the work tree on purpose. `deleted`: tracked, but gone from the disk. */
	readonly status: "tracked" | "sparse" | "deleted" | "untracked";
	readonly kind: "file" | "symlink" | "submodule";
}

/** What is wrong with a git that did not answer. */
type Failure = Extract<GitAnswer, { readonly ok: false }>;

/** Work trees while folders are looked into: git is asked once about each folder. */
export class WorkTrees {
	readonly #tops = new Map<string, Promise<GitAnswer>>();
	readonly #lists = new Map<string, Promise<readonly GitPath[] | Failure>>();

	/** What git knows below a folder; undefined where it cannot tell. */
	async pathsIn(folder: string): Promise<readonly GitPath[] | undefined> {
		// Where a folder is wanted, its work tree is, too: git looks for both at once.
		void this.#top(folder);
		const list = await this.#list(folder);
		return "ok" in list ? undefined : list;
	}

	/**
	 * The work tree that a folder is in, where git can also read its index. Else undefined, with an error if git is to blame:
	 * `git-missing`, `git-refused` (it distrusts the folder's owner) or `git-failed`.
	 */
	async around(folder: string): Promise<{ readonly tree?: WorkTree; readonly errors: RunError[] }> {
		const answer = await this.#top(folder);
		if (!answer.ok) return { errors: await blame(answer, folder) };
		const root = await realpath(answer.stdout.replace(/\r?\n$/, ""));
		const paths = await this.#list(root);
		return "ok" in paths ? { errors: await blame(paths, folder) } : { tree: { root, paths }, errors: [] };
	}

	#top(folder: string): Promise<GitAnswer> {
		return once(this.#tops, folder, () => git(folder, ["rev-parse", "--show-toplevel"]));
	}

	#list(folder: string): Promise<readonly GitPath[] | Failure> {
		return once(this.#lists, folder, async () => {
			const words = ["ls-files", "-z", "-t", "-s", "-c", "-d", "-o", "--exclude-standard"];
			const answer = await git(folder, words);
			return answer.ok ? parsePaths(answer.stdout) : answer;
		});
	}
}

function once<T>(asked: Map<string, Promise<T>>, folder: string, ask: () => Promise<T>): Promise<T> {
	const answer = asked.get(folder) ?? ask();
	asked.set(folder, answer);
	return answer;
}

async function blame({ reason, detail }: Failure, folder: string): Promise<RunError[]> {
	if (reason === "not-a-repository" || !(await hasGitFolder(folder))) return [];
	return [withoutGit(reason, detail)];
}

async function hasGitFolder(folder: string): Promise<boolean> {
	const found = await stat(join(folder, ".git")).then(
		() => true,
		() => false,
	);
	const parent = dirname(folder);
	return found || (parent !== folder && hasGitFolder(parent));
}

function withoutGit(reason: "missing" | "refused" | "failed", detail: string): RunError {
	const help = {
		missing: "Install git, so that untracked and ignored files are told apart.",
		refused: "Run `git config --global --add safe.directory` with the repository's folder.",
		failed: "Run `git status` in the repository to see what is wrong with it.",
	}[reason];
	return {
		code: `git-${reason}`,
		message: `git cannot be asked which files it tracks, so the disk decides: ${detail}`,
		help,
		fatal: false,
	};
}

const statuses: Readonly<Record<string, GitPath["status"]>> = { S: "sparse", R: "deleted", "?": "untracked" };
const kinds: Readonly<Record<string, GitPath["kind"]>> = { "120000": "symlink", "160000": "submodule" };

/** Records are `? path` for what is untracked, and `TAG MODE BLOB STAGE<tab>path` for the rest. */
function parsePaths(stdout: string): GitPath[] {
	const paths = new Map<string, GitPath>();
	for (const record of stdout.split("\0").slice(0, -1)) {
		const tag = record.charAt(0);
		const untracked = tag === "?";
		const path = record.slice(untracked ? 2 : record.indexOf("\t") + 1);
		// Git lists a deleted file twice, the second time as deleted, and a file in conflict up to three times.
		paths.set(path, {
			path,
			status: statuses[tag] ?? "tracked",
			kind: untracked ? "file" : (kinds[record.slice(2, 8)] ?? "file"),
		});
	}
	return [...paths.values()];
}
