import { type Inside, inspectFile, type Wants } from "../check/files.ts";
import type { Options } from "../config/settings.ts";
import { isLfs } from "../input/git.ts";
import { type ReadResult, readDocument } from "../input/read.ts";
import { type Selection, selectFiles } from "../input/select.ts";
import { htmlIds } from "../parse/index.ts";
import { type Survey, surveyTree } from "../resolve/survey.ts";
import type { BaselineEntry } from "../suppress/baseline.ts";
import { readBaseline } from "./baseline-file.ts";
import { type GitHistory, type Lost, readHistory, readPapers } from "./history.ts";

/**
 * All that a run asks of the disk and of git, where nothing is compared with a base. What is asked for and what is answered can be
 * written as JSON.
 */
export interface Questions {
	/** @throws {ConfigError} when there is none where the options name one. */
	baseline(): Promise<readonly BaselineEntry[]>;
	select(): Promise<Selection>;
	survey(): Promise<Survey>;
	/** Paths are relative to the root of the selection. Standard input can be read once. */
	read(path: string): Promise<ReadResult>;
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
	let selection: Promise<Selection> | undefined;
	const select = () => (selection ??= selectFiles({ cwd, paths: options.paths }));
	return {
		baseline: () => readBaseline(options, cwd),
		select,
		async survey() {
			const { root, workTree } = await select();
			return surveyTree({ root, cwd, workTree, repositoryUrl });
		},
		read: async (path) => readDocument((await select()).root, path, stdin),
		async inspect(path, wants) {
			const { root } = await select();
			return inspectFile(path, wants, { root, htmlAnchors: htmlIds, isLfs: (file) => isLfs(root, file) });
		},
		history: async ({ base }) => readHistory((await select()).root, base),
		papers: async (lost) => readPapers(lost, (await select()).root),
	};
}
