import { expect, test } from "vitest";
import type { Site } from "../wire/internet.ts";
import { propose } from "./proposal.ts";
import { runStep } from "./step.ts";
import { openWeb, site } from "./web.ts";

const control = "\u001b";
/** What somebody may hope that a runner, a terminal or GitHub's Markdown obeys. */
const orders = `::error::b ##[add-mask]x |\`@user</details>${control}[5m`;
const file = `a\n::error::b%0A${orders},title=y::z.md`;
const text = `# ::stop-commands::x

[a
::set-output name=x::y
](<gone%0A::error::owned.md>)

[\`b\` | @user](<gone | \`such\` @user ##[add-mask]x ${control}[5m.md>)

[c](https://web.test/gone?::error::%0D%0A::add-mask::x)

[d](https://web.test/gone/@user/\`b\`|##[add-mask]x)

[e](https://web.test/moved)

[f](https://web.test/paper.pdf)
`;

/** Puts the same into its headers and its pages. */
const hostile: Site = (request, response, count) => {
	const { url } = request;
	switch (url) {
		case "/moved":
			return response.writeHead(301, { location: encodeURI(`/new/${orders}`) }).end();
		case "/paper.pdf":
			return response
				.setHeader("content-type", "text/html; x=::error::b|`@user`##[add-mask]x")
				.end(`<title>${orders}</title>`);
		default:
			return url?.startsWith("/gone")
				? response.writeHead(404, "::error::owned ##[add-mask]x").end()
				: site(request, response, count);
	}
};

test("nothing that a pull request or the web says is obeyed", async () => {
	const { base, event, workspace } = propose({}, { [file]: text });
	const internet = await openWeb(undefined, { "web.test": hostile });
	const { code, commands, outputs, summary, log } = await runStep({ workspace, event, internet });
	const headline = "6 of 6 links verified in 1 file: 5 errors, 1 info since the base of pull request 7";
	const place =
		"file=a %3A%3Aerror%3A%3Ab%250A%3A%3Aerror%3A%3Ab ##[add-mask]x |`@user</details>%2Ctitle=y%3A%3Az.md";
	const find = "Find where the page went, link an archived copy, or remove the link.";
	const correct = "Correct the path, or add the file.";
	expect({ code, commands, outputs }).toEqual({
		code: 1,
		commands: [
			`::error ${place},line=5,col=4,endColumn=28,title=local-target::gone%250A::error::owned.md names no file or folder%0A${correct}`,
			`::error ${place},line=7,col=16,endColumn=57,title=local-target::gone | \`such\` @user ##[add-mask]x .md names no file or folder%0A${correct}`,
			`::error ${place},line=9,col=5,endColumn=55,title=dead-link::https://web.test/gone?::error::%250D%250A::add-mask::x answers 404 (not found)%0A${find}`,
			`::error ${place},line=11,col=5,endColumn=50,title=dead-link::https://web.test/gone/@user/\`b\`|##[add-mask]x answers 404 (not found)%0A${find}`,
			`::error ${place},line=15,col=5,endColumn=31,title=dead-link::https://web.test/paper.pdf promises a PDF and gives a web page titled “::error::b ##[add-mask]x |\`@user</details>”%0ALink the paper's present address.`,
			`::notice ${place},line=13,col=5,endColumn=27,title=moved-link::https://web.test/moved has moved to https://web.test/new/::error::b%2520%0AWrite the new address.`,
			`::error::${headline}`,
		],
		outputs: {
			...{ verified: "6", dead: "5", moved: "1", unsure: "0" },
			...{ findings: "6", errors: "5", "pre-existing": "0" },
			report: "shelfread-report.json",
		},
	});
	const row = (line: number, column: number, message: string, help: string, rule: string): string => {
		const path =
			"a \\:\\:error\\:\\:b\\%0A\\:\\:error\\:\\:b \\#\\#\\[add\\-mask\\]x \\|\\`\\@\u200buser\\<\\/details\\>\\,title\\=y\\:\\:z\\.md";
		const address =
			"a%20%3A%3Aerror%3A%3Ab%250A%3A%3Aerror%3A%3Ab%20%23%23%5Badd-mask%5Dx%20%7C%60%40user%3C/details%3E%2Ctitle%3Dy%3A%3Az.md";
		const url = `https://github.test/ada/shelf/blob/SHA/${address}?plain=1#L${line}`;
		return `| [${path}\\:${line}\\:${column}](${url}) | ${message}<br>${help} | ${rule} |\n`;
	};
	const escapedFind = "Find where the page went\\, link an archived copy\\, or remove the link\\.";
	const escapedCorrect = "Correct the path\\, or add the file\\.";
	expect(summary).toBe(`## ❌ ${headline}

Compared with the base of pull request 7 (${base.slice(0, 7)}).

\`\`\`mermaid
pie showData
    title 6 links by verdict
    "moved" : 1
    "dead" : 5
\`\`\`

### Errors (5)

| Where | Finding | Rule |
| --- | --- | --- |
${[
	row(5, 4, "gone\\%0A\\:\\:error\\:\\:owned\\.md names no file or folder", escapedCorrect, "local\\-target"),
	row(
		7,
		16,
		"gone \\| \\`such\\` \\@\u200buser \\#\\#\\[add\\-mask\\]x \\.md names no file or folder",
		escapedCorrect,
		"local\\-target",
	),
	row(
		9,
		5,
		"https\\:\\/\\/web\\.test\\/gone\\?\\:\\:error\\:\\:\\%0D\\%0A\\:\\:add\\-mask\\:\\:x answers 404 \\(not found\\)",
		escapedFind,
		"dead\\-link",
	),
	row(
		11,
		5,
		"https\\:\\/\\/web\\.test\\/gone\\/\\@\u200buser\\/\\`b\\`\\|\\#\\#\\[add\\-mask\\]x answers 404 \\(not found\\)",
		escapedFind,
		"dead\\-link",
	),
	row(
		15,
		5,
		"https\\:\\/\\/web\\.test\\/paper\\.pdf promises a PDF and gives a web page titled “\\:\\:error\\:\\:b \\#\\#\\[add\\-mask\\]x \\|\\`\\@\u200buser\\<\\/details\\>”",
		"Link the paper\\'s present address\\.",
		"dead\\-link",
	),
].join("")}
### Info (1)

| Where | Finding | Rule |
| --- | --- | --- |
${row(
	13,
	5,
	"https\\:\\/\\/web\\.test\\/moved has moved to https\\:\\/\\/web\\.test\\/new\\/\\:\\:error\\:\\:b\\%20",
	"Write the new address\\.",
	"moved\\-link",
)}
<details><summary>Suggestions: 1 edit</summary>

\`\`\`diff
@@ a ::error::b%0A::error::b ##\u2060[add-mask]x |\`@user</details>,title=y::z.md:13:5 moved-link @@
-https://web.test/moved
+https://web.test/new/::error::b%20
\`\`\`

</details>
`);
	// Colours are the program's own.
	expect(log.replace(/\u001b\[(1|2|22|3\d)m/g, "")).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});
