import { makeFolder } from "../tree.ts";
import { git } from "./git.ts";
import type { Remote } from "./remote.ts";

/** A work tree as actions/checkout makes it: of one commit, and unless told otherwise without the history before it. */
export function checkout(remote: Remote, ref: string, commit: string, depth: 1 | "all" = 1): string {
	const workspace = makeFolder({});
	const local = ref.replace(/^refs\/(heads\/)?/, (_, branch) => `refs/remotes/${branch ? "origin/" : ""}`);
	const history = depth === 1 ? ["--depth=1", "origin"] : ["origin", "+refs/heads/*:refs/remotes/origin/*"];
	const quietly = ["--quiet", "--no-tags", "--no-recurse-submodules"];
	git(workspace, "init", "--quiet");
	git(workspace, "remote", "add", "origin", remote.url);
	git(workspace, "fetch", ...quietly, ...history, `+${commit}:${local}`);
	git(workspace, "checkout", "--quiet", "--force", local);
	return workspace;
}
