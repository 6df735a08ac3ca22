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
