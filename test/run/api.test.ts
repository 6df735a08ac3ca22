import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { basename } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Changes } from "../../src/model.ts";
import { changesFromApi } from "../../src/run/api.ts";
import type { ChangeQuery } from "../../src/run/event.ts";
import { makeFolder, type Tree } from "../tree.ts";

const files: ChangeQuery = { path: "pulls/7/files", paged: true };
const compare: ChangeQuery = { path: "compare/a...b", paged: false };

interface Asked {
	readonly changes: Changes | undefined;
	/** Method, path and authorization of each request. */
	readonly requests: readonly string[];
}

/** Asks a server on loopback about a tree. */
async function ask(
	answer: RequestListener,
	query = files,
	tree: Tree = { "0.txt": "" },
	token = "secret",
): Promise<Asked> {
	const requests: string[] = [];
	const server = createServer((request, response) => {
		requests.push(`${request.method} ${request.url} ${request.headers.authorization}`);
		answer(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void server.close().closeAllConnections());
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const changes = await changesFromApi({ url, repository: "ada/shelf", token }, query, makeFolder(tree));
	return { changes, requests };
}

function answering(value: unknown): RequestListener {
	return (_, response) => response.end(JSON.stringify(value));
}

const added = (filename: string) => ({ filename, status: "added", changes: 1 });

test.each([
	["added", { ...added("a.md"), patch: "@@ -0,0 +1 @@\n+one" }, { path: "a.md" }, []],
	[
		"copied",
		{ filename: "a.md", status: "copied", changes: 0, previous_filename: "b.md" },
		{ path: "a.md" },
		[],
	],
	[
		"removed",
		{ filename: "x.md", status: "removed", changes: 1, patch: "@@ -1 +0,0 @@\n-x" },
		{ before: "x.md" },
		[],
	],
	[
		"changed",
		{ filename: "a.md", status: "modified", changes: 2, patch: "@@ -1,2 +1,2 @@\n one\n-zwei\n+two" },
		{ path: "a.md", before: "a.md" },
		[["a.md", "one\nzwei\nthree\n"]],
	],
	[
		"changed where base and head went on, so that the lines are others",
		{ filename: "a.md", status: "modified", changes: 2, patch: "@@ -41,2 +41,2 @@\n two\n-drei\n+three" },
		{ path: "a.md", before: "a.md" },
		[["a.md", "one\ntwo\ndrei\n"]],
	],
	[
		"changed by a patch that is too long to be told",
		{ filename: "a.md", status: "modified", changes: 9000 },
		{ path: "a.md", before: "a.md" },
		[],
	],
	[
		"changed by a patch that does not fit",
		{ filename: "a.md", status: "modified", changes: 2, patch: "@@ -1 +1 @@\n-eins\n+uno" },
		{ path: "a.md", before: "a.md" },
		[],
	],
	[
		"changed by a patch that is none",
		{ filename: "a.md", status: "modified", changes: 2, patch: "@@ -1,9 +1 @@\n?" },
		{ path: "a.md", before: "a.md" },
		[],
	],
	[
		"renamed",
		{ filename: "a.md", status: "renamed", changes: 0, previous_filename: "b.md" },
		{ path: "a.md", before: "b.md" },
		[["b.md", "one\ntwo\nthree\n"]],
	],
	[
		"renamed and changed",
		{
			...{ filename: "a.md", status: "renamed", changes: 2, previous_filename: "b.md" },
			patch: "@@ -1,2 +1,2 @@\n-eins\n+one\n two",
		},
		{ path: "a.md", before: "b.md" },
		[["b.md", "eins\ntwo\nthree\n"]],
	],
	[
		"renamed and changed by a patch that is too long to be told",
		{ filename: "a.md", status: "renamed", changes: 9000, previous_filename: "b.md" },
		{ path: "a.md", before: "b.md" },
		[],
	],
	[
		"no document",
		{ filename: "a.pdf", status: "modified", changes: 0 },
		{ path: "a.pdf", before: "a.pdf" },
		[],
	],
])("a file that is %s", async (_, file, change, texts) => {
	const { changes } = await ask(answering([file]), files, { "a.md": "one\ntwo\nthree\n", "a.pdf": "%PDF" });
	expect(changes?.files).toEqual([{ ...change, kindBefore: "file" }]);
	expect([...(changes?.texts ?? [])]).toEqual(texts);
});

test("nothing is read outside of the tree", async () => {
	const filename = `../${basename(makeFolder({ "a.md": "y\n" }))}/a.md`;
	const outside = { filename, status: "modified", changes: 2, patch: "@@ -1 +1 @@\n-x\n+y" };
	const { changes } = await ask(answering([added("0.txt"), outside]));
	expect(changes?.texts).toEqual(new Map());
});

test("files of which the tree has none are not its own", async () => {
	const answer = answering([added("docs/a.md"), { filename: "b.md", status: "removed", changes: 1 }]);
	expect((await ask(answer, files, { "shelf/docs/a.md": "one\n" })).changes).toBeUndefined();
});

test("a document with the line ends of Windows", async () => {
	const file = {
		filename: "a.md",
		status: "modified",
		changes: 2,
		patch: "@@ -1,2 +1,2 @@\n one\r\n-zwei\r\n+two\r",
	};
	const { changes } = await ask(answering([file]), files, { "a.md": "one\r\ntwo\r\n" });
	expect([...(changes?.texts ?? [])]).toEqual([["a.md", "one\r\nzwei\r\n"]]);
});

test("files come in pages", async () => {
	const all = Array.from({ length: 200 }, (_, index) => added(`${index}.txt`));
	const { changes, requests } = await ask(({ url = "" }, response) => {
		const page = Number(/&page=(\d+)$/.exec(url)?.[1]);
		response.end(JSON.stringify(all.slice((page - 1) * 100, page * 100)));
	});
	expect(changes?.files).toHaveLength(200);
	expect(requests).toEqual(
		[1, 2, 3].map((page) => `GET /repos/ada/shelf/pulls/7/files?per_page=100&page=${page} Bearer secret`),
	);
});

test("of a comparison they come at once, and without a token it is asked for without one", async () => {
	const answer = answering({ status: "ahead", files: [added("0.txt")] });
	expect(await ask(answer, compare, undefined, "")).toEqual({
		changes: { files: [{ path: "0.txt", kindBefore: "file" }], texts: new Map() },
		requests: ["GET /repos/ada/shelf/compare/a...b undefined"],
	});
});

test("of more files than it tells, the API is not asked", async () => {
	expect(await ask(answering([]), { ...files, files: 3001 })).toEqual({ changes: undefined, requests: [] });
});

const hundred = Array.from({ length: 100 }, (_, index) => added(`${index}.txt`));

test("of a pull request that has exactly as many as it tells, all are known", async () => {
	const { changes, requests } = await ask(answering(hundred), { ...files, files: 3000 });
	expect([changes?.files.length, requests.length]).toEqual([3000, 30]);
});

test.each<[string, RequestListener, ChangeQuery]>([
	["answers 500", (_, response) => response.writeHead(500).end("[]"), files],
	["answers 403, as beyond a rate limit", (_, response) => response.writeHead(403).end("[]"), files],
	["hangs up", (request) => request.socket.destroy(), files],
	["answers with a page", (_, response) => response.end("<!doctype html>"), files],
	["answers with a message", answering({ message: "Not Found" }), files],
	["answers with files that are none", answering([{ sha: "0123" }]), files],
	["redirects", (_, response) => response.writeHead(302, { location: "/elsewhere" }).end(), files],
	["tells of as many files as it ever does", answering(hundred), files],
	[
		"compares as many files as it ever does",
		answering({ files: [...hundred, ...hundred, ...hundred] }),
		compare,
	],
	["compares no files", answering({ status: "ahead" }), compare],
])("when the API %s, nobody knows", async (_, answer, query) => {
	expect((await ask(answer, query)).changes).toBeUndefined();
});
