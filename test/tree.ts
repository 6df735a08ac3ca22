import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { type WorkTree, WorkTrees } from "../src/input/work-tree.ts";

/** Paths and contents; `-> target` makes a symbolic link. */
export type Tree = Readonly<Record<string, string | Uint8Array>>;

/** A new folder with these files, gone when the test is over. Its path has no symbolic links. */
export function makeFolder(tree: Tree): string {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), "shelfread-")));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	addFiles(folder, tree);
	return folder;
}

/** The same as a git repository that tracks all of them. */
export function makeRepository(tree: Tree): string {
	const folder = makeFolder(tree);
	runGit(folder, "init", "--quiet");
	runGit(folder, "add", "--all");
	return folder;
}

export function addFiles(folder: string, tree: Tree): void {
	for (const [path, content] of Object.entries(tree)) {
		const file = join(folder, path);
		mkdirSync(dirname(file), { recursive: true });
		if (typeof content === "string" && content.startsWith("-> ")) symlinkSync(content.slice(3), file);
		else writeFileSync(file, content);
	}
}

/** Git as on a machine without any configuration. */
export function runGit(folder: string, ...args: string[]): void {
	const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
	const settings = [
		"init.defaultBranch=main",
		"user.name=Ada",
		"user.email=ada@example.org",
		"protocol.file.allow=always",
	];
	execFileSync("git", [...settings.flatMap((setting) => ["-c", setting]), ...args], {
		cwd: folder,
		env,
		stdio: ["ignore", "ignore", "inherit"],
	});
}

/** The git work tree that a folder is in. */
export async function workTreeOf(folder: string): Promise<WorkTree | undefined> {
	return (await new WorkTrees().around(folder)).tree;
}
