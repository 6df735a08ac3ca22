import { relative, resolve } from "node:path";
import { type Clock, systemClock } from "./check/clock.ts";
import { type FileAccess, observeFile } from "./check/files.ts";
import type { Web } from "./check/http/web.ts";
import type { Lookers } from "./check/observe.ts";
import { isExcluded } from "./config/pattern.ts";
import { ConfigError } from "./config/problem.ts";
import type { Options } from "./config/settings.ts";
import { version } from "./config/version.ts";
import { findCopy } from "./hosts/wayback.ts";
import { isForeign } from "./input/list.ts";
import { posix } from "./input/path.ts";
import { selectFiles } from "./input/select.ts";
import type { LinkReport, Reason, Report, ResolvedLink, RunError, Target } from "./model.ts";
import { isMarkdown } from "./naming/format.ts";
import { assembleReport, flatten } from "./report/assemble.ts";
import { resolveLink } from "./resolve/link.ts";
import { loadShelf } from "./resolve/load.ts";
import type { Shelf } from "./resolve/shelf.ts";
import type { RuleContext } from "./rules/rule.ts";
import { Archive } from "./run/archive.ts";
import { readBaseline, writeBaseline } from "./run/baseline-file.ts";
import { fileAccess, openDocuments } from "./run/documents.ts";
import { type Examined, Examiner } from "./run/examine.ts";
import { recallMissing } from "./run/history.ts";
import { repair, wantsRepair } from "./run/repair.ts";
import type { Revision } from "./run/revision.ts";
import { stopAfter } from "./run/stop.ts";
import { openCacheFor, openWebFor } from "./run/web.ts";
import { wishesOf } from "./run/wishes.ts";

/** What surrounds a run: everything that it does not decide itself. */
export interface World {
	/** Absolute. Paths among the options are relative to it. */
	readonly cwd: string;
	/** The file that the options `ignore` come from, if they come from one. */
	readonly config?:
		| {
				/** Relative to `cwd`, or absolute. */
				readonly file: string;
				/** True when the run is over all documents that the file is for, so that what ignores nothing is of no use. */
				readonly whole: boolean;
		  }
		| undefined;
	readonly stdin?: AsyncIterable<Uint8Array>;
	/** Where the checked repository is on the web, for where git has no remote `origin` to tell. */
	readonly repositoryUrl?: string | undefined;
	/** Stops the run; what is known by then is reported. */
	readonly signal?: AbortSignal;
	readonly clock?: Clock;
	/** Called whenever a link has been looked at. */
	readonly onProgress?: (progress: Progress) => void;
	/** Called once for each link of the report, as soon as its verdict is final; after fixing, when that is done. */
	readonly onLink?: ((link: LinkReport) => void) | undefined;
}

/** How far a run is. */
export interface Progress {
	readonly links: number;
	readonly done: number;
	/** Hosts that links wait for. */
	readonly waiting: ReturnType<Web["waiting"]>;
}

/** What a run gives back. */
export interface Audit {
	/** What is left after fixing. */
	readonly report: Report;
	/** Absolute: the folder that the paths in the report are relative to. */
	readonly root: string;
	/** The documents that were edited; with `fix-dry-run`, those that would be. */
	readonly revisions: readonly Revision[];
}

/**
 * One run, from paths to a report. What goes wrong with an input is in the report; it rejects on a bug, and before anything is
 * looked at with a ConfigError when the options cannot be followed.
 */
export async function audit(options: Options, world: World): Promise<Audit> {
	const { cwd, repositoryUrl } = world;
	if (wantsRepair(options) && options.paths.includes("-")) throw new ConfigError([onlyFilesAreFixed]);
	const baseline = await readBaseline(options, cwd);
	const { root, files, errors: inputErrors } = await selectFiles({ cwd, paths: options.paths });
	const [documents, tree] = await Promise.all([
		openDocuments(root, files, world.stdin),
		loadShelf({ root, cwd, repositoryUrl }),
	]);
	const shelf = await recallMissing(tree, documents.parsed, root);
	const errors = [...inputErrors, ...documents.errors];

	const clock = world.clock ?? systemClock;
	const cache = await openCacheFor(options, {
		cwd,
		now: clock.now,
		verdicts: (seen) => examiner.judgeAll(seen),
	});
	const stop = stopAfter(options.deadline, clock, world.signal);
	const web = openWebFor(options, clock, stop.signal, cache);
	const examiner: Examiner = new Examiner({
		resolve: (link) => resolveLink(link, shelf),
		web,
		archive: options.suggest ? new Archive((url) => findCopy(url, web.ask)) : undefined,
		lookers: (parsed) => lookersOf(options, web, fileAccess(root, shelf.repository, parsed)),
		onBug: (target, error) => errors.push(bugAt(target, error)),
		onLook: (done, links) => world.onProgress?.({ links, done, waiting: web.waiting() }),
		surroundings: { home: shelf.home, ...holdings(shelf, files) },
		wishes: wishesOf(options, { now: clock.now(), shelf, baseline, config: configIn(root, world) }),
	});
	// What is going to be fixed has no final place yet.
	const onLink = wantsRepair(options) ? undefined : world.onLink;
	const first = await examiner.examine(documents.parsed, (link) => onLink?.(flatten(link)));
	const repaired = await repair(first, options, {
		root,
		examine: (parsed) => examiner.examine(parsed),
		signal: world.signal,
	});
	const { examined, errors: baselineErrors } = await renewBaseline(repaired.examined, options, world);
	const incomplete = stop.signal.aborted;
	stop.clear();
	await web.close();
	errors.push(...((await cache?.close(examined.online)) ?? []), ...repaired.errors, ...baselineErrors);

	const report = assembleReport({
		environment: { version, network: options.network, online: examined.online, incomplete },
		documents: examined.documents.length,
		unread: 0,
		links: examined.links,
		targets: examined.targets,
		requests: web.requests(),
		findings: examined.findings,
		suppressed: examined.silenced,
		stale: examined.stale,
		errors,
	});
	if (wantsRepair(options)) for (const link of report.links) world.onLink?.(link);
	return { report, root, revisions: repaired.revisions };
}

/** Paths in findings are relative to the root. */
function configIn(root: string, { cwd, config }: World) {
	return config && { path: posix(relative(root, resolve(cwd, config.file))), whole: config.whole };
}

/** Makes what was found the new baseline, if it is to be one: then nothing is left to report. */
async function renewBaseline(
	examined: Examined,
	{ "write-baseline": file }: Options,
	{ cwd, signal }: World,
): Promise<{ readonly examined: Examined; readonly errors: readonly RunError[] }> {
	if (file === undefined || signal?.aborted) return { examined, errors: [] };
	const error = await writeBaseline(file, cwd, examined.baseline);
	if (error !== undefined) return { examined, errors: [error] };
	const { findings, silenced } = examined;
	return {
		examined: { ...examined, findings: [], silenced: silenced + findings.length, stale: 0 },
		errors: [],
	};
}

/** Rules hear of the tree's files when all its own Markdown is read: what is not might refer to any of them. */
function holdings({ files }: Shelf, read: readonly string[]): Pick<RuleContext, "files"> {
	const known = new Set(read);
	const isUnread = (path: string) => isMarkdown(path) && !isForeign(path) && !known.has(path);
	return files.some(isUnread) ? {} : { files };
}

function lookersOf(options: Options, web: Web, access: FileAccess): Lookers {
	return {
		web: (target, anchors) => web.look(target, anchors && options.fragments),
		file: (target, wants) => observeFile(target, wants, access),
		skip: (link) => reasonToSkip(link, options),
	};
}

function reasonToSkip(link: ResolvedLink, options: Options): Reason | undefined {
	if (isExcluded(link, options)) return "excluded";
	return link.target.kind === "http" && options.network === "none" ? "offline" : undefined;
}

const onlyFilesAreFixed = {
	message: "--fix: expected files, found - (standard input)",
	help: "write the text into a file, or leave out --fix",
};

function bugAt({ key }: Target, error: unknown): RunError {
	return {
		code: "bug",
		message: `looking at ${key} ran into a bug of shelfread's own: ${error instanceof Error ? error.message : String(error)}`,
		help: "Report it, with the link.",
		fatal: true,
	};
}
