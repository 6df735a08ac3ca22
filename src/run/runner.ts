import { readFile } from "node:fs/promises";
import type { Api } from "./api.ts";
import { type EventBase, readEvent } from "./event.ts";

/** What a workflow's runner says in its environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the repository is on the web. */
export function repositoryUrlOf({ GITHUB_SERVER_URL, GITHUB_REPOSITORY }: Environment): string | undefined {
	return GITHUB_SERVER_URL && GITHUB_REPOSITORY ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` : undefined;
}

/** Where the checked commit can be browsed. */
export function blobUrlOf(env: Environment): string | undefined {
	const repository = repositoryUrlOf(env);
	return repository && env.GITHUB_SHA ? `${repository}/blob/${env.GITHUB_SHA}` : undefined;
}

/** What the workflow's event says of what is to be compared with. A payload that cannot be read tells nothing. */
export async function eventOf({ GITHUB_EVENT_NAME, GITHUB_EVENT_PATH }: Environment): Promise<EventBase> {
	if (!GITHUB_EVENT_NAME) return { kind: "everything" };
	const payload = await readFile(GITHUB_EVENT_PATH ?? "", "utf8")
		.then((text): unknown => JSON.parse(text))
		.catch(() => undefined);
	return readEvent(GITHUB_EVENT_NAME, payload);
}

/** The API that knows the repository. */
export function apiOf({ GITHUB_API_URL, GITHUB_REPOSITORY }: Environment, token: string): Api | undefined {
	if (!GITHUB_API_URL || !GITHUB_REPOSITORY) return undefined;
	return { url: GITHUB_API_URL.replace(/\/$/, ""), repository: GITHUB_REPOSITORY, token };
}

/**
 * Keeps the pattern that actions/setup-node sets up for ESLint, for all later steps of a job, from taking a report for ESLint's
 * and annotating its lines once more. An invisible word joiner parts line and column. The runner takes colours away before it looks.
 * Source: https://github.com/actions/setup-node/blob/main/.github/eslint-stylish.json
 */
export function withoutMatches(output: string): string {
	return output.replace(/^((?:\u001b\[\d+m)*\s+\d+)(?=:\d)/gm, "$1\u2060");
}
