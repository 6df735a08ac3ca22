import type { Tree } from "../tree.ts";
import { checkout } from "./checkout.ts";
import { pullRequest } from "./events.ts";
import { type Change, Remote } from "./remote.ts";
import type { WorkflowEvent } from "./step.ts";

/** A pull request and where a workflow has checked it out. */
export interface Proposal {
	readonly remote: Remote;
	/** The commit that it is merged into. */
	readonly base: string;
	readonly event: WorkflowEvent;
	readonly workspace: string;
}

/** Proposes a change of a tree, on a server of its own. */
export function propose(tree: Tree, change: Change): Proposal {
	const remote = new Remote();
	const base = remote.commit("refs/heads/main", undefined, tree);
	const head = remote.commit("refs/pull/7/head", base, change);
	const merge = remote.merge("refs/pull/7/merge", base, head);
	const event = pullRequest({ base, head, merge });
	return { remote, base, event, workspace: checkout(remote, event.ref, event.sha) };
}
