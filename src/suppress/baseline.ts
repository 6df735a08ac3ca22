import * as z from "zod";
import type { Finding, JudgedLink, ParsedDocument } from "../model.ts";
import { identityOf } from "../resolve/identity.ts";
import { groupByDocument } from "../resolve/targets.ts";

/** Findings that are silenced because they were there before. No line is kept: lines move. */
export interface BaselineEntry {
	readonly rule: string;
	readonly path: string;
	/** What the findings are about; see `subjectsIn`. */
	readonly subject: string;
	/** How many of them there are. */
	readonly count: number;
}

/** More of a text is not needed to know it again; in UTF-16 code units. */
const LONGEST_SUBJECT = 200;

/**
 * Tells what a finding is about, in a form that stays the same when the document around it changes: the identity of the
 * link that it is about, else the text it underlines, with white space folded.
 */
export function subjectsIn(
	documents: readonly ParsedDocument[],
	links: readonly JudgedLink[],
): (finding: Finding) => string {
	const texts = new Map(documents.map(({ document: { path, text } }) => [path, text]));
	const pages = new Map<string, Page>();
	// Without a baseline, nobody asks.
	let linksOf: ReadonlyMap<string, readonly JudgedLink[]> | undefined;
	return (finding) => {
		const { path, line, column, endLine, endColumn } = finding;
		linksOf ??= groupByDocument(links);
		const page = pages.get(path) ?? readPage(texts.get(path) ?? "", linksOf.get(path) ?? []);
		pages.set(path, page);
		const link = page.links.get(placeOf({ line, column }));
		const end = link?.link.span.end;
		if (link !== undefined && end?.line === endLine && end.column === endColumn) return subjectOf(link);
		return underlined(finding, page.lines);
	};
}

/** A document that has findings. */
interface Page {
	/** By where they begin. */
	readonly links: ReadonlyMap<string, JudgedLink>;
	readonly lines: readonly string[];
}

function readPage(text: string, links: readonly JudgedLink[]): Page {
	return {
		links: new Map(links.map((link) => [placeOf(link.link.span.start), link])),
		lines: text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/),
	};
}

export function subjectOf({ link, target, fragment }: JudgedLink): string {
	return target.kind === "invalid" ? link.url : identityOf(target, fragment);
}

function placeOf({ line, column }: Pick<Finding, "line" | "column">): string {
	return `${line}:${column}`;
}

function underlined({ line, column, endLine, endColumn }: Finding, lines: readonly string[]): string {
	const touched = lines.slice(line - 1, endLine);
	const last = touched.pop()?.slice(0, endColumn - 1) ?? "";
	const text = [...touched, last].join(" ").slice(column - 1);
	return text.normalize("NFC").replace(/\s+/g, " ").trim().slice(0, LONGEST_SUBJECT);
}

/** The baseline that silences all of these findings. */
export function baselineOf(
	findings: readonly Finding[],
	subjectOf: (finding: Finding) => string,
): BaselineEntry[] {
	return merge(
		findings.map((finding) => ({
			rule: finding.ruleId,
			path: finding.path,
			subject: subjectOf(finding),
			count: 1,
		})),
		(a, b) => a + b,
	);
}

export interface Baselined {
	/** What the baseline does not silence. */
	readonly findings: readonly Finding[];
	/** What it silences without there being any. */
	readonly unmet: readonly BaselineEntry[];
}

/** Of more findings of a kind than the baseline has, the last ones are not silenced. */
export function applyBaseline(
	findings: readonly Finding[],
	baseline: readonly BaselineEntry[],
	subjectOf: (finding: Finding) => string,
): Baselined {
	// What a finding is about takes longer to tell than most rules take.
	if (baseline.length === 0) return { findings, unmet: [] };
	const left = new Map(baseline.map((entry) => [keyOf(entry), entry.count]));
	const kept = findings.filter((finding) => {
		const key = keyOf({ rule: finding.ruleId, path: finding.path, subject: subjectOf(finding) });
		const count = left.get(key) ?? 0;
		left.set(key, count - 1);
		return count <= 0;
	});
	const unmet = baseline.flatMap((entry) => {
		const count = left.get(keyOf(entry)) ?? 0;
		return count > 0 ? [{ ...entry, count }] : [];
	});
	return { findings: kept, unmet };
}

/** One line for each entry, in the order of paths, rules and subjects: two branches that add entries merge. */
export function printBaseline(entries: readonly BaselineEntry[]): string {
	const lines = entries.map(
		({ rule, path, subject, count }) => `\t\t${JSON.stringify({ path, rule, subject, count })}`,
	);
	return `{\n\t"version": 1,\n\t"findings": [\n${lines.join(",\n")}\n\t]\n}\n`.replace("[\n\n", "[\n");
}

const schema = z.strictObject({
	version: z.literal(1),
	findings: z.array(
		z.strictObject({ path: z.string(), rule: z.string(), subject: z.string(), count: z.int().min(1) }),
	),
});

/** What `printBaseline` printed. Undefined when it is something else. */
export function parseBaseline(text: string): BaselineEntry[] | undefined {
	let data: unknown;
	try {
		data = JSON.parse(text);
	} catch {
		return undefined;
	}
	const { data: baseline } = schema.safeParse(data);
	// A merge may leave an entry twice; each side has counted all there was.
	return baseline && merge(baseline.findings, Math.max);
}

/** Joins two baselines over different findings. */
export function addBaselines(a: readonly BaselineEntry[], b: readonly BaselineEntry[]): BaselineEntry[] {
	return merge([...a, ...b], (x, y) => x + y);
}

function merge(entries: readonly BaselineEntry[], join: (a: number, b: number) => number): BaselineEntry[] {
	const merged = new Map<string, BaselineEntry>();
	for (const entry of entries) {
		const key = keyOf(entry);
		const same = merged.get(key);
		merged.set(key, same === undefined ? entry : { ...entry, count: join(same.count, entry.count) });
	}
	return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

function keyOf({ rule, path, subject }: Omit<BaselineEntry, "count">): string {
	return JSON.stringify([path, rule, subject]);
}
