import { randomUUID } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import * as z from "zod";
import type { HttpObservation, RunError } from "../../model.ts";
import { recordedObservation } from "./recorded.ts";

/** One line of the file. */
export interface Entry {
	/** The target's key and the circumstances it was seen in. */
	readonly key: string;
	/** When it was seen: milliseconds since the epoch. */
	readonly at: number;
	readonly observation: HttpObservation;
}

/** Counts up when a line changes so that older programs would misread it. Every line says it, so that lines may be mixed. */
const FORMAT = 1;
const line = z.strictObject({
	format: z.literal(FORMAT),
	key: z.string(),
	at: z.number(),
	observation: recordedObservation,
});
const newerLine = z.looseObject({ format: z.number().gt(FORMAT), key: z.string() });

/** How often the end of a run reads what other runs have written before it replaces the file. */
const MOST_TRIES = 3;

/**
 * A file of answers: JSON lines, sorted by key. Of two lines with one key the later answer counts, so files merge by being
 * put one after the other. A line is added as soon as its answer is there, and the whole is sorted in the end by writing a new
 * file and renaming it: whatever stops a run costs the last line at most.
 */
export class CacheFile {
	readonly #path: string;
	readonly #errors: RunError[];
	#writable: boolean;
	/** What the file held when it was opened, by key. */
	readonly entries: ReadonlyMap<string, Entry>;

	private constructor(path: string, { entries, errors, writable }: Opened) {
		this.#path = path;
		this.#errors = [...errors];
		this.#writable = writable;
		this.entries = entries;
	}

	/**
	 * Reads the file at the absolute `path`, if there is one. A file that is not wholly ours is moved aside, never written over;
	 * the lines of it that are ours are kept.
	 */
	static async open(path: string): Promise<CacheFile> {
		const file = new CacheFile(path, await open(path));
		// The good lines of a file that was moved go back at once: this run may be stopped, too.
		if (file.errors.length > 0) await file.rewrite(file.entries.values(), () => true);
		return file;
	}

	/** What went wrong so far. It never keeps a link from being checked. */
	get errors(): readonly RunError[] {
		return this.#errors;
	}

	/** Adds a line. It is written before this returns, so that it is there whatever comes next. */
	append(entry: Entry): void {
		if (!this.#writable) return;
		try {
			mkdirSync(dirname(this.#path), { recursive: true });
			appendFileSync(this.#path, format(entry));
		} catch (error) {
			this.#giveUp(error);
		}
	}

	/** Replaces the file by these entries and what another run has added to it meanwhile, as far as `keeps` wants them. */
	async rewrite(entries: Iterable<Entry>, keeps: (entry: Entry) => boolean): Promise<void> {
		if (!this.#writable) return;
		const own = [...entries];
		const draft = `${this.#path}.${randomUUID()}.tmp`;
		try {
			let seen: string;
			let tries = 0;
			do {
				seen = stamp(this.#path);
				tries += 1;
				const others = parse(await readFile(this.#path, "utf8").catch(nothingIfMissing)).entries;
				const merged = [...newest([...others, ...own]).values()].filter(keeps);
				if (merged.length === 0 && seen === MISSING) return;
				mkdirSync(dirname(this.#path), { recursive: true });
				await writeFile(draft, merged.sort(byKey).map(format).join(""), { flush: true });
				// A run that goes on adding lines will write them all again at its own end.
			} while (stamp(this.#path) !== seen && tries < MOST_TRIES);
			renameSync(draft, this.#path);
		} catch (error) {
			rmSync(draft, { force: true });
			this.#giveUp(error);
		}
	}

	/** Once it cannot be written, every further answer would say the same. */
	#giveUp(error: unknown): void {
		this.#writable = false;
		this.#errors.push({
			code: "cache-not-written",
			path: this.#path,
			message: `${basename(this.#path)} cannot be written: ${(error as Error).message}.`,
			help: "Links are checked all the same; answers of this run that are not in the file are asked again next time.",
			fatal: false,
		});
	}
}

const MISSING = "missing";

/** Differs when somebody has written to the file or put another one in its place. */
function stamp(path: string): string {
	const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
	return stats === undefined ? MISSING : `${stats.ino} ${stats.size} ${stats.mtimeNs}`;
}

function byKey(a: Entry, b: Entry): number {
	return a.key < b.key ? -1 : 1;
}

interface Opened {
	readonly entries: ReadonlyMap<string, Entry>;
	readonly errors: readonly RunError[];
	readonly writable: boolean;
}

async function open(path: string): Promise<Opened> {
	try {
		const { entries, foreign, newer } = parse(await readFile(path, "utf8").catch(nothingIfMissing));
		const errors = foreign + newer === 0 ? [] : [await setAside(path, entries.length, newer > 0)];
		return { entries: newest(entries), errors, writable: true };
	} catch (error) {
		return { entries: new Map(), errors: [notRead(path, error)], writable: false };
	}
}

interface Parsed {
	readonly entries: readonly Entry[];
	/** How many lines are nothing that this program ever wrote whole. */
	readonly foreign: number;
	/** How many lines a newer program wrote. */
	readonly newer: number;
}

function parse(text: string): Parsed {
	const entries: Entry[] = [];
	let foreign = 0;
	let newer = 0;
	for (const source of text.split("\n")) {
		if (source.trim() === "") continue;
		const value = parseJson(source);
		if (isLine(value)) entries.push({ key: value.key, at: value.at, observation: value.observation });
		else if (newerLine.safeParse(value).success) newer += 1;
		else foreign += 1;
	}
	return { entries, foreign, newer };
}

/** Lines are taken as they are, in their own order of words: a file that nothing was added to does not change. */
function isLine(value: unknown): value is Entry {
	return line.safeParse(value).success;
}

function parseJson(source: string): unknown {
	try {
		return JSON.parse(source);
	} catch {
		return undefined;
	}
}

function format(entry: Entry): string {
	return `${JSON.stringify({ format: FORMAT, ...entry })}\n`;
}

function newest(entries: readonly Entry[]): Map<string, Entry> {
	const result = new Map<string, Entry>();
	for (const entry of entries) {
		const known = result.get(entry.key);
		if (known === undefined || known.at < entry.at) result.set(entry.key, entry);
	}
	return result;
}

async function setAside(path: string, kept: number, newer: boolean): Promise<RunError> {
	let aside = `${path}.aside`;
	for (let count = 2; existsSync(aside); count += 1) aside = `${path}.aside-${count}`;
	await rename(path, aside);
	const name = basename(path);
	return {
		code: "cache-set-aside",
		path,
		message: newer
			? `${name} has lines of a newer shelfread; it is now ${basename(aside)}.`
			: `${name} has lines that are no answers of shelfread's; it is now ${basename(aside)}.`,
		help: `${kept === 0 ? "The cache starts empty." : `Its ${kept} good lines are kept.`} Delete ${basename(aside)} unless it is something of yours.`,
		fatal: false,
	};
}

function notRead(path: string, error: unknown): RunError {
	return {
		code: "cache-not-read",
		path,
		message: `${basename(path)} cannot be used as a cache: ${(error as Error).message}.`,
		help: "Links are checked without it. Name a file that can be read, and moved if it is something else, with --cache.",
		fatal: false,
	};
}

function nothingIfMissing(error: NodeJS.ErrnoException): string {
	if (error.code === "ENOENT") return "";
	throw error;
}
