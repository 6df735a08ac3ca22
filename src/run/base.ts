import { ConfigError, quote } from "../config/problem.ts";
import { changesSince } from "../input/changes.ts";
import { commitCalled, emptyTree, fetchCommit, isShallow, mergeBase, parentsOf } from "../input/commits.ts";
import type { WorkTree } from "../input/work-tree.ts";
import type { Base, Changes, RunError } from "../model.ts";

/** What a run is to be compared with, before anybody knows whether it can be had. */
export interface BaseRequest {
	/** In words, for reports. */
	readonly name: string;
	/** A commit, branch or tag. Absent where there is none, as `unknown` then says. */
	readonly ref?: string;
	/** Whether to compare with `ref` itself, and not with where its history and that of the tree parted. */
	readonly exact?: boolean;
	/** Where the tree may be a merge of `ref` and this commit: then its first parent is what to compare with. */
	readonly merged?: string;
	/** True where nobody asked for it in person: without it, all is checked. */
	readonly optional?: true;
	/** Asks elsewhere, where git cannot tell. Never rejects. */
	readonly elsewhere?: (root: string) => Promise<Changes | undefined>;
	/** Why there is nothing to compare with, as a clause. */
	readonly unknown?: string;
}

/** What a run is compared with, and what is not as it was there. */
export interface Comparison {
	/** Absent for a run over everything. */
	readonly base?: Base;
	/** Absent where that could not be found out. */
	readonly changes?: Changes;
	/** Set where it should have been possible. */
	readonly error?: RunError;
}

/**
 * Finds out what changed: by git, where need be with that one commit from the remote, else by whom the request names.
 *
 * @throws {ConfigError} when a person asked for a base that cannot be had.
 */
export async function compareWith(
	request: BaseRequest | undefined,
	root: string,
	tree: WorkTree | undefined,
): Promise<Comparison> {
	if (request === undefined) return {};
	const { name, optional, elsewhere, unknown } = request;
	if (unknown !== undefined) return { base: { name, unknown } };
	const commit = tree && (await findCommit(request, root));
	const changes = tree && commit && (await changesSince(tree, commit));
	if (commit && changes) return { base: { name, commit }, changes };
	if (!optional) throw new ConfigError([await wordMissing(request, tree)]);
	const told = await elsewhere?.(root);
	return told === undefined
		? {
				base: { name, unknown: `${name} is not in this checkout, and cannot be had` },
				error: withoutBase(name),
			}
		: { base: { name, commit: request.ref ?? "" }, changes: told };
}

function withoutBase(name: string): RunError {
	return {
		code: "no-base",
		message: `${name} cannot be compared with, so everything is checked, and what was there before counts as introduced`,
		help: "Check out with `fetch-depth: 0`, or let the token read pull requests.",
		fatal: false,
	};
}

/** The commit to compare with, once it is here. */
async function findCommit(
	{ ref = "", exact, merged }: BaseRequest,
	root: string,
): Promise<string | undefined> {
	if (merged !== undefined) {
		const [first, second] = await parentsOf(root, "HEAD");
		if (first !== undefined && second === merged) return here(root, first);
	}
	if (exact) return here(root, ref);
	const commit = await commitCalled(root, ref);
	// Before the first commit there was nothing.
	if (commit === undefined) return ref === "HEAD" ? emptyTree(root) : undefined;
	const base = await mergeBase(root, commit, "HEAD");
	if (base !== undefined) return base;
	// The checked out commit may be a merge into the base: then its parent is the base, though its history is not here.
	const [first] = await parentsOf(root, "HEAD");
	return commit === first ? commit : undefined;
}

async function here(root: string, commit: string): Promise<string | undefined> {
	const known = await commitCalled(root, commit);
	if (known !== undefined) return known;
	return (await isShallow(root)) && (await fetchCommit(root, commit)) ? commit : undefined;
}

async function wordMissing({ ref = "" }: BaseRequest, tree: WorkTree | undefined) {
	if (tree === undefined)
		return { message: "--since: needs a git repository, and this is none", help: "leave it out" };
	const { root } = tree;
	const commit = await commitCalled(root, ref);
	if (commit === undefined)
		return {
			message: `--since: expected a commit, branch or tag, found ${quote(ref)}`,
			help: (await isShallow(root))
				? "this clone has only a part of the history: `git fetch --unshallow` brings the rest, in a workflow `fetch-depth: 0` of the checkout"
				: "`git fetch` brings what others have; `git branch --all` lists what is here",
		};
	return {
		message: `--since: ${quote(ref)} and the checked tree have no history in common here`,
		help: (await isShallow(root))
			? "this clone has only a part of it: `git fetch --unshallow` brings the rest, in a workflow `fetch-depth: 0` of the checkout"
			: "name a commit that the tree descends from",
	};
}
