import { join } from "node:path";
import { type Contestant, compete } from "../contest.ts";
import { addLine, commitTree } from "../repository.ts";
import type { Scenario } from "../scenario.ts";
import { costs, tableOf } from "../table.ts";
import { git, shelfread } from "../tools.ts";
import { growTree } from "../tree.ts";

const RUNS = 3;
const FILES = [1_000, 10_000];
const MEDIAN_LENGTH = 2_000;

const offline = ["--no-config", "--offline", "--quiet"];
const since = ["--since=HEAD", ...offline];
/** Beside the tree, not in it, and each run's own: a small run leaves out of the cache what a large one needs. */
const cache = (name: string): string => `--cache=../${name}.json`;

const contestants: readonly Contestant[] = [
	{ name: "git, what changed", tool: git, args: ["diff", "--name-only", "HEAD"], exits: 0 },
	{ name: "changed line, cold", tool: shelfread, args: since, exits: 0 },
	{ name: "changed line, warm", tool: shelfread, args: [...since, cache("since")], exits: 0, warm: true },
	{ name: "all, cold", tool: shelfread, args: offline, exits: 1 },
	{
		name: "all, another line",
		tool: shelfread,
		args: [...offline, cache("edited")],
		exits: 1,
		warm: true,
		change: addLine,
	},
	{ name: "all, unchanged", tool: shelfread, args: [...offline, cache("all")], exits: 1, warm: true },
];

/** One changed line in a large tree. */
export const pullRequest: Scenario = async function* ({ runs = RUNS, sizes, wants, patience, scratch }) {
	for (const files of sizes.length === 0 ? FILES : sizes) {
		const root = join(scratch, `tree-${files}`);
		commitTree(root, growTree({ files, medianLength: MEDIAN_LENGTH }));
		addLine(root);
		const results = await compete(
			contestants.filter(({ name }) => wants(name)),
			{ runs, patience, scratch, cwd: root, after: (sample) => sample },
		);
		yield `### One line in ${files} files\n\nRuns of each: ${runs}.`;
		yield tableOf(results, costs);
	}
};
