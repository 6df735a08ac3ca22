import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../tree.ts";
import type { Host, Site } from "../wire/internet.ts";
import { type ApiFile, comparison, pullFiles } from "./api.ts";
import { checkout } from "./checkout.ts";
import { pullRequest, push } from "./events.ts";
import { git } from "./git.ts";
import { Remote } from "./remote.ts";
import { runStep, type StepOutcome, token, type WorkflowEvent } from "./step.ts";
import { openWeb } from "./web.ts";

const old = "# Shelf\n\nOnce there was [one](https://web.test/gone/one).\n";
const now = `${old}\nThen came [two](https://web.test/gone/two).\n`;

/** What a pull request answers for that is compared with its base. */
const narrowed = {
	code: 1,
	places: ["README.md 5"],
	headline: "1 of 2 links verified in 1 file: 1 error since the base of pull request 7",
};

/** And what it answers for when nobody knows its base. */
const everything = {
	code: 1,
	places: ["README.md 3", "README.md 5"],
	headline:
		"2 of 2 links verified in 1 file (nothing to compare with, so everything is checked: the base of pull request 7 is not in this checkout, and cannot be had): 2 errors; 1 run error",
};

/** A pull request that adds a dead link beside one that was there, and the base branch that went on since. */
function propose() {
	const remote = new Remote();
	const start = remote.commit("refs/heads/main", undefined, { "README.md": old });
	const head = remote.commit("refs/pull/7/head", start, { "README.md": now });
	const base = remote.commit("refs/heads/main", start, { "other.txt": "" });
	const merge = remote.merge("refs/pull/7/merge", base, head);
	const file: ApiFile = {
		...{ filename: "README.md", status: "modified", changes: 2 },
		patch: remote.patch(start, head, "README.md"),
	};
	return { remote, start, head, base, file, event: pullRequest({ base, head, merge, files: 1 }) };
}

interface Told extends Pick<StepOutcome, "code" | "fetched"> {
	/** The file and the line of each annotation. */
	readonly places: readonly string[];
	/** With which the step fails. */
	readonly headline: string | undefined;
	/** What the API is asked, with what right. */
	readonly asked: readonly string[];
}

async function run(workspace: string, event: WorkflowEvent, api?: Site | Host): Promise<Told> {
	const internet = await openWeb(api);
	const { code, commands, fetched } = await runStep({ workspace, event, internet });
	return {
		code,
		places: commands.flatMap((command) => {
			const [, file, line] = /^::\w+ file=(.*),line=(\d+)/.exec(command) ?? [];
			return file === undefined ? [] : [`${file} ${line}`];
		}),
		headline: commands.at(-1)?.replace("::error::", ""),
		fetched,
		asked: (internet.requests.get("api.github.test") ?? []).map(
			({ method, url, headers }) => `${method} ${url} ${headers.authorization}`,
		),
	};
}

test("with its whole history, a checkout has what is needed", async () => {
	const { remote, event } = propose();
	const workspace = checkout(remote, event.ref, event.sha, "all");
	expect(await run(workspace, event)).toEqual({ ...narrowed, fetched: [], asked: [] });
});

test("a shallow one gets the base's commit alone, and stays shallow", async () => {
	const { remote, base, event } = propose();
	const workspace = checkout(remote, event.ref, event.sha);
	const told = await run(workspace, event);
	expect(told).toEqual({ ...narrowed, fetched: ["deepen 1", `want ${base}`], asked: [] });
	expect(git(workspace, "rev-list", event.sha, base).split("\n")).toEqual([event.sha, base]);
});

test("when the remote is gone, the API is asked for what changed", async () => {
	const { remote, event, file } = propose();
	const workspace = checkout(remote, event.ref, event.sha);
	remote.close();
	expect(await run(workspace, event, pullFiles([file]))).toEqual({
		...narrowed,
		fetched: [],
		asked: [`GET /repos/ada/shelf/pulls/7/files?per_page=100&page=1 Bearer ${token}`],
	});
});

test.each<[string, Site | Host]>([
	["cannot be reached", { connection: "refused" }],
	["answers 500", (_, response) => response.writeHead(500).end("[]")],
])("when the API %s, everything is checked", async (_, api) => {
	const { remote, event } = propose();
	const workspace = checkout(remote, event.ref, event.sha);
	remote.close();
	expect(await run(workspace, event, api)).toMatchObject(everything);
});

test("a checkout of the head alone does not have where it parted from the base: the API knows", async () => {
	const { remote, head, event, file } = propose();
	const workspace = checkout(remote, "refs/pull/7/head", head);
	expect(await run(workspace, event, pullFiles([file]))).toMatchObject(narrowed);
});

test("a checkout of the head with its history does", async () => {
	const { remote, head, event } = propose();
	const workspace = checkout(remote, "refs/pull/7/head", head, "all");
	expect(await run(workspace, event)).toEqual({ ...narrowed, fetched: [], asked: [] });
});

test("without git, the API knows", async () => {
	const { remote, event, file } = propose();
	const workspace = checkout(remote, event.ref, event.sha);
	rmSync(join(workspace, ".git"), { recursive: true });
	expect(await run(workspace, event, pullFiles([file]))).toMatchObject({ ...narrowed, fetched: [] });
});

test("of a push, too", async () => {
	const { remote, start, head, file } = propose();
	const event = push({ before: start, after: head });
	const workspace = checkout(remote, "refs/pull/7/head", head);
	remote.close();
	expect(await run(workspace, event, comparison(start, head, [file]))).toEqual({
		...narrowed,
		headline: "1 of 2 links verified in 1 file: 1 error since the commit before the push",
		fetched: [],
		asked: [`GET /repos/ada/shelf/compare/${start}...${head} Bearer ${token}`],
	});
});

test("when nobody has the commit before a push any more, everything is checked", async () => {
	const { remote, head } = propose();
	const before = "b".repeat(40);
	const workspace = checkout(remote, "refs/pull/7/head", head);
	const none: Site = (_, response) => response.writeHead(404).end('{"message":"Not Found"}');
	expect(await run(workspace, push({ before, after: head }, true), none)).toEqual({
		...everything,
		headline: everything.headline.replace("the base of pull request 7", "the commit before the push"),
		fetched: ["deepen 1", `want ${before}`],
		asked: [`GET /repos/ada/shelf/compare/${before}...${head} Bearer ${token}`],
	});
});

test("where the checkout is not at the workspace's top, the API's files are not those that are there", async () => {
	const { remote, event, file } = propose();
	const checkedOut = checkout(remote, event.ref, event.sha);
	const workspace = makeFolder({});
	renameSync(checkedOut, join(workspace, "shelf"));
	remote.close();
	expect(await run(workspace, event, pullFiles([file]))).toMatchObject({
		...everything,
		places: ["shelf/README.md 3", "shelf/README.md 5"],
	});
});
