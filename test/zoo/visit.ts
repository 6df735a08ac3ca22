import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { audit } from "../../src/audit.ts";
import { defaultLayer, mergeSettings } from "../../src/config/merge.ts";
import type { LinkReport, Report } from "../../src/model.ts";
import { options } from "../../src/setup.ts";
import { Internet } from "../wire/internet.ts";
import { connections, install } from "../wire/preload.mjs";
import { healthy } from "./answers.ts";
import { hostsOf, type Specimen, urlOf } from "./specimen.ts";

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

/** Checks the Markdown file in a folder. */
export type Checker = (folder: string, internet: Internet) => Promise<Report>;

/** Short, because specimens that never answer cost one and a half of it. Seconds. */
const TIMEOUT = 2;
/** Sites and visitor share one processor here: with more at a time, the zoo would be what is slow. */
const CONCURRENCY = 24;

/** The sources, in this process. */
export const fromSource: Checker = async (folder) => {
	const own = { timeout: TIMEOUT, concurrency: CONCURRENCY, fragments: true };
	const { settings } = mergeSettings(defaultLayer(options), { origin: "the zoo", settings: own });
	return (await audit(settings, { cwd: folder })).report;
};

/** The built command, in a process of its own. */
export const fromBuild: Checker = (folder, internet) => {
	const bin = fileURLToPath(new URL("../../lib/bin.js", import.meta.url));
	const limits = [`--timeout=${TIMEOUT}`, `--concurrency=${CONCURRENCY}`];
	const args = [bin, "--format=json", "--fragments", ...limits, "catalogue.md"];
	const env = { ...process.env, ...internet.environment() };
	return new Promise((resolve, reject) => {
		execFile(process.execPath, args, { cwd: folder, env, maxBuffer: 2 ** 26 }, (_, stdout, stderr) => {
			// Exit code 1 is what a zoo deserves; without a report there is something to say.
			if (stdout === "") reject(new Error(stderr));
			else resolve(JSON.parse(stdout) as Report);
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
		const hosts = Object.assign({ "example.com": healthy }, ...specimens.map(hostsOf));
		const internet = await Internet.open(hosts);
		install(internet.table);
		return new Zoo(internet);
	}

	/** Looks at the specimens in one run. */
	async visit(specimens: readonly Specimen[], check: Checker): Promise<Sighting[]> {
		const folder = await mkdtemp(join(tmpdir(), "zoo-"));
		try {
			const lines = specimens.map((specimen) => `[${specimen.name}](<${urlOf(specimen)}>)\n`);
			await writeFile(join(folder, "catalogue.md"), lines.join(""));
			const { links } = await check(folder, this.internet);
			const byLine = new Map(links.map((link) => [link.line, link]));
			return specimens.map((specimen, i) => this.#sighting(specimen, byLine.get(i + 1)));
		} finally {
			await rm(folder, { recursive: true });
		}
	}

	/** Connections that this process began: `host address port`. */
	get connections(): readonly string[] {
		return connections;
	}

	close(): Promise<void> {
		return this.internet.close();
	}

	#sighting(specimen: Specimen, link: LinkReport | undefined): Sighting {
		const got = link === undefined ? "no link" : `${link.verdict} ${link.reason}`;
		const spent = link?.attempts ?? 0;
		const arrived = Object.keys(hostsOf(specimen))
			.map((host) => this.internet.count(host))
			.reduce((sum, count) => sum + count, 0);
		const right = got === specimen.expected && arrived <= spent && spent <= specimen.requests;
		return { specimen, got, evidence: link?.evidence ?? "", spent, arrived, right };
	}
}
