import { relative, resolve } from "node:path";
import { type Clock, systemClock } from "./check/clock.ts";
import type { Web } from "./check/http/web.ts";
import { ConfigError } from "./config/problem.ts";
import type { Options } from "./config/settings.ts";
import { version } from "./config/version.ts";
import { isForeign } from "./input/list.ts";
import { posix } from "./input/path.ts";
import { decodeDocument } from "./input/read.ts";
import type { LinkReport, Report, RunError, Target } from "./model.ts";
import { isMarkdown } from "./naming/format.ts";
import { assembleReport, flatten } from "./report/assemble.ts";
import { resolveLink } from "./resolve/link.ts";
import { createShelf, type Shelf } from "./resolve/shelf.ts";
import type { RuleContext } from "./rules/rule.ts";
import { type BaseRequest, compareWith } from "./run/base.ts";
import { renewBaseline } from "./run/baseline-file.ts";
import { fileAccess } from "./run/documents.ts";
import { Examiner } from "./run/examine.ts";
import { HeadStart } from "./run/head-start.ts";
import { recallMissing } from "./run/history.ts";
import { openPast, type Past } from "./run/last-run/open.ts";
import { lookersFor } from "./run/lookers.ts";
import { openNetwork } from "./run/network.ts";
import { parserFor } from "./run/parsing/parser.ts";
import { repair } from "./run/repair.ts";
import type { Revision } from "./run/revision.ts";
import { openScope, type Scope } from "./run/scope.ts";
import { openSince } from "./run/since.ts";
import { stopAfter } from "./run/stop.ts";
import { wantsRepair } from "./run/wants-repair.ts";
import { type ConfigPlace, wishesOf } from "./run/wishes.ts";

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
	/** What to compare with, where the options name nothing: what a workflow's event tells. */
	readonly base?: BaseRequest | undefined;
	/** Stops the run; what is known by then is reported. */
	readonly signal?: AbortSignal;
	readonly clock?: Clock;
	/** Called once, when all documents are parsed. */
	readonly onParsed?: () => void;
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
 *
 * @param past How the run asks the disk and git, and what keeps it for the next one.
 */
export async function audit(
	options: Options,
	world: World,
	past: Past = openPast(options, world),
): Promise<Audit> {
	const stop = stopAfter(options.deadline, world.clock ?? systemClock, world.signal);
	try {
		return await run(options, world, past, stop.signal);
	} finally {
		stop.clear();
	}
}

async function run(
	options: Options,
	world: World,
	{ questions, lastRun }: Past,
	stop: AbortSignal,
): Promise<Audit> {
	const { cwd } = world;
	if (wantsRepair(options) && options.paths.includes("-")) throw new ConfigError([onlyFilesAreFixed]);
	const clock = world.clock ?? systemClock;
	const parser = parserFor(options, cwd);
	const baseline = await questions.baseline();
	const { root, workTree, files, errors: inputErrors } = await questions.select();
	const [comparison, shelf] = await Promise.all([
		compareWith(baseOf(options, world), root, workTree),
		questions.survey().then((survey) => createShelf(survey.entries, survey)),
	]);
	const { base, changes, error } = comparison;
	const whole = readsAll(options);
	const network = openNetwork(options, {
		...{ cwd, clock, signal: stop },
		verdicts: (seen) => headStart.judgeAll(seen) ?? examiner.judgeAll(seen),
	});
	const { web } = network;
	const headStart = new HeadStart(options, (link) => resolveLink(link, shelf), {
		look: web.look,
		open: network.open,
	});
	const read = (path: string) => decodeDocument(path, questions.bytes(path));
	const source = { root, files, read, parser, headStart };
	const scope = await openScope({ ...source, shelf, changes, whole });
	world.onParsed?.();
	const saved = parser.save();
	const errors = [...inputErrors, ...(error === undefined ? [] : [error]), ...scope.errors];

	const surroundings = { home: shelf.home, ...holdings(shelf, scope.unread === 0 ? files : []) };
	const config = configIn(root, world, scope);
	const wishes = wishesOf(options, { now: clock.now(), shelf, baseline, config });
	const reading = { read, inspect: questions.inspect };
	const since = changes && (await openSince({ reading, changes, shelf, scope, surroundings, wishes }));
	const examiner: Examiner = new Examiner({
		shelf,
		recall: (links) => recallMissing(shelf, links, questions, base?.commit),
		web,
		archive: network.archive,
		lookers: (parsed) =>
			lookersFor(options, {
				look: (target, ids) => headStart.look(target, ids),
				access: fileAccess(shelf.repository, parsed, reading),
				touched: since?.touchedIn(parsed),
			}),
		onBug: (target, error) => errors.push(bugAt(target, error)),
		onLook: (done, links) => world.onProgress?.({ links, done, waiting: web.waiting() }),
		surroundings,
		wishes,
		since,
	});
	// What is going to be fixed has no final place yet.
	const onLink = wantsRepair(options) ? undefined : world.onLink;
	const first = await examiner.examine(scope.parsed, (link) => onLink?.(flatten(link)));
	const repaired = await repair(first, options, {
		root,
		examine: (parsed) => examiner.examine(parsed),
		signal: world.signal,
	});
	const { examined, errors: baselineErrors } = await renewBaseline(repaired.examined, options, world);
	const incomplete = stop.aborted;
	const late = [await network.close(examined.online), await saved, repaired.errors, baselineErrors];
	errors.push(...late.flat());

	const report = assembleReport({
		environment: {
			version,
			network: options.network,
			...(base && { base }),
			online: examined.online,
			incomplete,
		},
		documents: examined.documents.length,
		unread: scope.unread,
		links: examined.links,
		targets: examined.targets,
		requests: web.requests(),
		findings: examined.findings.filter(({ introduced }) => introduced || options["pre-existing"] !== "hide"),
		suppressed: examined.silenced,
		stale: examined.stale,
		errors,
	});
	if (wantsRepair(options)) for (const link of report.links) world.onLink?.(link);
	const unkept = (await lastRun?.keep({ root, report })) ?? [];
	return {
		report: { ...report, errors: [...report.errors, ...unkept] },
		root,
		revisions: repaired.revisions,
	};
}

/** What somebody asks for goes before what an event tells. */
function baseOf({ since }: Options, { base }: World): BaseRequest | undefined {
	return since === undefined ? base : { name: since, ref: since };
}

/** Whether what did not change is to be looked at, too. */
function readsAll({ network, "pre-existing": preExisting, "write-baseline": baseline }: Options): boolean {
	return network === "all" || network === "auto" || preExisting === "report" || baseline !== undefined;
}

/** Paths in findings are relative to the root. */
function configIn(root: string, { cwd, config }: World, { unread }: Scope): ConfigPlace | undefined {
	if (config === undefined) return undefined;
	return { path: posix(relative(root, resolve(cwd, config.file))), whole: config.whole && unread === 0 };
}

/** Rules hear of the tree's files when all its own Markdown is read: what is not might refer to any of them. */
function holdings({ files }: Shelf, read: readonly string[]): Pick<RuleContext, "files"> {
	const known = new Set(read);
	const isUnread = (path: string) => isMarkdown(path) && !isForeign(path) && !known.has(path);
	return files.some(isUnread) ? {} : { files };
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
