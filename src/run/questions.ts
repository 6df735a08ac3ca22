import { type Inside, inspectFile, type Wants } from "../check/files.ts";
import type { Options } from "../config/settings.ts";
import { isLfs } from "../input/git.ts";
import { pathFrom } from "../input/path.ts";
import { readBytes } from "../input/read.ts";
import { type Selection, selectFiles } from "../input/select.ts";
import { among } from "../resolve/path.ts";
import { type Survey, surveyTree } from "../resolve/survey.ts";
import type { BaselineEntry } from "../suppress/baseline.ts";
import { readBaseline } from "./baseline-file.ts";
import { cacheFiles } from "./cache-files.ts";
import { type GitHistory, type Lost, readHistory, readPapers } from "./history.ts";

/**
 * All that a run asks of the disk and of git, where nothing is compared with a base. What is asked for and what is answered can be
 * written as JSON, or is bytes.
 */
export interface Questions {
	/** @throws {ConfigError} when there is none where the options name one. */
	baseline(): Promise<readonly BaselineEntry[]>;
	/** Asked once, as is `survey`. */
	select(): Promise<Selection>;
	survey(): Promise<Survey>;
	/** Of a document. Paths are relative to the root of the selection. Standard input can be read once. */
	bytes(path: string): Promise<Uint8Array>;
	inspect(path: string, wants: Wants): Promise<Inside>;
	history(from: { readonly base?: string | undefined }): Promise<GitHistory>;
	/** The arXiv identifiers of those that carry a stamp, by path. */
	papers(lost: readonly Lost[]): Promise<readonly (readonly [path: string, identifier: string])[]>;
}

/** Where the questions are asked. */
interface Place {
	/** Absolute. */
	readonly cwd: string;
	readonly stdin?: AsyncIterable<Uint8Array> | undefined;
	readonly repositoryUrl?: string | undefined;
}

export function questionsOf(options: Options, { cwd, stdin, repositoryUrl }: Place): Questions {
	const select = once(() => selectIn(cwd, options));
	return {
		baseline: () => readBaseline(options, cwd),
		select,
		survey: once(async () => {
			const { root, workTree } = await select();
			const survey = await surveyTree({ root, cwd, workTree, repositoryUrl });
			const isOwn = among(keptOf(options, cwd, root));
			return { ...survey, entries: survey.entries.filter(({ path }) => !isOwn(path)) };
		}),
		bytes: async (path) => readBytes((await select()).root, path, stdin),
		async inspect(path, wants) {
			const { root } = await select();
			const { htmlIds } = await import("../parse/index.ts");
			return inspectFile(path, wants, { root, htmlAnchors: htmlIds, isLfs: (file) => isLfs(root, file) });
		},
		history: async ({ base }) => readHistory((await select()).root, base),
		papers: async (lost) => readPapers(lost, (await select()).root),
	};
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
	let answer: Promise<T> | undefined;
	return () => (answer ??= ask());
}

/** What runs keep for each other is no part of the tree: with it, the first one would see another tree than the second. */
async function selectIn(cwd: string, options: Options): Promise<Selection> {
	const selection = await selectFiles({ cwd, paths: options.paths });
	const { root, workTree } = selection;
	if (workTree === undefined) return selection;
	const isOwn = among(keptOf(options, cwd, root));
	const paths = workTree.paths.filter(({ path, status }) => status !== "untracked" || !isOwn(path));
	return { ...selection, workTree: { ...workTree, paths } };
}

/** The files of the cache, relative to the root. */
function keptOf({ cache }: Options, cwd: string, root: string): string[] {
	return cache === false ? [] : Object.values(cacheFiles(cache, cwd)).map((file) => pathFrom(root, file));
}
