import { describe, expect, test } from "vitest";
import { clean, controls } from "../../src/report/clean.ts";
import { text } from "../../src/report/text.ts";
import fc from "../property.ts";
import { anyText } from "./hostile.ts";
import * as samples from "./samples.ts";

const { page } = samples;

function lines(...parts: string[]): string {
	return `${parts.join("\n")}\n`;
}

test("a clean run is two lines", () => {
	expect(text.render(samples.clean, page)).toBe(
		lines("✓ 3 of 3 links verified in 2 files: no findings", "  3 alive"),
	);
});

test("a run without links is one", () => {
	expect(text.render(samples.empty, page)).toBe(lines("✓ 0 of 0 links verified in 1 file: no findings"));
});

test("findings by file, aligned and wrapped, then errors of the run, then the summary", () => {
	expect(text.render(samples.mixed, page)).toBe(
		lines(
			"README.md",
			"   9:14  error    https://x.test/gone answered 404 Not Found (2 tries)",
			"                  dead-link",
			"                  help: Remove the link, or point it at where the page went.",
			"   12:5  info     https://github.com/openai/gpt-2-simple moved for good to",
			"                  https://github.com/minimaxir/gpt-2-simple  moved-link",
			"                  - https://github.com/openai/gpt-2-simple",
			"                  + https://github.com/minimaxir/gpt-2-simple",
			"  104:7  error    papers/2020-T5.PDF differs in letter case from",
			"                  papers/2020-T5.pdf, the file in the tree  local-target",
			"                  help: Write the path exactly as the file is named: it opens on",
			"                        macOS and Windows only.",
			"                  - papers/2020-T5.PDF",
			"                  + papers/2020-T5.pdf",
			"  105:7  error    https://uploads-ssl.webflow.com/60fd4503684b466578c0d307/61138924626a6981ee09caf6_jurassic_tech_paper.pdf",
			"                  cannot be reached: uploads-ssl.webflow.com is no host (2",
			"                  tries)  dead-link",
			"",
			"文档/阅读清单.md",
			"    7:5  error    论文/大型语言模型综述.pdf is missing; 论文/大语言模型综述.pdf",
			"                  has a similar name  local-target",
			"                  help: Correct the name, or add the file.",
			"                  - 论文/大型语言模型综述.pdf",
			"                  + 论文/大语言模型综述.pdf",
			"   31:1  warning  The definition [综述] is used nowhere  unused-definition",
			"",
			"What could not be done",
			"  warning  docs/old.md is not UTF-8: byte 0xE9 at offset 120  invalid-encoding",
			"           help: Save the file as UTF-8.",
			"",
			"✗ 6 of 13 links verified in 12 files: 4 errors, 1 warning, 1 info; 1 run error",
			"  1 alive, 1 moved, 4 dead, 6 unsure, 1 skipped",
			"  unsure",
			"    5  bot-wall  medium.com 2, a.test 1, b.test 1 and 1 more host",
			"    1  timeout   slow.test 1",
			"  skipped",
			"    1  private-address  127.0.0.1:8000 1",
		),
	);
});

test("without a network the first line of the summary says what is not verified", () => {
	expect(text.render(samples.noNetwork, page)).toBe(
		lines(
			"! 1 of 3 links verified in 1 file (no network: 2 web links not verified): no findings",
			"  1 alive, 2 unsure",
			"  unsure",
			"    2  no-network  arxiv.org 2",
		),
	);
});

describe("quiet", () => {
	test("error findings and one line of summary", () => {
		const output = text.render(samples.documented, { ...page, quiet: true, verbose: true });
		expect(output).toBe(
			lines(
				"README.md",
				"  9:14  error    https://x.test/gone answered 404 (2 tries)  dead-link",
				"                 help: Remove the link, or point it at where the page went.",
				"",
				"✗ 2 of 3 links verified in 2 files: 1 error, 1 info",
			),
		);
	});

	test("errors of the run are only counted", () => {
		expect(text.render(samples.stopped, { ...page, quiet: true })).toBe(
			lines(
				"✗ 1 of 3 links verified in 1 file (stopped early: 1 link not reached): no findings; 1 run error",
			),
		);
	});
});

test("verbose adds every link with its verdict", () => {
	expect(text.render(samples.documented, { ...page, verbose: true })).toBe(
		lines(
			"README.md",
			"  9:14  dead     https://x.test/gone (404)  not-found",
			"  9:14  error    https://x.test/gone answered 404 (2 tries)  dead-link",
			"                 help: Remove the link, or point it at where the page went.",
			"  12:5  moved    http://x.test/a -> https://x.test/a (200)  permanent-redirect",
			"  12:5  info     http://x.test/a moved for good to https://x.test/a  moved-link",
			"                 - http://x.test/a",
			"                 + https://x.test/a",
			"",
			"docs/usage.md",
			"   4:8  unsure   https://medium.com/@ann/a (403, Cloudflare)  bot-wall",
			"",
			"✗ 2 of 3 links verified in 2 files: 1 error, 1 info",
			"  1 moved, 1 dead, 1 unsure",
			"  unsure",
			"    1  bot-wall  medium.com 1",
		),
	);
});

test("colours and hyperlinks change nothing but the looks", () => {
	const plain = text.render(samples.mixed, page);
	const styled = text.render(samples.mixed, { ...page, color: true, hyperlinks: "/home/ann/my list" });
	expect(styled.split("\n").map(clean)).toEqual(plain.split("\n"));
	expect(styled.split("\n")[0]).toBe(
		"\u001b]8;;file:///home/ann/my%20list/README.md\u001b\\\u001b[1mREADME.md\u001b[22m\u001b]8;;\u001b\\",
	);
	expect(styled).toContain("\u001b[31merror\u001b[39m    https://x.test/gone answered");
});

test("a path leads from the working directory, standard input leads nowhere", () => {
	const there = text.render(samples.documented, { ...page, prefix: "../" });
	expect(there.split("\n")[0]).toBe("../README.md");
	const stdin = text.render(samples.echoing("<stdin>"), { ...page, hyperlinks: "/home/ann" });
	expect(stdin.split("\n")[0]).toBe("<stdin>");
});

test("a replacement that does not fit, or that spans lines, is left to the message", () => {
	const narrow = text.render(samples.documented, { ...page, columns: 20 });
	expect(narrow).toContain("+ https://x.test/a");
	expect(text.render(samples.echoing("x".repeat(80)), page)).not.toContain("+ ");
	expect(text.render(samples.echoing("a\nb"), page)).not.toContain("+ ");
});

describe("hostile text", () => {
	const pages = fc.record({
		columns: fc.integer({ min: 1, max: 200 }),
		quiet: fc.boolean(),
		verbose: fc.boolean(),
	});

	test("neither controls the terminal nor commands a runner", () => {
		fc.assert(
			fc.property(anyText, pages, (foreign, given) => {
				const output = text.render(samples.echoing(foreign), { ...page, ...given });
				for (const line of output.split("\n")) {
					expect(line.match(controls)).toBeNull();
					expect(line).not.toMatch(/^\s*::|##\[/);
				}
			}),
		);
	});

	test("in colour, only the reporter's own sequences are left", () => {
		fc.assert(
			fc.property(anyText, (foreign) => {
				const output = text.render(samples.echoing(foreign), { ...page, color: true, hyperlinks: "/root" });
				const rest = output.replace(/\u001b\[\d+m|\u001b\]8;;(?:file:\/\/[!-~]*)?\u001b\\|\n/g, "");
				expect(rest.match(controls)).toBeNull();
			}),
		);
	});
});
