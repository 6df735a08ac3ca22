import { appendFileSync, existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import type { Clock } from "../../../src/check/clock.ts";
import { defaultLayer, mergeSettings } from "../../../src/config/merge.ts";
import type { Options } from "../../../src/config/settings.ts";
import type { Report } from "../../../src/model.ts";
import { auditAgain } from "../../../src/run/last-run/again.ts";
import { options } from "../../../src/run/setup.ts";
import fc from "../../property.ts";
import { addFiles, makeFolder, makeRepository, runGit, type Tree } from "../../tree.ts";

vi.stubEnv("GIT_CONFIG_GLOBAL", "/dev/null");
vi.stubEnv("GIT_CONFIG_NOSYSTEM", "1");

const pdf = (text: string): string => `%PDF-1.7\n${text}\n${"x".repeat(3000)}%%EOF`;
const paged = (pages: number): string => `%PDF-1.7\n<</Linearized 1/L 53/N ${pages}>>\nendobj\n.....%%EOF`;
const day = 86_400_000;

/** Everything that the report of an offline run can rest on has a part in it. */
const tree = {
	"README.md":
		"# A\n\n- [b](docs/b.md#b)\n- [c](notes/c.md#c): not checked itself\n- [page](page.html#first)\n" +
		"- [Paper](paper.pdf#page=2)\n- [large](large.pdf)\n- [was moved](old.pdf)\n- [was lost](lost.pdf)\n" +
		"- [own](https://github.com/ada/list/blob/main/docs/b.md)\n- [linked](link.md)\n- [ignored](a.tmp)\n" +
		"- [gone](gone.md) [gone](gone2.md)\n- [web](https://example.org/a)\n",
	"docs/b.md": "# B\n\n[a](../README.md#a) [up](../../x.md)\n",
	"notes/c.md": "# C\n",
	"page.html": "<p id=first>",
	"paper.pdf": paged(7),
	"large.pdf": "version https://git-lfs.github.com/spec/v1\n",
	"old.pdf": pdf("old"),
	"papers/new.pdf": pdf("old"),
	"lost.pdf": pdf("lost"),
	"link.md": "-> docs/b.md",
	"a.tmp": "",
	".gitignore": "*.tmp\n",
};

interface World {
	readonly cwd: string;
	/** What the run is told to do. */
	own: Partial<Options>;
	now: number;
}

function makeWorld(): World {
	const cwd = makeRepository(tree);
	runGit(cwd, "commit", "--quiet", "--message=First");
	runGit(cwd, "rm", "--quiet", "old.pdf", "lost.pdf");
	runGit(cwd, "commit", "--quiet", "--message=Second");
	const ignore = [{ path: "README.md", url: "gone2.md", reason: "soon", until: "2026-11-01" }];
	const own = { paths: ["README.md", "docs", "link.md"], ignore };
	return { cwd, own, now: Date.parse("2026-11-01T12:00:00Z") };
}

async function report({ cwd, own, now }: World, cache: string | false): Promise<Report> {
	const said = { origin: "the test", settings: { network: "none", cache, ...own } } as const;
	const { settings } = mergeSettings(defaultLayer(options), said);
	// The deadline never comes.
	const clock: Clock = { now: () => now, random: () => 0, sleep: () => new Promise(() => {}) };
	const { report } = await auditAgain(settings, {
		cwd,
		clock,
		config: { file: ".shelfread.yml", whole: false },
	});
	return JSON.parse(JSON.stringify(report)) as Report;
}

/** Ways in which a world can become another one. */
const changes: Readonly<Record<string, (world: World) => void>> = {
	"a document says more": ({ cwd }) => appendFileSync(join(cwd, "docs/b.md"), "\n[x](y.md)\n"),
	"a heading is called otherwise": ({ cwd }) => addFiles(cwd, { "docs/b.md": "# Bee\n" }),
	"a document that is not checked has another heading": ({ cwd }) => addFiles(cwd, { "notes/c.md": "# D\n" }),
	"a document is new": ({ cwd }) => addFiles(cwd, { "docs/new.md": "# New\n\n[x](gone.md)\n" }),
	"a document is gone": ({ cwd }) => rmSync(join(cwd, "docs/b.md"), { force: true }),
	"a missing file is there": ({ cwd }) => addFiles(cwd, { "gone.md": "# Here\n" }),
	"a missing file is there under another spelling": ({ cwd }) => addFiles(cwd, { "Gone.md": "# Here\n" }),
	"a page has another anchor": ({ cwd }) => addFiles(cwd, { "page.html": "<p id=last>" }),
	"a paper has fewer pages": ({ cwd }) => replacePaper(cwd, { "paper.pdf": paged(1) }),
	"a paper is cut off": ({ cwd }) => replacePaper(cwd, { "paper.pdf": "%PDF-1.7\n" }),
	"a paper is gone": ({ cwd }) => replacePaper(cwd, {}),
	"a paper is no file any more": ({ cwd }) => replacePaper(cwd, { "paper.pdf/x": "" }),
	"a pointer is one of Git LFS": ({ cwd }) => addFiles(cwd, { ".gitattributes": "*.pdf filter=lfs\n" }),
	"an ignored file is gone": ({ cwd }) => rmSync(join(cwd, "a.tmp"), { force: true }),
	"nothing is ignored": ({ cwd }) => addFiles(cwd, { ".gitignore": "" }),
	"a symbolic link leads elsewhere": ({ cwd }) => {
		rmSync(join(cwd, "link.md"), { force: true });
		addFiles(cwd, { "link.md": "-> nowhere.md" });
	},
	"a file that was moved is moved again": ({ cwd }) => {
		if (existsSync(join(cwd, ".git"))) runGit(cwd, "mv", "-k", "papers/new.pdf", "newest.pdf");
	},
	"git forgets what was": ({ cwd }) => {
		if (!existsSync(join(cwd, ".git"))) return;
		runGit(cwd, "update-ref", "-d", "HEAD");
		runGit(cwd, "commit", "--quiet", "--message=Only");
	},
	"the repository is published": ({ cwd }) => {
		if (existsSync(join(cwd, ".git")))
			runGit(cwd, "config", "remote.origin.url", "https://github.com/ada/list.git");
	},
	"a baseline silences": (world) => {
		const entry = { rule: "local-target", path: "README.md", subject: "file:gone.md", count: 1 };
		const baseline = join(makeFolder({}), "baseline.json");
		writeFileSync(baseline, JSON.stringify({ version: 1, findings: [entry] }));
		world.own = { ...world.own, baseline };
	},
	"a day goes by": (world) => {
		world.now += day;
	},
	"a rule is off": (world) => {
		world.own = { ...world.own, rules: { "local-target": "off" } };
	},
	"something is left out": (world) => {
		world.own = { ...world.own, exclude: ["gone.md"] };
	},
	"less is checked": (world) => {
		world.own = { ...world.own, paths: ["README.md"] };
	},
	"git is gone": ({ cwd }) => {
		if (existsSync(join(cwd, ".git"))) renameSync(join(cwd, ".git"), join(makeFolder({}), "git"));
	},
};

/** What is there may be a file or a folder. */
function replacePaper(cwd: string, tree: Tree): void {
	rmSync(join(cwd, "paper.pdf"), { force: true, recursive: true });
	addFiles(cwd, tree);
}

/** Runs with a cache and without are the same; the second one with a cache is repeated, unless errors came up. */
async function expectSame(world: World, cache: string): Promise<void> {
	const without = await report(world, false);
	expect(await report(world, cache)).toEqual(without);
	rmSync(`${cache}.documents`, { force: true });
	expect(await report(world, cache)).toEqual(without);
	// Who parses documents remembers them.
	expect(existsSync(`${cache}.documents`)).toBe(without.errors.length > 0);
}

test.each(Object.entries(changes))("%s, and the report is another", async (_, change) => {
	const world = makeWorld();
	const cache = join(makeFolder({}), "cache.jsonl");
	await expectSame(world, cache);
	const before = await report(world, cache);
	change(world);
	await expectSame(world, cache);
	expect(await report(world, cache)).not.toEqual(before);
});

test("whatever happens, one after the other", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.constantFrom(...Object.keys(changes)), { minLength: 2, maxLength: 5 }),
			async (names) => {
				const world = makeWorld();
				const cache = join(makeFolder({}), "cache.jsonl");
				await report(world, cache);
				for (const name of names) {
					changes[name]?.(world);
					await expectSame(world, cache);
				}
			},
		),
		{ numRuns: 12 },
	);
}, 120_000);
