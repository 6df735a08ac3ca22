import { describe, expect, test } from "vitest";
import { runCommand } from "../run.ts";
import { makeFolder } from "../tree.ts";

const markdown = [
	"# Shelf",
	"## Papers",
	"- [Attention](https://a.test/) needs [heads](https://b.test/#h)",
	"- **T5**",
	"  - [Paper](papers/t5.pdf)",
	"  - GitHub",
	"    - [t5x](https://c.test/)",
	"",
].join("\n");

const lines = (...texts: string[]): string => texts.map((text) => `${text}\n`).join("");

describe("shelfread list", () => {
	test("prints links, and looks at none of them", async () => {
		const cwd = makeFolder({ "a.md": markdown, "b/c.md": "<https://d.test/>\n![e](f.png)\n" });
		expect(await runCommand(["list"], { cwd })).toEqual({
			code: 0,
			stdout: lines(
				"a.md:3:15  link  https://a.test/  Attention",
				"a.md:3:46  link  https://b.test/#h  heads",
				"a.md:5:13  link  papers/t5.pdf  Paper",
				"a.md:7:13  link  https://c.test/  t5x",
				"b/c.md:1:2  autolink  https://d.test/  https://d.test/",
				"b/c.md:2:6  image  f.png  e",
			),
			stderr: "",
		});
	});

	test("prints entries with their sections and links", async () => {
		const cwd = makeFolder({ "docs/a.md": markdown });
		const { stdout } = await runCommand(["list", "--entries", "a.md"], { cwd: `${cwd}/docs` });
		expect(stdout).toBe(
			lines(
				"a.md:3:4  Attention  (Shelf › Papers)",
				"  primary  https://a.test/",
				"  secondary  https://b.test/#h",
				"a.md:4:5  T5  (Shelf › Papers)",
				"  Paper  papers/t5.pdf",
				"  GitHub  https://c.test/",
			),
		);
	});

	test("prints JSON lines", async () => {
		const cwd = makeFolder({ "a.md": "- [A](https://a.test/)\n" });
		const of = async (...flags: string[]): Promise<unknown[]> => {
			const { stdout } = await runCommand(["list", "--jsonl", ...flags], { cwd });
			return stdout
				.trimEnd()
				.split("\n")
				.map((line) => JSON.parse(line));
		};
		const path = "a.md";
		const url = "https://a.test/";
		expect(await of()).toEqual([
			{ path, line: 1, column: 7, endLine: 1, endColumn: 22, kind: "link", url, text: "A" },
		]);
		expect(await of("--entries")).toEqual([
			{
				path,
				line: 1,
				column: 4,
				endLine: 1,
				endColumn: 5,
				kind: "item",
				title: "A",
				section: [],
				depth: 1,
				links: [{ line: 1, column: 3, role: "primary", url, text: "A" }],
			},
		]);
	});

	test("lets nothing through that a terminal or a runner would obey", async () => {
		const stdin = "# \u001b[2J&#x202e;x\n- [a\u001b[31m\u0007b](c\u009bd)\n- [x\n  ::error::y](z)\n";
		for (const flags of [[], ["--entries"], ["--jsonl"], ["--entries", "--jsonl"]]) {
			const { stdout } = await runCommand(["list", "-", ...flags], { cwd: makeFolder({}), stdin });
			expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]|^\s*::/m);
			expect(stdout).toContain("z");
		}
	});

	test("says what it cannot read, and lists the rest", async () => {
		const cwd = makeFolder({ "a.md": "[a](b)\n" });
		expect(await runCommand(["list", "a.md", "gone.md"], { cwd })).toEqual({
			code: 2,
			stdout: "a.md:1:5  link  b  a\n",
			stderr: "shelfread: there is no file or folder gone.md\n",
		});
	});
});
