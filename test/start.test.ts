import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runCommand, type Surroundings } from "./run.ts";
import { makeFolder } from "./tree.ts";
import { Internet } from "./wire/internet.ts";

/** Packages that take long to load. */
const heavy = ["diff", "mdast-util-from-markdown", "micromark", "undici", "yaml", "zod"];

/** Those of the heavy packages that a command line loads, told by the files that V8 has seen when the process ends. */
async function loadedBy(
	args: readonly string[],
	surroundings: Pick<Surroundings, "cwd" | "internet">,
): Promise<string[]> {
	const folder = mkdtempSync(join(tmpdir(), "shelfread-start-"));
	try {
		const { code, stderr } = await runCommand(args, { ...surroundings, env: { NODE_V8_COVERAGE: folder } });
		expect([code, stderr]).toEqual([0, ""]);
		const packages = new Set(filesIn(folder).flatMap(packagesIn));
		return heavy.filter((name) => packages.has(name));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function filesIn(coverage: string): string[] {
	return readdirSync(coverage).flatMap((name) => {
		const { result } = JSON.parse(readFileSync(join(coverage, name), "utf8")) as {
			readonly result: readonly { readonly url: string }[];
		};
		return result.flatMap(({ url }) => (url.startsWith("file:") ? [fileURLToPath(url)] : []));
	});
}

/** A file belongs to a package, or the bundler says of each module in it where it comes from. */
function packagesIn(file: string): string[] {
	const modules = [file, ...(readFileSync(file, "utf8").match(/^\/\/ .+\.[cm]?[jt]s$/gm) ?? [])];
	return modules.flatMap((module) => /.*\bnode_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(module)?.[1] ?? []);
}

const parser = ["mdast-util-from-markdown", "micromark"];

test.each<[args: readonly string[], files: Readonly<Record<string, string>>, loaded: readonly string[]]>([
	[["--version"], {}, []],
	[["--help"], {}, ["zod"]],
	[["rules"], {}, ["zod"]],
	[["list"], { "a.md": "[b](https://b.test/)\n" }, [...parser, "zod"]],
	[["--offline"], { "a.md": "[b](https://b.test/)\n" }, ["diff", ...parser, "zod"]],
	[[], { "a.md": "[b](b.md)\n", "b.md": "" }, ["diff", ...parser, "zod"]],
	[["--offline"], { "a.md": "# A\n", ".shelfread.yml": "retries: 1\n" }, ["diff", ...parser, "yaml", "zod"]],
])("%j loads what it needs", async (args, files, loaded) => {
	expect(await loadedBy(args, { cwd: makeFolder(files) })).toEqual(loaded);
});

test("the first web link loads undici", async () => {
	const internet = await Internet.open({ "b.test": (_, response) => response.end("b") });
	try {
		const cwd = makeFolder({ "a.md": "[b](https://b.test/)\n" });
		expect(await loadedBy([], { cwd, internet })).toEqual(["diff", ...parser, "undici", "zod"]);
	} finally {
		await internet.close();
	}
});
