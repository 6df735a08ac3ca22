import type { Fate } from "./shape.ts";

/** From what a tool printed: whether it holds each URL for alive. A URL that is not among them was not told of. */
export type ReadVerdicts = (stdout: string, urls: readonly string[]) => ReadonlyMap<string, boolean>;

/** Links that are alive and are not said to be, or that are not and are said to be. */
export function countWrong(told: ReadonlyMap<string, boolean>, truth: ReadonlyMap<string, Fate>): number {
	return [...truth].filter(([url, fate]) => told.get(url) !== isAlive(fate)).length;
}

/** What fails once answers the second time. A page that never answers is not alive, whatever it is called. */
function isAlive(fate: Fate): boolean {
	return fate !== "missing" && fate !== "silent";
}

/** The verdict `unsure` does not say that a link is alive. */
export const readShelfread: ReadVerdicts = (stdout) => {
	const { links } = JSON.parse(stdout) as { links: { url: string; verdict: string }[] };
	return new Map(links.map(({ url, verdict }) => [url, verdict === "alive" || verdict === "moved"]));
};

/** lychee lists only what is not well. */
export const readLychee: ReadVerdicts = (stdout, urls) => {
	const { error_map, timeout_map } = JSON.parse(stdout) as Record<string, Record<string, { url: string }[]>>;
	const failed = [error_map, timeout_map].flatMap((map) => Object.values(map ?? {}).flat());
	const bad = new Set(failed.map(({ url }) => url));
	return new Map(urls.map((url) => [url, !bad.has(url)]));
};

export const readLinkinator: ReadVerdicts = (stdout) => {
	const { links } = JSON.parse(stdout) as { links: { url: string; state: string }[] };
	return new Map(links.map(({ url, state }) => [url, state === "OK"]));
};

/** A line for each link, and those that are dead again at the end. */
export const readMarkdownLinkCheck: ReadVerdicts = (stdout) =>
	new Map([...stdout.matchAll(/^ +\[(.)\] (\S+)/gm)].map(([, mark, url = ""]) => [url, mark === "✓"]));
