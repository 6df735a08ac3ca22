import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { applyPatch, parsePatch, reversePatch } from "diff";
import * as z from "zod";
import { readDocument } from "../input/read.ts";
import type { Changes, FileChange } from "../model.ts";
import { isMarkdown } from "../naming/format.ts";
import type { ChangeQuery } from "./event.ts";

/** A repository as its API knows it. */
export interface Api {
	/** Absolute, without its last slash: `https://api.github.com`. */
	readonly url: string;
	/** `owner/name`. */
	readonly repository: string;
	/** It goes to `url` and nowhere else; empty where there is none. */
	readonly token: string;
}

/** As many as a page of the API has at most. */
const PER_PAGE = 100;
/** Of more files of a pull request (https://docs.github.com/rest/pulls/pulls#list-pull-requests-files), and of a comparison, the API does not tell. */
const MAX_PULL_FILES = 3000;
const MAX_COMPARED_FILES = 300;
/** In milliseconds, for one answer. */
const TIMEOUT = 30_000;

const file = z.object({
	filename: z.string(),
	status: z.string(),
	/** Lines; none of a file that is the same, or that is no text to GitHub. */
	changes: z.int(),
	previous_filename: z.string().optional(),
	patch: z.string().optional(),
});
type File = z.infer<typeof file>;

/** Asks the API what changed. Undefined when it does not know, or not all of it. Never rejects. */
export async function changesFromApi(
	api: Api,
	query: ChangeQuery,
	root: string,
): Promise<Changes | undefined> {
	const files = await (query.paged ? askPages(api, query) : askComparison(api, query)).catch(() => undefined);
	if (files === undefined) return undefined;
	const changes = files.map(changeOf);
	if (!(await isTreeOf(root, changes))) return undefined;
	const texts = await Promise.all(
		files.map(async (one) => [pathBefore(one), await textBefore(root, one)] as const),
	);
	return {
		files: changes,
		texts: new Map(texts.filter((pair): pair is [string, string] => pair[1] !== undefined)),
	};
}

/** Whether the files may be those of the tree: it may be another repository's, or be in a folder of its own. */
async function isTreeOf(root: string, changes: readonly FileChange[]): Promise<boolean> {
	const paths = changes.flatMap(({ path }) => path ?? []);
	const found = await Promise.all(paths.map((path) => lstat(join(root, path)).catch(() => undefined)));
	return paths.length === 0 || found.some((file) => file !== undefined);
}

async function askPages(api: Api, { path, files }: ChangeQuery): Promise<File[] | undefined> {
	if (files !== undefined && files > MAX_PULL_FILES) return undefined;
	const found: File[] = [];
	for (let page = 1; page <= MAX_PULL_FILES / PER_PAGE; page++) {
		const answer = z.array(file).parse(await ask(api, `${path}?per_page=${PER_PAGE}&page=${page}`));
		found.push(...answer);
		if (answer.length < PER_PAGE) return found;
	}
	return files === MAX_PULL_FILES ? found : undefined;
}

async function askComparison(api: Api, { path }: ChangeQuery): Promise<File[] | undefined> {
	const { files } = z.object({ files: z.array(file) }).parse(await ask(api, path));
	return files.length < MAX_COMPARED_FILES ? files : undefined;
}

async function ask({ url, repository, token }: Api, path: string): Promise<unknown> {
	const answer = await fetch(`${url}/repos/${repository}/${path}`, {
		headers: {
			accept: "application/vnd.github+json",
			"user-agent": "shelfread",
			"x-github-api-version": "2022-11-28",
			...(token !== "" && { authorization: `Bearer ${token}` }),
		},
		// The token is for this address only.
		redirect: "error",
		signal: AbortSignal.timeout(TIMEOUT),
	});
	if (!answer.ok) throw new Error(`the API answers ${answer.status}`);
	return answer.json();
}

function changeOf(one: File): FileChange {
	return {
		...(one.status !== "removed" && { path: one.filename }),
		...(one.status !== "added" && one.status !== "copied" && { before: pathBefore(one) }),
		kindBefore: "file",
	};
}

function pathBefore({ filename, previous_filename: before }: File): string {
	return before ?? filename;
}

/** What a document said: what it says now without the patch. Undefined where that cannot be told. */
async function textBefore(root: string, one: File): Promise<string | undefined> {
	const { filename, status, changes, patch } = one;
	if (!isMarkdown(filename) || status === "added" || status === "removed" || isOutside(filename))
		return undefined;
	const { document } = await readDocument(root, filename);
	if (document === undefined) return undefined;
	// A long patch is left out, too.
	if (patch === undefined) return status === "renamed" && changes === 0 ? document.text : undefined;
	try {
		const [parsed] = parsePatch(patch);
		const before = parsed && applyPatch(document.text, reversePatch(parsed));
		return before === false ? undefined : before;
	} catch {
		return undefined;
	}
}

function isOutside(path: string): boolean {
	return path.startsWith("/") || path.split("/").includes("..");
}
