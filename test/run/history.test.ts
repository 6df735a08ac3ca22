import { rmSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { parseDocument } from "../../src/parse/index.ts";
import { resolveLink } from "../../src/resolve/link.ts";
import { createShelf } from "../../src/resolve/shelf.ts";
import { surveyTree } from "../../src/resolve/survey.ts";
import { readHistory, readPapers, recallMissing } from "../../src/run/history.ts";
import { reportOf } from "../run.ts";
import { addFiles, makeFolder, makeRepository, runGit, workTreeOf } from "../tree.ts";

vi.stubEnv("GIT_CONFIG_GLOBAL", "/dev/null");
vi.stubEnv("GIT_CONFIG_NOSYSTEM", "1");

const paper = (title: string): string => `%PDF-1.7\n${`${title}\n`.repeat(50)}%%EOF\n`;

/** Where the links of a README lead, of which none is there. */
async function recall(root: string, ...links: readonly string[]): Promise<Record<string, unknown>> {
	const text = links.map((link) => `- [x](<${link}>)\n`).join("");
	const readme = parseDocument({ path: "README.md", text, format: "markdown" });
	const survey = await surveyTree({ root, cwd: root, workTree: await workTreeOf(root) });
	const tree = createShelf(survey.entries, survey);
	const resolved = readme.links.map((link) => resolveLink(link, tree));
	const shelf = await recallMissing(tree, resolved, {
		history: ({ base }) => readHistory(root, base),
		papers: (lost) => readPapers(lost, root),
	});
	return Object.fromEntries(links.map((link) => [link, shelf.find(link)]));
}

const missing = { state: "missing" };
const moved = (actual: string) => ({ ...missing, actual, likeness: "exact" });

test("git tells where files went, in commits and since the last one", async () => {
	const root = makeRepository({
		"README.md": "",
		"old/1.pdf": paper("one"),
		"old/2 two.pdf": paper("two"),
		"old/3.pdf": paper("three"),
		"old/é.pdf": paper("four"),
		"old/5.pdf": paper("five"),
	});
	const commit = (): void => runGit(root, "commit", "--quiet", "--all", "--message", "Next");
	commit();
	addFiles(root, { "x/y": "" });
	runGit(root, "mv", "old/1.pdf", "x/first.pdf");
	runGit(root, "mv", "old/3.pdf", "x/third.pdf");
	commit();
	runGit(root, "mv", "x/first.pdf", "x/primary.pdf");
	addFiles(root, { "x/third.pdf": `${paper("three")}more\n` });
	runGit(root, "mv", "x/third.pdf", "x/tertiary.pdf");
	addFiles(root, { "x/copy.pdf": paper("five") });
	runGit(root, "add", "x/copy.pdf");
	runGit(root, "rm", "--quiet", "old/5.pdf");
	commit();
	runGit(root, "mv", "old/2 two.pdf", "x/second.pdf");
	rmSync(join(root, "old/é.pdf"));

	expect(await recall(root, "old/1.pdf", "old/2 two.pdf", "old/3.pdf", "old/é.pdf", "old/5.pdf")).toEqual({
		"old/1.pdf": moved("x/primary.pdf"),
		"old/2 two.pdf": moved("x/second.pdf"),
		"old/3.pdf": { ...moved("x/tertiary.pdf"), likeness: "similar" },
		"old/é.pdf": missing,
		"old/5.pdf": moved("x/copy.pdf"),
	});
});

test("a repository without commits, and a folder without git, have nothing to tell", async () => {
	expect(await recall(makeRepository({ "README.md": "" }), "a.pdf")).toEqual({ "a.pdf": missing });
	expect(await recall(makeFolder({ "README.md": "" }), "a.pdf")).toEqual({ "a.pdf": missing });
});

test("the command corrects links to what moved, those by the repository's own URLs too", async () => {
	const url = "https://github.com/ada/shelf/blob/main/old.pdf";
	const root = makeRepository({ "README.md": `[x](old.pdf)\n<${url}>\n`, "old.pdf": paper("one") });
	runGit(root, "commit", "--quiet", "--message", "All");
	addFiles(root, { "papers/x": "" });
	runGit(root, "mv", "old.pdf", "papers/renamed.pdf");
	const runner = { GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "ada/shelf" };
	const { findings } = await reportOf(["--offline"], { cwd: root, env: runner });
	expect(findings.map(({ ruleId, suggestion }) => [ruleId, suggestion?.text, suggestion?.safe])).toEqual([
		["local-target", "papers/renamed.pdf", true],
		["local-target", "https://github.com/ada/shelf/blob/main/papers/renamed.pdf", true],
	]);
});

const stamp = "arXiv:1409.0473v7  [cs.CL]  19 May 2016";

/** A PDF whose first page shows this text, with so much after it. */
function pdfWith(text: string, rest = 0): Buffer {
	const page = deflateSync(`BT /F1 20 Tf (${text}) Tj ET`);
	const head = `%PDF-1.5\n4 0 obj\n<< /Length ${page.length} /Filter /FlateDecode >>\nstream\n`;
	return Buffer.concat([
		Buffer.from(head),
		page,
		Buffer.from("\nendstream\nendobj\n"),
		Buffer.alloc(rest, "%"),
		Buffer.from("%%EOF\n"),
	]);
}

/** What is offered for each link of a README, and whether it is safe. */
async function offers(root: string): Promise<unknown[]> {
	const { findings } = await reportOf(["--offline"], { cwd: root });
	return findings
		.filter(({ ruleId }) => ruleId === "local-target")
		.map(({ data, suggestion }) => [data.url, suggestion?.text, suggestion?.safe]);
}

const page = "https://arxiv.org/abs/1409.0473";

test("a deleted paper is offered from arXiv when it carried the stamp", async () => {
	const root = makeRepository({
		"README.md": [
			"committed.pdf#page=3",
			"staged.pdf",
			"uncommitted.pdf",
			"renamed, then gone.pdf",
			"long.pdf",
			"without.pdf",
			"pointer.pdf",
			"never.pdf",
			"stamped.txt",
		]
			.map((path) => `- [x](<${path}>)\n`)
			.join(""),
		"committed.pdf": pdfWith(`${stamp}) Tj (1`),
		"staged.pdf": pdfWith(`${stamp}) Tj (2`),
		"uncommitted.pdf": pdfWith(`${stamp}) Tj (3`),
		"renamed, then gone.pdf": pdfWith(`${stamp}) Tj (4`),
		"long.pdf": pdfWith(stamp, 2 ** 20),
		"without.pdf": pdfWith("See arXiv:1409.0473v7"),
		"pointer.pdf": "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n",
		"stamped.txt": pdfWith(`${stamp}) Tj (5`),
	});
	const commit = (): void => runGit(root, "commit", "--quiet", "--all", "--message", "Next");
	commit();
	runGit(root, "mv", "renamed, then gone.pdf", "else.pdf");
	commit();
	for (const path of ["committed", "else", "long", "without", "pointer"]) rmSync(join(root, `${path}.pdf`));
	rmSync(join(root, "stamped.txt"));
	commit();
	runGit(root, "rm", "--quiet", "staged.pdf");
	rmSync(join(root, "uncommitted.pdf"));

	expect(await offers(root)).toEqual([
		["committed.pdf#page=3", page, false],
		["staged.pdf", page, false],
		["uncommitted.pdf", page, false],
		["renamed, then gone.pdf", page, false],
		["long.pdf", page, false],
		["without.pdf", undefined, undefined],
		["pointer.pdf", undefined, undefined],
		["never.pdf", undefined, undefined],
		["stamped.txt", undefined, undefined],
	]);
});

test("a paper that is still in the tree is offered from there; one with a similar name is another", async () => {
	const root = makeRepository({
		"README.md": "[a](old.pdf) [b](copied.pdf) [c](deep/namesake.pdf) [d](1409.0473.pdf)\n",
		"old.pdf": pdfWith(`${stamp}) Tj (1`),
		"copied.pdf": pdfWith(`${stamp}) Tj (2`),
		"deep/namesake.pdf": pdfWith(`${stamp}) Tj (3`),
		"1409.0473.pdf": pdfWith(`${stamp}) Tj (4`),
		"1409.0474.pdf": paper("another"),
	});
	runGit(root, "commit", "--quiet", "--message", "All");
	runGit(root, "mv", "old.pdf", "new.pdf");
	addFiles(root, { "copy.pdf": pdfWith(`${stamp}) Tj (2`), "namesake.pdf": paper("anew") });
	runGit(root, "add", "--all");
	runGit(root, "rm", "--quiet", "copied.pdf", "deep/namesake.pdf", "1409.0473.pdf");
	runGit(root, "commit", "--quiet", "--message", "Next");
	expect(await offers(root)).toEqual([
		["old.pdf", "new.pdf", true],
		["copied.pdf", "copy.pdf", true],
		["deep/namesake.pdf", "namesake.pdf", true],
		["1409.0473.pdf", page, false],
	]);
});
