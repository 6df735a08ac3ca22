import { expect, test } from "vitest";
import { readEvent } from "../../src/run/event.ts";

const base = "b".repeat(40);
const head = "a".repeat(40);
const zero = "0".repeat(40);

const proposal = { number: 7, changed_files: 2, base: { sha: base, ref: "main" }, head: { sha: head } };

test.each(["pull_request", "pull_request_target"])(
	"%s is compared with its base, and the API has its files",
	(name) => {
		expect(readEvent(name, { action: "opened", pull_request: proposal })).toEqual({
			kind: "changes",
			base: { name: "the base of pull request 7", ref: base, merged: head, optional: true },
			query: { path: "pulls/7/files", paged: true, files: 2 },
		});
	},
);

test("a push is compared with the commit before, and the API compares the two", () => {
	expect(readEvent("push", { before: base, after: head, forced: true })).toEqual({
		kind: "changes",
		base: { name: "the commit before the push", ref: base, exact: true, optional: true },
		query: { path: `compare/${base}...${head}`, paged: false },
	});
});

test("a merge group is compared with its base, and the API compares the two", () => {
	expect(readEvent("merge_group", { merge_group: { base_sha: base, head_sha: head } })).toEqual({
		kind: "changes",
		base: { name: "the base of the merge group", ref: base, exact: true, optional: true },
		query: { path: `compare/${base}...${head}`, paged: false },
	});
});

test("the first push of a branch has no commit before", () => {
	expect(readEvent("push", { before: zero, after: head, created: true })).toEqual({
		kind: "changes",
		base: { name: "the commit before the push", unknown: "this is the first push of a branch" },
	});
});

test.each([
	{ before: base, after: zero },
	{ before: base, after: head, deleted: true },
])("a push of nothing deletes a branch: %o", (payload) => {
	const why = "This push deleted a branch: there is nothing to check.";
	expect(readEvent("push", payload)).toEqual({ kind: "nothing", why });
});

test.each(["schedule", "workflow_dispatch", "release", "issue_comment", ""])(
	"%j is about everything",
	(name) => {
		expect(readEvent(name, { pull_request: proposal, before: base, after: head })).toEqual({
			kind: "everything",
		});
	},
);

test.each([
	["pull_request", "the base of the pull request", undefined],
	["pull_request", "the base of the pull request", { pull_request: { ...proposal, number: "7" } }],
	["pull_request", "the base of the pull request", { pull_request: { ...proposal, base: { sha: "main" } } }],
	["push", "the commit before the push", { before: "--upload-pack=evil", after: head }],
	["push", "the commit before the push", []],
	["merge_group", "the base of the merge group", { merge_group: null }],
])("of %s that is not as documented, nobody knows %s: %o", (name, words, payload) => {
	expect(readEvent(name, payload)).toEqual({
		kind: "changes",
		base: { name: words, unknown: "the event does not tell it" },
	});
});
