import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runCommand, type Surroundings } from "./run.ts";
import { addFiles, makeFolder, makeRepository, runGit } from "./tree.ts";
import { Internet } from "./wire/internet.ts";

/** Packages, and a module of ours, that nobody should wait for in vain: loading them with all that they need takes long. */
const heavy = [
	"diff",
	"mdast-util-from-markdown",
	"micromark",
	"src/check/http/client.ts",
	"undici",
	"yaml",
	"zod",
];

/** Which of these a command line loads, told by the files that V8 has seen when the process ends. */
async function loadedBy(
	args: readonly string[],
	surroundings: Pick<Surroundings, "cwd" | "internet">,
): Promise<string[]> {
	const folder = mkdtempSync(join(tmpdir(), "shelfread-start-"));
	try {
		const { code, stderr } = await runCommand(args, { ...surroundings, env: { NODE_V8_COVERAGE: folder } });
		expect([code, stderr]).toEqual([0, ""]);
		const loaded = new Set(filesIn(folder).flatMap(namesIn));
		return heavy.filter((name) => loaded.has(name));
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

/** The packages and the modules of ours in a file: the bundler says of each where it comes from. */
function namesIn(file: string): string[] {
	const modules = [file, ...(readFileSync(file, "utf8").match(/(?<=^\/\/ ).+\.[cm]?[jt]s$/gm) ?? [])];
	return modules.map((module) => /.*\bnode_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(module)?.[1] ?? module);
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

test("the first web link that is asked loads the network", async () => {
	const internet = await Internet.open({ "b.test": (_, response) => response.end("b") });
	try {
		const cwd = makeRepository({ "a.md": "[b](https://b.test/)\n" });
		runGit(cwd, "commit", "--quiet", "--message=All");
		addFiles(cwd, { "a.md": "[b](https://b.test/)\n\n[a](a.md)\n" });
		expect(await loadedBy(["--since=HEAD"], { cwd, internet })).toEqual(["diff", ...parser, "zod"]);
		const network = ["src/check/http/client.ts", "undici"];
		expect(await loadedBy([], { cwd, internet })).toEqual(["diff", ...parser, ...network, "zod"]);
	} finally {
		await internet.close();
	}
});
