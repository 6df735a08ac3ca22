import { expect, test } from "vitest";
import { propose } from "./proposal.ts";
import { runStep } from "./step.ts";
import { openWeb } from "./web.ts";

test("of 300 new dead links nine are annotated, the others are counted, and the summary has them all", async () => {
	const numbers = Array.from({ length: 300 }, (_, index) => index + 1);
	const text = numbers.map((number) => `[page](https://web.test/gone/${number})\n`).join("\n");
	const { base, event, workspace } = propose({}, { "README.md": text });
	const internet = await openWeb();
	const { code, commands, outputs, summary } = await runStep({ workspace, event, internet });
	const headline = "300 of 300 links verified in 1 file: 300 errors since the base of pull request 7";
	const help = "Find where the page went, link an archived copy, or remove the link.";
	expect({ code, commands, outputs }).toEqual({
		code: 1,
		commands: [
			...numbers
				.slice(0, 9)
				.map(
					(number) =>
						`::error file=README.md,line=${number * 2 - 1},col=8,endColumn=31,title=dead-link::https://web.test/gone/${number} answers 404 (not found)%0A${help}`,
				),
			"::notice title=shelfread::291 more errors: the job summary and the formats text and json have them all.",
			`::error::${headline}`,
		],
		outputs: {
			...{ verified: "300", dead: "300", moved: "0", unsure: "0" },
			...{ findings: "300", errors: "300", "pre-existing": "0" },
			report: "shelfread-report.json",
		},
	});
	const blob = "https://github.test/ada/shelf/blob/SHA/README.md?plain=1";
	const escapedHelp = "Find where the page went\\, link an archived copy\\, or remove the link\\.";
	expect(summary).toBe(
		[
			`## ❌ ${headline}`,
			"",
			`Compared with the base of pull request 7 (${base.slice(0, 7)}).`,
			"",
			"### Errors (300)",
			"",
			"| Where | Finding | Rule |",
			"| --- | --- | --- |",
			...numbers.map((number) => {
				const line = number * 2 - 1;
				return `| [README\\.md\\:${line}\\:8](${blob}#L${line}) | https\\:\\/\\/web\\.test\\/gone\\/${number} answers 404 \\(not found\\)<br>${escapedHelp} | dead\\-link |`;
			}),
			"",
		].join("\n"),
	);
});
