import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Contestant, compete } from "../contest.ts";
import { addLine, commitTree } from "../repository.ts";
import type { Scenario } from "../scenario.ts";
import { costs, median, short, tableOf } from "../table.ts";
import { lychee, markdownLinkCheck, remark, shelfread, validateLinks } from "../tools.ts";
import { growTree } from "../tree.ts";

const RUNS = 3;
const MEGABYTES = [3, 30];
const MEDIAN_LENGTH = 7_000;
/** Half of the files are shorter than the median, but the longest make the mean. Bytes. */
const MEAN_LENGTH = 11_800;

const offline = ["--no-config", "--offline", "--quiet"];
/** Beside the tree, not in it. */
const cache = (name: string): string => `--cache=../${name}.json`;
const IGNORING = "ignoring.json";

const checkers: readonly Contestant[] = [
	{ name: "shelfread, cold", tool: shelfread, args: offline, exits: 1 },
	{
		name: "shelfread, a line changed",
		tool: shelfread,
		args: [...offline, cache("edited")],
		exits: 1,
		warm: true,
		change: addLine,
	},
	{
		name: "shelfread, unchanged",
		tool: shelfread,
		args: [...offline, cache("unchanged")],
		exits: 1,
		warm: true,
	},
	{ name: "lychee", tool: lychee, args: ["--offline", "--no-progress", "."], exits: 2 },
	{
		name: "lychee, fragments too",
		tool: lychee,
		args: ["--offline", "--include-fragments", "--no-progress", "."],
		exits: 2,
	},
	{
		name: "markdown-link-check",
		tool: markdownLinkCheck,
		args: ["--quiet", `--config=../${IGNORING}`, "."],
		exits: 1,
	},
	{
		name: "remark-validate-links",
		tool: remark,
		args: [".", "--quiet", "--frail", "--no-stdout", "--use", `${validateLinks}=repository:false`],
		exits: 1,
	},
];

/** The local links of a tree; those to the web are skipped. */
export const tree: Scenario = async function* ({ runs = RUNS, sizes, wants, patience, scratch }) {
	writeFileSync(join(scratch, IGNORING), JSON.stringify({ ignorePatterns: [{ pattern: "^https?:" }] }));
	for (const megabytes of sizes.length === 0 ? MEGABYTES : sizes) {
		const root = join(scratch, `tree-${megabytes}`);
		const files = Math.round((megabytes * 1e6) / MEAN_LENGTH);
		const bytes = commitTree(root, growTree({ files, medianLength: MEDIAN_LENGTH }));
		const results = await compete(
			checkers.filter(({ name }) => wants(name)),
			{ runs, patience, scratch, cwd: root, after: (sample) => sample },
		);
		yield `### ${short(bytes / 1e6)} MB in ${files} files\n\nRuns of each: ${runs}.`;
		yield tableOf(results, [
			...costs,
			{
				head: "MB a second",
				cell: ({ samples }) => short(bytes / 1e6 / median(samples.map(({ wall }) => wall))),
			},
		]);
	}
};
