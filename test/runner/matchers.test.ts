import { expect, test } from "vitest";
import { propose } from "./proposal.ts";
import { runStep } from "./step.ts";
import { openWeb } from "./web.ts";

/** How ESLint writes of a line, and how the runner knows it from then on when a job has set up Node. */
const ofEslint = /^\s+\d+:\d+\s+(error|warning|info)\s+.*\s\s\S/m;

test("the log is not taken for ESLint's", async () => {
	const { event, workspace } = propose({}, { "README.md": "[a](https://web.test/gone)\n\n[b](b.md)\n" });
	const { log } = await runStep({ workspace, event, internet: await openWeb() });
	const seen = log.replace(/\u001b\[\d+m/g, "");
	expect(seen).toContain("names no file or folder  local-target\n");
	expect(seen).not.toMatch(ofEslint);
});
