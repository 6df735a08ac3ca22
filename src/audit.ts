import { type Clock, systemClock } from "./check/clock.ts";
import { observeFile } from "./check/files.ts";
import type { Web } from "./check/http/web.ts";
import { observeTargets } from "./check/observe.ts";
import type { Options } from "./config/options.ts";
import { isExcluded } from "./config/pattern.ts";
import { version } from "./config/version.ts";
import { fileAccess, openDocuments } from "./documents.ts";
import { collectFindings } from "./findings.ts";
import { recallMoves } from "./history.ts";
import { selectFiles } from "./input/select.ts";
import { judge, withoutBodies, withoutNetwork } from "./judge/judge.ts";
import type {
	JudgedLink,
	Link,
	Observation,
	Reason,
	Report,
	ResolvedLink,
	RunError,
	Target,
} from "./model.ts";
import { assembleReport } from "./report/assemble.ts";
import { resolveLink } from "./resolve/link.ts";
import { loadShelf } from "./resolve/load.ts";
import { groupByTarget } from "./resolve/targets.ts";
import { stopAfter } from "./stop.ts";
import { openCacheFor, openWebFor } from "./web.ts";

/** What surrounds a run: everything that it does not decide itself. */
export interface World {
	/** Absolute. Paths among the options are relative to it. */
	readonly cwd: string;
	readonly stdin?: AsyncIterable<Uint8Array>;
	/** Where the checked repository is on the web, for where git has no remote `origin` to tell. */
	readonly repositoryUrl?: string | undefined;
	/** Stops the run; what is known by then is reported. */
	readonly signal?: AbortSignal;
	readonly clock?: Clock;
	/** Called whenever a link has been looked at. */
	readonly onProgress?: (progress: Progress) => void;
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
	readonly report: Report;
	/** Absolute: the folder that the paths in the report are relative to. */
	readonly root: string;
}

/** One run, from paths to a report. What goes wrong with an input is in the report; it rejects only on a bug. */
export async function audit(options: Options, world: World): Promise<Audit> {
	const { cwd, repositoryUrl } = world;
	const { root, files, errors: inputErrors } = await selectFiles({ cwd, paths: options.paths });
	const [documents, tree] = await Promise.all([
		openDocuments(root, files, world.stdin),
		loadShelf({ root, cwd, repositoryUrl }),
	]);
	const shelf = await recallMoves(tree, documents.parsed, root);
	const links = documents.parsed.flatMap((parsed) => parsed.links.map((link) => resolveLink(link, shelf)));
	const targets = groupByTarget(links);
	const errors = [...inputErrors, ...documents.errors];

	const clock = world.clock ?? systemClock;
	const stop = stopAfter(options.deadline, clock, world.signal);
	const verdicts = (seen: Observation) => (targets.get(seen.key) ?? []).map((link) => judge(link, seen));
	const cache = await openCacheFor(options, { cwd: world.cwd, now: clock.now, verdicts });
	const web = openWebFor(options, clock, stop.signal, cache);
	const access = fileAccess(root, shelf.repository, documents.parsed);
	const judged = new Map<Link, JudgedLink>();
	await observeTargets(
		targets,
		{
			web: (target, anchors) => web.look(target, anchors && options.fragments),
			file: (target, wants) => observeFile(target, wants, access),
			skip: (link) => reasonToSkip(link, options),
		},
		{
			onObservation(link, observation) {
				const verdict = judge(link, observation);
				judged.set(link.link, { ...link, verdict, observation: withoutBodies(observation) });
				world.onProgress?.({ links: links.length, done: judged.size, waiting: web.waiting() });
			},
			onBug: (target, error) => errors.push(bugAt(target, error)),
		},
	);
	const online = await web.online();
	const incomplete = stop.signal.aborted;
	stop.clear();
	await web.close();
	errors.push(...((await cache?.close(online)) ?? []));

	// Looks end in any order; documents have one.
	const outcome = links
		.flatMap(({ link }) => judged.get(link) ?? [])
		.map((one) => (online ? one : rejudgeOffline(one)));
	const { findings, silenced } = collectFindings(
		{ documents: documents.parsed, links: outcome, home: shelf.home },
		{ severities: options.rules, ignores: [], today: dayOf(clock.now()) },
	);
	const report = assembleReport({
		environment: { version, network: options.network, online, incomplete },
		documents: documents.parsed.length,
		links: outcome,
		targets: targets.size,
		requests: web.requests(),
		findings,
		suppressed: silenced,
		stale: 0,
		errors,
	});
	return { report, root };
}

function dayOf(milliseconds: number): string {
	return new Date(milliseconds).toISOString().slice(0, 10);
}

function reasonToSkip(link: ResolvedLink, options: Options): Reason | undefined {
	if (isExcluded(link, options)) return "excluded";
	return link.target.kind === "http" && options.network === "none" ? "offline" : undefined;
}

function rejudgeOffline(link: JudgedLink): JudgedLink {
	// What an earlier run saw does not rest on this run's network.
	if (link.observation.kind === "http" && link.observation.seenAt !== undefined) return link;
	const observation = withoutNetwork(link.observation);
	return observation === link.observation
		? link
		: { ...link, observation, verdict: judge(link, observation) };
}

function bugAt({ key }: Target, error: unknown): RunError {
	return {
		code: "bug",
		message: `looking at ${key} ran into a bug of shelfread's own: ${error instanceof Error ? error.message : String(error)}`,
		help: "Report it, with the link.",
		fatal: true,
	};
}
