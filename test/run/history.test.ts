import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { parseDocument } from "../../src/parse/index.ts";
import { loadShelf } from "../../src/resolve/load.ts";
import { recallMoves } from "../../src/run/history.ts";
import { reportOf } from "../run.ts";
import { addFiles, makeFolder, makeRepository, runGit } from "../tree.ts";

vi.stubEnv("GIT_CONFIG_GLOBAL", "/dev/null");
vi.stubEnv("GIT_CONFIG_NOSYSTEM", "1");

const paper = (title: string): string => `%PDF-1.7\n${`${title}\n`.repeat(50)}%%EOF\n`;

/** Where the links of a README lead, of which none is there. */
async function recall(root: string, ...links: readonly string[]): Promise<Record<string, unknown>> {
	const text = links.map((link) => `- [x](<${link}>)\n`).join("");
	const readme = parseDocument({ path: "README.md", text, format: "markdown" });
	const shelf = await recallMoves(await loadShelf({ root, cwd: root }), [readme], root);
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
