import { setMaxListeners } from "node:events";
import { type Clock, systemClock } from "./check/clock.ts";
import { observeFile } from "./check/files.ts";
import { Ended } from "./check/http/fetch.ts";
import type { Web } from "./check/http/web.ts";
import { observeTargets } from "./check/observe.ts";
import type { Options } from "./config/options.ts";
import { isExcluded } from "./config/pattern.ts";
import { version } from "./config/version.ts";
import { isLfs } from "./input/git.ts";
import { readDocument } from "./input/read.ts";
import { selectFiles } from "./input/select.ts";
import { judge, withoutBodies, withoutNetwork } from "./judge/judge.ts";
import type {
	JudgedLink,
	Observation,
	ParsedDocument,
	Reason,
	Report,
	ResolvedLink,
	Verdict,
} from "./model.ts";
import { fragmentsOf, htmlIds, parseDocument } from "./parse/index.ts";
import { assembleReport } from "./report/assemble.ts";
import { resolveLink } from "./resolve/link.ts";
import { loadShelf } from "./resolve/load.ts";
import { findFindings } from "./rules/index.ts";
import { openCacheFor, openWebFor } from "./web.ts";

/** What surrounds a run: everything that it does not decide itself. */
export interface World {
	/** Absolute. Paths among the options are relative to it. */
	readonly cwd: string;
	readonly stdin?: AsyncIterable<Uint8Array>;
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
	const selection = await selectFiles({ cwd: world.cwd, paths: options.paths });
	const [reads, shelf] = await Promise.all([
		readAll(selection.root, selection.files, world.stdin),
		loadShelf({ root: selection.root, cwd: world.cwd }),
	]);
	const documents = reads.flatMap(({ document }) =>
		document === undefined ? [] : [parseDocument(document)],
	);
	const links = documents.flatMap((parsed) => parsed.links.map((link) => resolveLink(link, shelf)));

	const clock = world.clock ?? systemClock;
	const stop = stopper(options.deadline, clock, world.signal);
	const cache = await openCacheFor(options, { cwd: world.cwd, now: clock.now, verdicts: verdictsOn(links) });
	const web = openWebFor(options, clock, stop.signal, cache);
	const files = fileAccess(selection.root, shelf.repository, documents);
	const judged: JudgedLink[] = [];
	await observeTargets(
		links,
		{
			web: (target, anchors) => web.look(target, anchors && options.fragments),
			file: (target, wants) => observeFile(target, wants, files),
			skip: (link) => reasonToSkip(link, options),
		},
		(link, observation) => {
			judged.push({ ...link, verdict: judge(link, observation), observation: withoutBodies(observation) });
			world.onProgress?.({ links: links.length, done: judged.length, waiting: web.waiting() });
		},
	);
	const online = await web.online();
	const incomplete = stop.signal.aborted;
	stop.clear();
	await web.close();
	const cacheErrors = (await cache?.close(online)) ?? [];

	const outcome = inOrder(links, online ? judged : judged.map(rejudgeOffline));
	const report = assembleReport({
		environment: { version, network: options.network, online, incomplete },
		documents: documents.length,
		links: outcome,
		targets: new Set(links.map(({ target }) => target.key)).size,
		requests: web.requests(),
		findings: findFindings({ documents, links: outcome }, options.rules),
		errors: [...selection.errors, ...reads.flatMap(({ errors }) => errors), ...cacheErrors],
	});
	return { report, root: selection.root };
}

async function readAll(root: string, files: readonly string[], stdin: World["stdin"]) {
	return Promise.all(files.map((file) => readDocument(root, file, stdin)));
}

function reasonToSkip(link: ResolvedLink, options: Options): Reason | undefined {
	if (isExcluded(link, options)) return "excluded";
	return link.target.kind === "http" && options.network === "none" ? "offline" : undefined;
}

/** Anchors of documents that were parsed anyway are not read again. */
function fileAccess(root: string, repository: "git" | "none", documents: readonly ParsedDocument[]) {
	const known = new Map(documents.map((parsed) => [parsed.document.path, parsed]));
	return {
		root,
		repository,
		htmlAnchors: htmlIds,
		isLfs: (path: string) => isLfs(root, path),
		async markdownAnchors(path: string): Promise<readonly string[]> {
			const parsed = known.get(path);
			if (parsed !== undefined) return fragmentsOf(parsed);
			const { document, errors } = await readDocument(root, path);
			if (document === undefined) throw new Error(errors[0]?.message ?? path);
			return fragmentsOf(parseDocument(document));
		},
	};
}

/** One signal for the deadline and for whoever started the run. */
function stopper(
	deadline: number,
	clock: Clock,
	signal: AbortSignal | undefined,
): { signal: AbortSignal; clear: () => void } {
	const stop = new AbortController();
	// Every request listens to it.
	setMaxListeners(0, stop.signal);
	const over = new AbortController();
	const cancel = (): void => stop.abort(new Ended("cancelled"));
	if (signal?.aborted) cancel();
	signal?.addEventListener("abort", cancel, { once: true });
	if (deadline > 0) {
		void clock.sleep(deadline * 1000, over.signal).then(() => {
			if (!over.signal.aborted) stop.abort(new Ended("deadline"));
		});
	}
	return {
		signal: stop.signal,
		clear() {
			over.abort();
			signal?.removeEventListener("abort", cancel);
		},
	};
}

/** The verdicts on all links to what was seen. */
function verdictsOn(links: readonly ResolvedLink[]): (observation: Observation) => readonly Verdict[] {
	const sharing = new Map<string, ResolvedLink[]>();
	for (const link of links) {
		const known = sharing.get(link.target.key);
		if (known === undefined) sharing.set(link.target.key, [link]);
		else known.push(link);
	}
	return (observation) => (sharing.get(observation.key) ?? []).map((link) => judge(link, observation));
}

function rejudgeOffline(link: JudgedLink): JudgedLink {
	// What an earlier run saw does not rest on this run's network.
	if (link.observation.kind === "http" && link.observation.seenAt !== undefined) return link;
	const observation = withoutNetwork(link.observation);
	return observation === link.observation
		? link
		: { ...link, observation, verdict: judge(link, observation) };
}

/** Looks end in any order; documents have one. */
function inOrder(links: readonly ResolvedLink[], judged: readonly JudgedLink[]): JudgedLink[] {
	const byLink = new Map(judged.map((one) => [one.link, one]));
	return links.flatMap(({ link }) => byLink.get(link) ?? []);
}
