import { rmSync } from "node:fs";
import { join } from "node:path";
import { addFiles, makeFolder, type Tree } from "../tree.ts";
import { git } from "./git.ts";

/** Files that are written; `null` removes one. */
export type Change = Readonly<Record<string, string | Uint8Array | null>>;

/** A git server on the disk. As at GitHub, every commit that it has can be asked for by its name. */
export class Remote {
	readonly url: string;
	readonly #folder: string;
	/** Where commits are made before they are pushed. */
	readonly #desk: string;

	constructor() {
		this.#folder = makeFolder({});
		this.url = `file://${this.#folder}`;
		git(this.#folder, "init", "--quiet", "--bare");
		git(this.#folder, "config", "uploadpack.allowAnySHA1InWant", "true");
		this.#desk = makeFolder({});
		git(this.#desk, "init", "--quiet");
	}

	/** Commits a change on top of a commit, and pushes it to a ref. */
	commit(ref: string, parent: string | undefined, change: Change): string {
		if (parent !== undefined) git(this.#desk, "checkout", "--quiet", "--force", "--detach", parent);
		for (const path of Object.keys(change)) rmSync(join(this.#desk, path), { force: true });
		addFiles(this.#desk, written(change));
		git(this.#desk, "add", "--all");
		git(this.#desk, "commit", "--quiet", "--allow-empty", "--message=change");
		return this.#push(ref);
	}

	/** Merges as GitHub does for a pull request: the base is the first parent. */
	merge(ref: string, base: string, head: string): string {
		git(this.#desk, "checkout", "--quiet", "--force", "--detach", base);
		git(this.#desk, "merge", "--quiet", "--no-ff", "--message=merge", head);
		return this.#push(ref);
	}

	/** The hunks of one file between two commits, as the API has them. */
	patch(before: string, after: string, path: string): string {
		const diff = git(this.#desk, "diff", before, after, "--", path);
		return diff.slice(diff.indexOf("@@"));
	}

	/** The server is gone. */
	close(): void {
		rmSync(this.#folder, { recursive: true });
	}

	#push(ref: string): string {
		git(this.#desk, "push", "--quiet", "--force", this.url, `HEAD:${ref}`);
		return git(this.#desk, "rev-parse", "HEAD");
	}
}

function written(change: Change): Tree {
	return Object.fromEntries(
		Object.entries(change).flatMap(([path, content]) => (content === null ? [] : [[path, content]])),
	);
}
