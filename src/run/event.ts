import * as z from "zod";
import type { BaseRequest } from "./base.ts";

/** What a workflow's event says of what is to be compared with. */
export type EventBase =
	| { readonly kind: "everything" }
	/** There is nothing to check, for a reason that is a sentence. */
	| { readonly kind: "nothing"; readonly why: string }
	| { readonly kind: "changes"; readonly base: BaseRequest; readonly query?: ChangeQuery };

/** Where GitHub's API tells what changed, below the repository's address, and how many files it is said to be. */
export interface ChangeQuery {
	readonly path: string;
	/** Whether the answer is the files, in pages; else an object has them, and only so many. */
	readonly paged: boolean;
	/** How many files there are, where the event says so. */
	readonly files?: number;
}

const sha = z.string().regex(/^[0-9a-f]{40,64}$/);

const pullRequest = z.object({
	pull_request: z.object({
		number: z.int().positive(),
		changed_files: z.int().optional(),
		base: z.object({ sha }),
		head: z.object({ sha }),
	}),
});

const push = z.object({ before: sha, after: sha, deleted: z.boolean().optional() });

const mergeGroup = z.object({ merge_group: z.object({ base_sha: sha, head_sha: sha }) });

/**
 * Reads an event as GitHub gives it (https://docs.github.com/webhooks/webhook-events-and-payloads). A pull request and a push are
 * about what they change; any other event is about everything. A payload that is not as documented is, too, and says so.
 */
export function readEvent(name: string, payload: unknown): EventBase {
	switch (name) {
		case "pull_request":
		case "pull_request_target":
			return readPullRequest(payload);
		case "push":
			return readPush(payload);
		case "merge_group":
			return readMergeGroup(payload);
		default:
			return { kind: "everything" };
	}
}

function readPullRequest(payload: unknown): EventBase {
	const { data } = pullRequest.safeParse(payload);
	if (data === undefined) return unreadable("the base of the pull request");
	const { number, changed_files: files, base, head } = data.pull_request;
	return {
		kind: "changes",
		base: { name: `the base of pull request ${number}`, ref: base.sha, merged: head.sha, optional: true },
		query: { path: `pulls/${number}/files`, paged: true, ...(files !== undefined && { files }) },
	};
}

function readPush(payload: unknown): EventBase {
	const { data } = push.safeParse(payload);
	if (data === undefined) return unreadable("the commit before the push");
	const { before, after, deleted } = data;
	if (deleted || isZero(after))
		return { kind: "nothing", why: "This push deleted a branch: there is nothing to check." };
	if (isZero(before)) {
		const unknown = "this is the first push of a branch";
		return { kind: "changes", base: { name: "the commit before the push", unknown } };
	}
	return {
		kind: "changes",
		base: { name: "the commit before the push", ref: before, exact: true, optional: true },
		query: { path: `compare/${before}...${after}`, paged: false },
	};
}

function readMergeGroup(payload: unknown): EventBase {
	const { data } = mergeGroup.safeParse(payload);
	if (data === undefined) return unreadable("the base of the merge group");
	const { base_sha: ref, head_sha: head } = data.merge_group;
	return {
		kind: "changes",
		base: { name: "the base of the merge group", ref, exact: true, optional: true },
		query: { path: `compare/${ref}...${head}`, paged: false },
	};
}

function unreadable(name: string): EventBase {
	return { kind: "changes", base: { name, unknown: "the event does not tell it" } };
}

/** GitHub's word for no commit. */
function isZero(sha: string): boolean {
	return /^0+$/.test(sha);
}
