import { expect, test } from "vitest";
import { propose } from "./proposal.ts";
import { runStep } from "./step.ts";
import { openWeb } from "./web.ts";

/** What actions/setup-node makes the runner look for in the output of all later steps: the last line of each pattern. */
const patterns: Readonly<Record<string, RegExp>> = {
	"eslint-stylish": /^\s+(\d+):(\d+)\s+(error|warning|info)\s+(.*)\s\s+(.*)$/m,
	"eslint-compact": /^(.+):\sline\s(\d+),\scol\s(\d+),\s(Error|Warning|Info)\s-\s(.+)\s\((.+)\)$/m,
	tsc: /^([^\s].*)[(:](\d+)[,:](\d+)(?:\):\s+|\s+-\s+)(error|warning|info)\s+TS(\d+)\s*:\s*(.*)$/m,
};

test("the log is not taken for that of another program", async () => {
	const { event, workspace } = propose({}, { "README.md": "[a](https://web.test/gone)\n\n[b](b.md)\n" });
	const { log } = await runStep({ workspace, event, internet: await openWeb() });
	const seen = log.replace(/\u001b\[\d+m/g, "");
	expect(seen).toContain("names no file or folder  local-target\n");
	for (const pattern of Object.values(patterns)) expect(seen).not.toMatch(pattern);
});
