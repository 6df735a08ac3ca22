import type { Report, RunError } from "../../model.ts";
import { keepSealed, readSealed, type Seal, seal } from "../sealed-file.ts";
import { decodeLinks, encodeLinks } from "./link-table.ts";
import type { Testimony, Witness } from "./witness.ts";

const runSeal: Seal = { signature: "shelfread run ", format: 1 };

/** 64 MiB: the links of 100 MB of Markdown. Of the file. */
const MOST_BYTES = 64 * 2 ** 20;

/** What a run found out. */
export interface Found {
	/** Absolute: the folder that the paths in the report are relative to. */
	readonly root: string;
	readonly report: Report;
}

/** What is kept of a run: all but the links, which many reports do not show. */
interface Kept {
	/** What the run was told to do. */
	readonly task: string;
	readonly testimonies: readonly Testimony[];
	readonly root: string;
	readonly report: Omit<Report, "links">;
}

type Hearing = Pick<Witness<object>, "confirms" | "testify">;

/** The last run of a kind, in a file: where all that it asked would be answered as it was, its report is the one of this run. */
export class LastRun {
	readonly #path: string;
	readonly #task: string;
	readonly #witness: Hearing;

	/**
	 * @param path Absolute. There may be no such file yet.
	 * @param task Whatever decides what a run finds out, beside the answers that the witness hears.
	 */
	constructor(path: string, task: string, witness: Hearing) {
		this.#path = path;
		this.#task = task;
		this.#witness = witness;
	}

	/** What the last run found out, if this one would find out the same. Never rejects. */
	async repeat(): Promise<Found | undefined> {
		const content = await readSealed(this.#path, runSeal, MOST_BYTES);
		if (content === undefined) return undefined;
		const [head = "", links = ""] = Buffer.from(content).toString("utf8").split("\n");
		const kept = JSON.parse(head) as Kept;
		if (kept.task !== this.#task || !(await this.#witness.confirms(kept.testimonies))) return undefined;
		return { root: kept.root, report: withLinks(kept.report, links) };
	}

	/** Keeps what this run found out for the next one. Gives what went wrong, and never rejects. */
	async keep({ root, report }: Found): Promise<readonly RunError[]> {
		// What an error kept from being found out, the next run shall find out.
		if (report.errors.length > 0 || report.environment.incomplete) return [];
		const { links, ...rest } = report;
		const testimonies = await this.#witness.testify();
		const kept: Kept = { task: this.#task, testimonies, root, report: rest };
		const file = seal(runSeal, Buffer.from(`${JSON.stringify(kept)}\n${encodeLinks(links)}`));
		if (file.length > MOST_BYTES) return [];
		return keepSealed(this.#path, runSeal, file, "All was checked; the next run finds it out again.");
	}
}

/** Links are the most of a report: they are read when somebody wants them. */
function withLinks({ version, environment, stats, findings, errors }: Kept["report"], text: string): Report {
	let links: Report["links"] | undefined;
	return {
		version,
		environment,
		stats,
		get links() {
			links ??= decodeLinks(text);
			return links;
		},
		findings,
		errors,
	};
}
