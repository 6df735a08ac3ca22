import { expect, test } from "vitest";
import { parse } from "yaml";
import manifest from "../../package.json" with { type: "json" };
import { parseArguments } from "../../src/config/args.ts";
import { options } from "../../src/run/setup.ts";
import { blocksOf, readPage } from "./page.ts";

interface Hook {
	readonly id: string;
	readonly entry: string;
	readonly args?: readonly string[];
}

const hooks = parse(readPage(".pre-commit-hooks.yaml")) as readonly Hook[];

test("the hooks run the command with flags that it has", () => {
	expect(hooks.map(({ id, entry, args = [] }) => ({ id, entry, ...parseArguments(args, options) }))).toEqual([
		{ id: "shelfread", entry: "shelfread", command: "check", settings: { since: "HEAD", network: "none" } },
		{ id: "shelfread-all", entry: "shelfread", command: "check", settings: { network: "none" } },
	]);
	expect(Object.keys(manifest.bin)).toEqual(["shelfread"]);
});

test("the documented configuration names hooks and flags that there are", () => {
	const [configuration, override] = blocksOf(readPage("docs/pull-requests.md"), "yaml", "## Before a commit");
	const { repos } = parse(configuration ?? "") as { repos: readonly { hooks: readonly Partial<Hook>[] }[] };
	const named = [...repos.flatMap((repo) => repo.hooks), ...(parse(override ?? "") as readonly Hook[])];
	const ids = hooks.map(({ id }) => id);
	expect(named.filter(({ id = "" }) => !ids.includes(id))).toEqual([]);
	expect(named.map(({ args = [] }) => parseArguments(args, options).settings)).toEqual([
		{},
		{ since: "HEAD", network: "changed" },
	]);
});
