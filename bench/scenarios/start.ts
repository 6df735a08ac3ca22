import { compete } from "../contest.ts";
import type { Scenario } from "../scenario.ts";
import { costs, tableOf } from "../table.ts";
import { node, shelfread } from "../tools.ts";

const RUNS = 20;

const contestants = [
	{ name: "node alone", tool: node, args: ["-e", "0"], exits: 0 },
	{ name: "shelfread, version", tool: shelfread, args: ["--version"], exits: 0 },
	{ name: "shelfread, help", tool: shelfread, args: ["--help"], exits: 0 },
];

/** How long it takes until there is anything to see. */
export const start: Scenario = async function* ({ runs = RUNS, wants, patience, scratch }) {
	const chosen = contestants.filter(({ name }) => wants(name));
	const results = await compete(chosen, {
		runs,
		patience,
		scratch,
		cwd: scratch,
		after: (sample) => sample,
	});
	yield `Runs of each: ${runs}.`;
	yield tableOf(results, costs);
};
