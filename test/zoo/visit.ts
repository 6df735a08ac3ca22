import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { audit } from "../../src/audit.ts";
import { defaultLayer, mergeSettings } from "../../src/config/merge.ts";
import type { LinkReport, Report } from "../../src/model.ts";
import { options } from "../../src/run/setup.ts";
import { Internet } from "../wire/internet.ts";
import { connections, install } from "../wire/preload.mjs";
import { healthy } from "./answers.ts";
import { hostsOf, housesOf, type Specimen, splitHost, urlOf } from "./specimen.ts";

/** What was seen of a specimen. */
export interface Sighting {
	readonly specimen: Specimen;
	/** Verdict and reason. */
	readonly got: string;
	readonly evidence: string;
	/** Requests by the report's own account. */
	readonly spent: number;
	/** Requests that its hosts received. */
	readonly arrived: number;
	readonly right: boolean;
}

/** A run over the zoo. */
export interface Visit {
	readonly sightings: readonly Sighting[];
	/** Connections that were begun: `host address port`. */
	readonly connections: readonly string[];
}

/** Checks the Markdown file in a folder. */
export type Checker = (folder: string, internet: Internet) => Promise<Checked>;

interface Checked extends Pick<Visit, "connections"> {
	readonly report: Report;
}

/** Short, because specimens that never answer cost one and a half of it. Seconds. */
const TIMEOUT = 2;
/** Sites and visitor share one processor here: with more at a time, the zoo would be what is slow. */
const CONCURRENCY = 24;

/** The sources, in this process. */
export const fromSource: Checker = async (folder) => {
	const own = { timeout: TIMEOUT, concurrency: CONCURRENCY, fragments: true };
	const { settings } = mergeSettings(defaultLayer(options), { origin: "the zoo", settings: own });
	const { report } = await audit(settings, { cwd: folder });
	return { report, connections: [...connections] };
};

/** The built command, in a process of its own. */
export const fromBuild: Checker = (folder, internet) => {
	const bin = fileURLToPath(new URL("../../lib/bin.js", import.meta.url));
	const limits = [`--timeout=${TIMEOUT}`, `--concurrency=${CONCURRENCY}`];
	const args = [bin, "--format=json", "--fragments", ...limits, "catalogue.md"];
	const log = join(folder, "connections.log");
	const env = { ...process.env, ...internet.environment(log) };
	return new Promise((resolve, reject) => {
		execFile(process.execPath, args, { cwd: folder, env, maxBuffer: 2 ** 26 }, (_, stdout, stderr) => {
			// Exit code 1 is what a zoo deserves; without a report there is something to say.
			if (stdout === "") return reject(new Error(stderr));
			const report = JSON.parse(stdout) as Report;
			resolve({ report, connections: existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : [] });
		});
	});
};

/** A small hostile internet with all of the specimens' hosts; one at a time in a process. */
export class Zoo {
	readonly internet: Internet;

	private constructor(internet: Internet) {
		this.internet = internet;
	}

	static async open(specimens: readonly Specimen[]): Promise<Zoo> {
		// Asked when a run has heard nothing else.
		const canary = { "example.com": healthy };
		const internet = await Internet.open({ ...canary, ...housesOf(specimens) });
		install(internet.table);
		return new Zoo(internet);
	}

	/** Looks at the specimens in one run. */
	async visit(specimens: readonly Specimen[], check: Checker): Promise<Visit> {
		const folder = await mkdtemp(join(tmpdir(), "zoo-"));
		try {
			const lines = specimens.map((specimen) => `[${specimen.name}](<${urlOf(specimen)}>)\n`);
			await writeFile(join(folder, "catalogue.md"), lines.join(""));
			const { report, connections } = await check(folder, this.internet);
			const byLine = new Map(report.links.map((link) => [link.line, link]));
			const sightings = specimens.map((specimen, i) => this.#sighting(specimen, byLine.get(i + 1)));
			return { sightings, connections };
		} finally {
			await rm(folder, { recursive: true });
		}
	}

	close(): Promise<void> {
		return this.internet.close();
	}

	#sighting(specimen: Specimen, link: LinkReport | undefined): Sighting {
		const got = link === undefined ? "no link" : `${link.verdict} ${link.reason}`;
		const spent = link?.attempts ?? 0;
		const arrived = Object.keys(hostsOf(specimen)).flatMap((key) => {
			const [host, path] = splitHost(key);
			const requests = this.internet.requests.get(host) ?? [];
			return requests.filter(({ url }) => path === undefined || url === path);
		}).length;
		const right = got === specimen.expected && arrived <= spent && spent <= specimen.requests;
		return { specimen, got, evidence: link?.evidence ?? "", spent, arrived, right };
	}
}
