import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Limits, lowerBound } from "../bound.ts";
import { catalogueOf } from "../catalogue.ts";
import { type Contestant, compete } from "../contest.ts";
import { Internet, type Traffic } from "../internet.ts";
import type { Sample } from "../measure.ts";
import { seeded } from "../random.ts";
import type { Scenario } from "../scenario.ts";
import { drawHosts, type Size } from "../shape.ts";
import { type Column, costs, median, short, spread, tableOf } from "../table.ts";
import { linkinator, lychee, markdownLinkCheck, shelfread } from "../tools.ts";
import {
	countWrong,
	type ReadVerdicts,
	readLinkinator,
	readLychee,
	readMarkdownLinkCheck,
	readShelfread,
} from "../verdicts.ts";

const RUNS = 3;

interface Checker extends Contestant {
	readonly limits: Limits;
	readonly read: ReadVerdicts;
}

interface Visit extends Sample, Traffic {
	readonly wrong: number;
}

/** Those of shelfread, which the others are given where they have options for them. */
const ours: Limits = { perHost: 6, inAll: 64, timeout: 20_000 };
const none = Number.POSITIVE_INFINITY;

const checkers: readonly Checker[] = [
	{
		name: "shelfread",
		tool: shelfread,
		args: ["--no-config", "--allow-private", "--format=json", "README.md"],
		exits: 1,
		limits: ours,
		read: readShelfread,
	},
	{
		name: "lychee, defaults",
		tool: lychee,
		args: ["--no-progress", "--format=json", "README.md"],
		exits: 2,
		limits: { perHost: 10, inAll: 128, timeout: 20_000 },
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

const sizes: readonly Size[] = [
	{ links: 534, hosts: 34, silence: false },
	{ links: 534, hosts: 34, silence: true },
	manyHosts(500, false),
	manyHosts(2_000, false),
	manyHosts(2_000, true),
	manyHosts(10_000, false),
];

/** A whole catalogue against a whole internet. */
export const web: Scenario = async function* ({ runs = RUNS, size, only, patience, scratch }) {
	for (const each of size === undefined ? sizes : [manyHosts(size, false), manyHosts(size, true)]) {
		const hosts = drawHosts(each);
		const internet = await Internet.open(hosts);
		const truth = new Map(
			hosts.flatMap((host) => host.pages.map((page) => [internet.url(host, page), page.fate] as const)),
		);
		const urls = [...truth.keys()];
		const random = seeded(3);
		writeFileSync(join(scratch, "README.md"), catalogueOf(random.shuffled(urls), random));
		const results = await compete(
			checkers.filter(({ name }) => name.includes(only)),
			{
				runs,
				patience,
				scratch,
				cwd: scratch,
				before: () => internet.reset(),
				after: (sample, { read }) => ({
					...sample,
					...internet.traffic(),
					wrong: countWrong(read(sample.stdout, urls), truth),
				}),
			},
		);
		await internet.close();
		yield `### ${each.links} links on ${each.hosts} hosts${each.silence ? ", some of which never answer" : ""}\n\nRuns of each: ${runs}.`;
		yield tableOf(results, [
			...costs,
			...sights,
			{ head: "limits, a host / all", cell: ({ contestant }) => spell(contestant.limits) },
			{ head: "bound, s", cell: ({ contestant }) => short(lowerBound(hosts, contestant.limits)) },
			{
				head: "wall / bound",
				cell: ({ contestant, samples }) =>
					short(median(samples.map(({ wall }) => wall)) / lowerBound(hosts, contestant.limits)),
			},
		]);
	}
};

const sights: readonly Column<Checker, Visit>[] = [
	{ head: "requests", cell: ({ samples }) => spread(samples.map(({ requests }) => requests)) },
	{ head: "at a time, a host", cell: ({ samples }) => spread(samples.map(({ atATime }) => atATime)) },
	{ head: "connections, a host", cell: ({ samples }) => spread(samples.map((visit) => visit.connections)) },
	{ head: "refused", cell: ({ samples }) => spread(samples.map(({ refused }) => refused)) },
	{ head: "wrong", cell: ({ samples }) => spread(samples.map(({ wrong }) => wrong)) },
];

/** As scattered as a catalogue of 2,000 links on 1,031 hosts. */
function manyHosts(links: number, silence: boolean): Size {
	return { links, hosts: Math.round((links * 1_031) / 2_000), silence };
}

function spell({ perHost, inAll }: Limits): string {
	return `${perHost === none ? "–" : perHost} / ${inAll}`;
}
