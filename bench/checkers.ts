import type { Limits } from "./bound.ts";
import type { Contestant } from "./contest.ts";
import { linkinator, lychee, markdownLinkCheck, shelfread } from "./tools.ts";
import {
	type ReadVerdicts,
	readLinkinator,
	readLychee,
	readMarkdownLinkCheck,
	readShelfread,
} from "./verdicts.ts";

/** A contestant that visits the web. */
export interface Checker extends Contestant {
	readonly limits: Limits;
	readonly read: ReadVerdicts;
}

/** Those of shelfread, which the others are given where they have options for them. */
const ours: Limits = { perHost: 6, inAll: 64, timeout: 20_000 };
/** Beside them, it asks a host at most every 50 ms. */
const lychees: Limits = { perHost: 10, inAll: 128, timeout: 20_000 };
const none = Number.POSITIVE_INFINITY;

/** They check `README.md`, where they run. */
export const checkers: readonly Checker[] = [
	{
		name: "shelfread",
		tool: shelfread,
		args: ["--no-config", "--allow-private", "--format=json", "README.md"],
		exits: 1,
		limits: ours,
		read: readShelfread,
	},
	{
		name: "shelfread, lychee's limits",
		tool: shelfread,
		args: [
			"--no-config",
			"--allow-private",
			"--format=json",
			"--concurrency=128",
			"--host-concurrency=10",
			"README.md",
		],
		exits: 1,
		limits: lychees,
		read: readShelfread,
	},
	{
		name: "lychee, defaults",
		tool: lychee,
		args: ["--no-progress", "--format=json", "README.md"],
		exits: 2,
		limits: lychees,
		read: readLychee,
	},
	{
		name: "lychee, equal limits",
		tool: lychee,
		args: [
			"--no-progress",
			"--format=json",
			"--max-concurrency=64",
			"--host-concurrency=6",
			"--host-request-interval=0ms",
			"--max-retries=2",
			"README.md",
		],
		exits: 2,
		limits: ours,
		read: readLychee,
	},
	{
		name: "linkinator, defaults",
		tool: linkinator,
		args: ["--format=json", "README.md"],
		exits: 1,
		// Its requests end by themselves after the 300 s that undici waits for the head of an answer.
		limits: { perHost: none, inAll: 100, timeout: 300_000 },
		read: readLinkinator,
	},
	{
		name: "linkinator, equal limits",
		tool: linkinator,
		args: [
			"--format=json",
			"--concurrency=64",
			"--timeout=20000",
			"--retry",
			"--retry-errors",
			"--retry-errors-count=2",
			"README.md",
		],
		exits: 1,
		limits: { ...ours, perHost: none },
		read: readLinkinator,
	},
	{
		name: "markdown-link-check",
		tool: markdownLinkCheck,
		args: ["README.md"],
		exits: 1,
		limits: { perHost: 2, inAll: 2, timeout: 10_000 },
		read: readMarkdownLinkCheck,
	},
];
