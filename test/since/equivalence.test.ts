import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { audit } from "../../src/audit.ts";
import { defaultLayer, mergeSettings } from "../../src/config/merge.ts";
import type { Options } from "../../src/config/settings.ts";
import type { Finding, Report } from "../../src/model.ts";
import { isMarkdown } from "../../src/naming/format.ts";
import { options } from "../../src/run/setup.ts";
import { changedLines } from "../../src/since/lines.ts";
import fc from "../property.ts";
import { addFiles, makeFolder, runGit } from "../tree.ts";
import { type Files, type Scene, scenes, written } from "./scenes.ts";

/** Each takes about half a second. */
const SCENES = 40;

async function check(cwd: string, own: Partial<Options> = {}): Promise<Report> {
	const said = { origin: "the test", settings: { network: "none", ...own } } as const;
	const { settings } = mergeSettings(defaultLayer(options), said);
	return (await audit(settings, { cwd })).report;
}

function makeBase({ before }: Scene): string {
	const folder = makeFolder(written(before));
	runGit(folder, "init", "--quiet");
	runGit(folder, "add", "--all");
	runGit(folder, "commit", "--quiet", "--message=Base");
	return folder;
}

function change(folder: string, { before, now, staged }: Scene): void {
	for (const path of before.keys()) rmSync(join(folder, path));
	addFiles(folder, written(now));
	if (staged) runGit(folder, "add", "--all");
}

function introduced({ findings }: Report): string[] {
	return findings
		.filter((finding) => finding.introduced)
		.map(({ path, line, column, ruleId, message }) => `${path}:${line}:${column} ${ruleId}: ${message}`);
}

/** Findings by what they are about, where a document has no other line that is the same. */
function byLine({ findings }: Report, files: Files): Map<string, Finding> {
	const texts = written(files);
	return new Map(
		findings.flatMap((finding): [string, Finding][] => {
			const lines = texts[finding.path]?.split("\n") ?? [];
			const line = lines[finding.line - 1] ?? "";
			if (lines.indexOf(line) !== lines.lastIndexOf(line)) return [];
			return [[[finding.path, finding.ruleId, finding.column, line].join("\n"), finding]];
		}),
	);
}

test("a change introduces the same however much is read: what it wrote, and nothing that was wrong before", async () => {
	await fc.assert(
		fc.asyncProperty(scenes, async (scene) => {
			const cwd = makeBase(scene);
			const base = byLine(await check(cwd), scene.before);
			change(cwd, scene);
			const narrow = await check(cwd, { since: "HEAD" });
			const whole = await check(cwd, { since: "HEAD", "pre-existing": "report" });
			expect(introduced(narrow)).toEqual(introduced(whole));

			const [before, now] = [written(scene.before), written(scene.now)];
			for (const [about, finding] of byLine(whole, scene.now)) {
				const { path, line, ruleId } = finding;
				// Only documents have lines that somebody writes.
				if (before[path] === undefined || !isMarkdown(path)) continue;
				if (changedLines(before[path], now[path] ?? "").has(line))
					expect({ about, introduced: finding.introduced }).toEqual({ about, introduced: true });
				// What was in a PDF before, and where a symbolic link led, nobody looks at: it was well then.
				else if (base.has(about) && ruleId !== "pdf" && !about.includes("</alias."))
					expect({ about, introduced: finding.introduced }).toEqual({ about, introduced: false });
			}
		}),
		{ numRuns: SCENES },
	);
}, 300_000);
