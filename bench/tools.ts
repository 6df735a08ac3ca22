import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** A program that takes part. */
export interface Tool {
	readonly name: string;
	/** Undefined when it is not installed. */
	readonly version: string | undefined;
	/** The program, and the arguments that come first. */
	readonly start: readonly string[];
}

const root = join(import.meta.dirname, "..");
const peers = join(import.meta.dirname, "peers");

export const node: Tool = { name: "node", version: process.versions.node, start: [process.execPath] };
export const git: Tool = { name: "git", version: answerOf("git", "--version"), start: ["git"] };
export const shelfread: Tool = scriptOf("shelfread", root, "lib/bin.js");
export const linkinator: Tool = packageOf("linkinator", "build/src/cli.js");
export const markdownLinkCheck: Tool = packageOf("markdown-link-check", "markdown-link-check");
export const remark: Tool = packageOf("remark-cli", "cli.js");
export const lychee: Tool = binaryOf("lychee", join(peers, "python/bin/lychee"));

/** Absolute: the plugin for remark that checks links to files and headings. */
export const validateLinks: string = join(peers, "node_modules/remark-validate-links/index.js");

/** A command line as a reader of the results can repeat it. */
export function spell(command: readonly string[]): string {
	return command.map((word) => word.replace(process.execPath, "node").replace(/^\/.*/, fromRoot)).join(" ");
}

function fromRoot(path: string): string {
	return relative(root, path);
}

function packageOf(name: string, script: string): Tool {
	return scriptOf(name, join(peers, "node_modules", name), script);
}

function scriptOf(name: string, folder: string, script: string): Tool {
	const manifest = join(folder, "package.json");
	return {
		name,
		version: existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")).version : undefined,
		start: [process.execPath, join(folder, script)],
	};
}

function binaryOf(name: string, path: string): Tool {
	return { name, version: existsSync(path) ? answerOf(path, "--version") : undefined, start: [path] };
}

/** The version in what a program says about itself. */
function answerOf(program: string, argument: string): string | undefined {
	return /\d+(?:\.\d+)+/.exec(execFileSync(program, [argument], { encoding: "utf8" }))?.[0];
}
