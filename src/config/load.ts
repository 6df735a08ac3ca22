import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { staysInside } from "./inside.ts";
import type { OptionTable } from "./options.ts";
import { ConfigError } from "./problem.ts";
import { rebase } from "./rebase.ts";
import type { Settings } from "./settings.ts";

const fileNames = [".shelfread.yml", ".shelfread.yaml"];

/** Far more than any configuration needs: 1 MiB. */
const MOST_BYTES = 1_048_576;

export interface LoadedConfig {
	/** As it was given, or relative to the working directory, with slashes. */
	readonly file: string;
	/** Paths in them are relative to the working directory. */
	readonly settings: Partial<Settings>;
}

/**
 * Loads the configuration file that is named, or the nearest one: in `cwd`, else in a folder above it up to the
 * repository's root. Undefined when there is none, or none is wanted (`named` is false).
 *
 * @throws {ConfigError} when it cannot be read, or for everything that is wrong with it.
 */
export async function loadConfig(
	cwd: string,
	named: string | false | undefined,
	table: OptionTable,
): Promise<LoadedConfig | undefined> {
	if (named === false) return undefined;
	const path = named === undefined ? findConfig(cwd) : resolve(cwd, named);
	if (path === undefined) return undefined;
	const file = named ?? posix(relative(cwd, path));
	const folder = dirname(path);
	const stays = (named: string): boolean => staysInside(folder, resolve(folder, named));
	const text = readText(path, file);
	// Most trees have no configuration, and then nobody waits for a parser of YAML.
	const { readConfig } = await import("./read.ts");
	const settings = readConfig(text, file, table, stays);
	return { file, settings: rebase(settings, posix(relative(cwd, folder))) };
}

function findConfig(cwd: string): string | undefined {
	for (let folder = resolve(cwd); ; folder = dirname(folder)) {
		const here = fileNames.map((name) => join(folder, name)).filter((path) => existsSync(path));
		if (here.length > 1) {
			const where = posix(relative(cwd, folder)) || ".";
			const message = `holds both ${fileNames.join(" and ")}`;
			throw new ConfigError([{ where, message, help: "keep one of them" }]);
		}
		if (here[0] !== undefined) return here[0];
		// A worktree or a submodule has a file of this name.
		if (existsSync(join(folder, ".git")) || dirname(folder) === folder) return undefined;
	}
}

function readText(path: string, file: string): string {
	const refuse = (message: string, help?: string) =>
		new ConfigError([{ where: file, message, ...(help === undefined ? {} : { help }) }]);
	let bytes: Uint8Array;
	try {
		const stats = statSync(path);
		// A device or a pipe might never end.
		if (!stats.isFile()) throw refuse("is not a file", withoutFile);
		if (stats.size > MOST_BYTES) throw refuse("is larger than 1 MiB");
		bytes = readFileSync(path);
	} catch (error) {
		if (error instanceof ConfigError) throw error;
		const { code, message } = error as NodeJS.ErrnoException;
		throw code === "ENOENT"
			? refuse("does not exist", withoutFile)
			: refuse(`cannot be read: ${message}`, withoutFile);
	}
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		throw refuse("is not UTF-8", "save it in that encoding");
	}
}

const withoutFile = "--no-config runs without a configuration file";

function posix(path: string): string {
	return path.split(sep).join("/");
}
