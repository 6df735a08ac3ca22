import type { WorkflowEvent } from "./step.ts";

const zero = "0".repeat(40);

/** The commits of a pull request. */
export interface Commits {
	readonly base: string;
	readonly head: string;
	readonly merge: string;
	/** `owner/name` of where the head is; the repository itself, or a fork. */
	readonly from?: string;
	/** How many files it changes. */
	readonly files?: number;
}

export function pullRequest({ base, head, merge, from = "ada/shelf", files }: Commits): WorkflowEvent {
	const fork = from !== "ada/shelf";
	return {
		name: "pull_request",
		ref: "refs/pull/7/merge",
		sha: merge,
		payload: {
			action: "synchronize",
			number: 7,
			pull_request: {
				number: 7,
				title: "A change",
				...(files !== undefined && { changed_files: files }),
				base: { ref: "main", sha: base, repo: { full_name: "ada/shelf", fork: false } },
				head: { ref: "change", sha: head, repo: { full_name: from, fork } },
				merge_commit_sha: merge,
			},
			repository: { full_name: "ada/shelf", default_branch: "main" },
		},
	};
}

/** Without a commit before, it is a branch's first push; without one after, it deletes the branch. */
export function push(
	commits: { readonly before?: string; readonly after?: string },
	forced = false,
): WorkflowEvent {
	const { before = zero, after = zero } = commits;
	return {
		name: "push",
		ref: "refs/heads/main",
		sha: after,
		payload: {
			ref: "refs/heads/main",
			...{ before, after, forced, created: before === zero, deleted: after === zero },
			commits: [],
			repository: { full_name: "ada/shelf", default_branch: "main" },
		},
	};
}

export function schedule(sha: string): WorkflowEvent {
	return { name: "schedule", ref: "refs/heads/main", sha, payload: { schedule: "17 3 * * *" } };
}

export function dispatch(sha: string): WorkflowEvent {
	return { name: "workflow_dispatch", ref: "refs/heads/main", sha, payload: { inputs: null } };
}

export function mergeGroup(base: string, head: string): WorkflowEvent {
	const ref = `refs/heads/gh-readonly-queue/main/pr-7-${base}`;
	return {
		name: "merge_group",
		ref,
		sha: head,
		payload: {
			action: "checks_requested",
			merge_group: { head_sha: head, head_ref: ref, base_sha: base, base_ref: "refs/heads/main" },
		},
	};
}
