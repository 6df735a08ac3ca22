import { Parser } from "htmlparser2";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { expect, test } from "vitest";
import { controls } from "../../src/report/clean.ts";
import { markdown } from "../../src/report/markdown.ts";
import fc from "../property.ts";
import { anyText } from "./hostile.ts";
import * as samples from "./samples.ts";

const { page } = samples;

/** The tags of the rendered page in their order, links with where they lead. */
function tags(source: string): string[] {
	const found: string[] = [];
	const parser = new Parser({
		onopentag: (name, { href }) => found.push(href === undefined ? name : `${name} ${href}`),
	});
	parser.end(
		micromark(source, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true }),
	);
	return found;
}

test("a clean run is a heading and a line", () => {
	expect(markdown.render(samples.clean, page)).toBe("## ✅ 3 of 3 links verified in 2 files: no findings\n");
});

test("errors of the run, findings by severity, reasons folded", () => {
	expect(
		markdown.render(samples.mixed, { ...page, blobUrl: "https://github.com/ann/list/blob/1234abc" }),
	).toBe(
		String.raw`## ❌ 6 of 13 links verified in 12 files: 4 errors, 1 warning, 1 info; 1 run error

~~~mermaid
pie showData
    title 13 links by verdict
    "alive" : 1
    "moved" : 1
    "dead" : 4
    "unsure" : 6
    "skipped" : 1
~~~

### What could not be done (1)

| Where | Error | Code |
| --- | --- | --- |
| docs\/old\.md | docs\/old\.md is not UTF\-8\: byte 0xE9 at offset 120<br>Save the file as UTF\-8\. | invalid\-encoding |

### Errors (4)

| Where | Finding | Rule |
| --- | --- | --- |
| [README\.md\:9\:14](https://github.com/ann/list/blob/1234abc/README.md?plain=1#L9) | https\:\/\/x\.test\/gone answered 404 Not Found \(2 tries\)<br>Remove the link\, or point it at where the page went\. | dead\-link |
| [README\.md\:104\:7](https://github.com/ann/list/blob/1234abc/README.md?plain=1#L104) | papers\/2020\-T5\.PDF differs in letter case from papers\/2020\-T5\.pdf\, the file in the tree<br>Write the path exactly as the file is named\: it opens on macOS and Windows only\. | local\-target |
| [README\.md\:105\:7](https://github.com/ann/list/blob/1234abc/README.md?plain=1#L105) | https\:\/\/uploads\-ssl\.webflow\.com\/60fd4503684b466578c0d307\/61138924626a6981ee09caf6\_jurassic\_tech\_paper\.pdf cannot be reached\: uploads\-ssl\.webflow\.com is no host \(2 tries\) | dead\-link |
| [文档\/阅读清单\.md\:7\:5](https://github.com/ann/list/blob/1234abc/%E6%96%87%E6%A1%A3/%E9%98%85%E8%AF%BB%E6%B8%85%E5%8D%95.md?plain=1#L7) | 论文\/大型语言模型综述\.pdf is missing\; 论文\/大语言模型综述\.pdf has a similar name<br>Correct the name\, or add the file\. | local\-target |

### Warnings (1)

| Where | Finding | Rule |
| --- | --- | --- |
| [文档\/阅读清单\.md\:31\:1](https://github.com/ann/list/blob/1234abc/%E6%96%87%E6%A1%A3/%E9%98%85%E8%AF%BB%E6%B8%85%E5%8D%95.md?plain=1#L31) | The definition \[综述\] is used nowhere | unused\-definition |

### Info (1)

| Where | Finding | Rule |
| --- | --- | --- |
| [README\.md\:12\:5](https://github.com/ann/list/blob/1234abc/README.md?plain=1#L12) | https\:\/\/github\.com\/openai\/gpt\-2\-simple moved for good to https\:\/\/github\.com\/minimaxir\/gpt\-2\-simple | moved\-link |

<details><summary>Unsure: 6 links</summary>

| Links | Reason | Hosts |
| --- | --- | --- |
| 5 | bot-wall | medium\.com 2\, a\.test 1\, b\.test 1 and 1 more host |
| 1 | timeout | slow\.test 1 |

</details>

<details><summary>Skipped: 1 link</summary>

| Links | Reason | Hosts |
| --- | --- | --- |
| 1 | private-address | 127\.0\.0\.1\:8000 1 |

</details>

<details><summary>Suggestions: 4 edits</summary>

~~~diff
@@ README.md:12:5 moved-link @@
-https://github.com/openai/gpt-2-simple
+https://github.com/minimaxir/gpt-2-simple
@@ README.md:104:7 local-target @@
-papers/2020-T5.PDF
+papers/2020-T5.pdf
@@ 文档/阅读清单.md:7:5 local-target @@
-论文/大型语言模型综述.pdf
+论文/大语言模型综述.pdf
@@ 文档/阅读清单.md:31:1 unused-definition @@
-[综述]:
-  papers/survey.pdf
~~~

</details>
`.replaceAll("~~~", "```"),
	);
});

test("what the run compares with, and what was there before", () => {
	const { mixed } = samples;
	const report = {
		...mixed,
		environment: {
			...mixed.environment,
			base: { name: "feature/*x*<b>@ann", commit: "0123456789abcdef0123456789abcdef01234567" },
		},
		stats: { ...mixed.stats, preExisting: { error: 2, warning: 0, info: 1 } },
	};
	const name = "feature\\/\\*x\\*\\<b\\>\\@\u200bann";
	expect(markdown.render(report, page).split("\n").slice(0, 4)).toEqual([
		`## ❌ 6 of 13 links verified in 12 files: 4 errors, 1 warning, 1 info since ${name}, 3 pre-existing; 1 run error`,
		"",
		`Compared with ${name} (0123456). Pre-existing, and no reason to fail: 2 errors, 1 info.`,
		"",
	]);
});

test("why there is nothing to compare with is text like any other", () => {
	const base = { name: "main", unknown: "there is no `main` | <b>" };
	const report = { ...samples.clean, environment: { ...samples.clean.environment, base } };
	expect(markdown.render(report, page)).toBe(
		"## ⚠️ 3 of 3 links verified in 2 files (nothing to compare with, so everything is checked: there is no \\`main\\` \\| \\<b\\>): no findings\n",
	);
});

test("text from outside adds no markup to the page", () => {
	const blobUrl = "https://github.com/ann/list/blob/1234abc";
	const shape = (source: string): string[] => tags(source).map((tag) => tag.replace(/\/1234abc\/.*/, ""));
	const expected = shape(markdown.render(samples.echoing("harmless"), { ...page, blobUrl }));
	fc.assert(
		fc.property(anyText, (foreign) => {
			const output = markdown.render(samples.echoing(foreign), { ...page, blobUrl });
			expect(output.replaceAll("\n", "").match(controls)).toBeNull();
			expect(shape(output)).toEqual(expected);
		}),
	);
});

test("a link to a line survives any name", () => {
	const output = markdown.render(samples.echoing("a (b)/100% #1?.md"), {
		...page,
		blobUrl: "https://x.test/blob/1",
	});
	expect(tags(output)).toContain("a https://x.test/blob/1/a%20%28b%29/100%25%20%231%3F.md?plain=1#L1");
});

test("a page of GitHub's size, cut at a row's border", () => {
	const findings = samples.many.findings.flatMap((finding) =>
		Array(4).fill({ ...finding, message: "é".repeat(2000) }),
	);
	const output = markdown.render({ ...samples.many, findings }, page);
	const rows = output.match(/^\| README.* \|$/gm)?.length ?? 0;
	const size = new TextEncoder().encode(output).length;
	expect(size).toBeLessThanOrEqual(900 * 1024);
	expect(size).toBeGreaterThan(890 * 1024);
	expect(output).toContain(`**${1200 - rows} rows left out**`);
});

test("suggestions give way before findings do", () => {
	const before = "`".repeat(2000);
	const { findings } = samples.many;
	const [at] = findings;
	if (at === undefined) throw new Error("the sample has findings");
	const span = {
		start: { line: at.line, column: at.column, offset: 2 },
		end: { line: at.line, column: at.column + before.length, offset: 2 + before.length },
	};
	const suggested = findings.map((finding) => ({
		...finding,
		suggestion: { span, before, text: "é".repeat(2000), safe: true },
	}));
	const output = markdown.render({ ...samples.many, findings: suggested }, page);
	const edits = output.match(/^@@/gm)?.length ?? 0;
	expect(new TextEncoder().encode(output).length).toBeLessThanOrEqual(900 * 1024);
	expect(output.match(/^\| README.* \|$/gm)).toHaveLength(300);
	expect(edits).toBeGreaterThan(100);
	expect(output).toContain(`**${300 - edits} rows left out**`);
	expect(tags(output).filter((tag) => tag === "pre")).toHaveLength(1);
});
