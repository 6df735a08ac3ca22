import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Limits, lowerBound } from "../bound.ts";
import { catalogueOf } from "../catalogue.ts";
import { type Checker, checkers } from "../checkers.ts";
import { compete, type Result } from "../contest.ts";
import { Internet, type Traffic } from "../internet.ts";
import type { Sample } from "../measure.ts";
import { seeded } from "../random.ts";
import type { Scenario, Wishes } from "../scenario.ts";
import { drawHosts, type Host, type Size } from "../shape.ts";
import { type Column, costs, median, short, spread, tableOf } from "../table.ts";
import { countWrong } from "../verdicts.ts";

const RUNS = 3;
const SEED = 3;

interface Visit extends Sample, Traffic {
	readonly wrong: number;
}

const sizes: readonly Size[] = [
	{ links: 534, hosts: 34, silence: false },
	{ links: 534, hosts: 34, silence: true },
	manyHosts(500, false),
	manyHosts(2_000, false),
	manyHosts(2_000, true),
	manyHosts(10_000, false),
];

/** A whole catalogue against a whole internet. */
export const web: Scenario = async function* (wishes) {
	for (const size of sizesFor(wishes.sizes)) {
		const silence = size.silence ? ", some of which never answer" : "";
		yield `### ${size.links} links on ${size.hosts} hosts${silence}\n\nRuns of each: ${wishes.runs ?? RUNS}.`;
		const hosts = drawHosts(size);
		yield tableOf(await visitAll(hosts, wishes), [...costs, ...sights, ...bounds(hosts)]);
	}
};

async function visitAll(
	hosts: readonly Host[],
	{ runs = RUNS, wants, patience, scratch }: Wishes,
): Promise<Result<Checker, Visit>[]> {
	const internet = await Internet.open(hosts);
	const truth = new Map(
		hosts.flatMap((host) => host.pages.map((page) => [internet.url(host, page), page.fate] as const)),
	);
	const urls = [...truth.keys()];
	const random = seeded(SEED);
	writeFileSync(join(scratch, "README.md"), catalogueOf(random.shuffled(urls), random));
	const results = await compete(
		checkers.filter(({ name }) => wants(name)),
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
	return results;
}

const sights: readonly Column<Checker, Visit>[] = [
	{ head: "requests", cell: ({ samples }) => spread(samples.map(({ requests }) => requests)) },
	{ head: "at a time, a host", cell: ({ samples }) => spread(samples.map(({ atATime }) => atATime)) },
	{ head: "connections, a host", cell: ({ samples }) => spread(samples.map((visit) => visit.connections)) },
	{ head: "refused", cell: ({ samples }) => spread(samples.map(({ refused }) => refused)) },
	{ head: "wrong", cell: ({ samples }) => spread(samples.map(({ wrong }) => wrong)) },
];

function bounds(hosts: readonly Host[]): readonly Column<Checker, Visit>[] {
	const boundOf = ({ limits }: Checker): number => lowerBound(hosts, limits);
	return [
		{ head: "limits, a host / all", cell: ({ contestant }) => spell(contestant.limits) },
		{ head: "bound, s", cell: ({ contestant }) => short(boundOf(contestant)) },
		{
			head: "wall / bound",
			cell: ({ contestant, samples }) => short(median(samples.map(({ wall }) => wall)) / boundOf(contestant)),
		},
	];
}

function sizesFor(asked: readonly number[]): readonly Size[] {
	if (asked.length === 0) return sizes;
	return asked.flatMap((links) => {
		const usual = sizes.filter((size) => size.links === links);
		return usual.length > 0 ? usual : [manyHosts(links, false), manyHosts(links, true)];
	});
}

/** As scattered as a catalogue of 2,000 links on 1,031 hosts. */
function manyHosts(links: number, silence: boolean): Size {
	return { links, hosts: Math.round((links * 1_031) / 2_000), silence };
}

function spell({ perHost, inAll }: Limits): string {
	return `${Number.isFinite(perHost) ? perHost : "–"} / ${inAll}`;
}
