import { observeFile } from "../check/files.ts";
import type { Changes, FileObservation, ParsedDocument } from "../model.ts";
import { isMarkdown } from "../naming/format.ts";
import { htmlIds, isCatalogue } from "../parse/index.ts";
import type { Shelf } from "../resolve/shelf.ts";
import { rules } from "../rules/index.ts";
import { shelfBefore } from "../since/before.ts";
import { asWritten, markIntroduced } from "../since/introduced.ts";
import { touchedIn as touchedLines } from "../since/touched.ts";
import { type BaselineEntry, baselineOf } from "../suppress/baseline.ts";
import { fileAccess, type Reading } from "./documents.ts";
import { Examiner, type Senses, type Since } from "./examine.ts";
import type { Wishes } from "./findings.ts";
import type { Scope } from "./scope.ts";

/** The tree of a run, and how it was. */
export interface Times {
	/** Of the tree as it is. */
	readonly reading: Reading;
	readonly shelf: Shelf;
	readonly changes: Changes;
	readonly scope: Scope;
	/** What rules are told beside documents and links, of the tree as it is. */
	readonly surroundings: Senses["surroundings"];
	readonly wishes: Wishes;
}

/** Looks at the tree as it was, so that what was wrong with it then is told from what is new. */
export async function openSince(times: Times): Promise<Since> {
	const { changes } = times;
	const before = await findBefore(times);
	const touchedIn = (documents: readonly ParsedDocument[]) => touchedLines(documents, changes);
	return {
		touchedIn,
		mark: (findings, documents, links) =>
			markIntroduced(findings, {
				...{ documents, links, changes, before, isByHabit },
				touched: touchedIn(documents),
			}),
	};
}

const byHabit = new Set(rules.filter((rule) => rule.byHabit).map(({ id }) => id));
const isByHabit = (id: string): boolean => byHabit.has(id);

/** What the rules that need no network found at the base, in the documents that are read now. */
async function findBefore(times: Times): Promise<readonly BaselineEntry[]> {
	const { changes, scope, wishes } = times;
	const shelf = shelfBefore(times.shelf, changes);
	const isChanged = new Set(changes.files.map(({ path }) => path));
	const unchanged = scope.parsed.filter(({ document }) => !isChanged.has(document.path));
	const insideOf = insideBefore(changes);
	const { files } = times.surroundings;
	const examiner = new Examiner({
		shelf,
		web: { online: async () => true, heard: () => true },
		lookers: (parsed) => {
			const access = fileAccess(shelf.repository, parsed, times.reading);
			return {
				web: async ({ key }) => ({ kind: "none", key, reason: "offline" }),
				file: async (target, wants) => {
					const inside = insideOf(target.path);
					return inside === undefined
						? observeFile(target, wants, access)
						: { kind: "file", key: target.key, state: target.state, ...inside };
				},
				skip: () => undefined,
			};
		},
		onBug: () => {},
		onLook: () => {},
		surroundings: { ...times.surroundings, ...(files && { files: shelf.files }) },
		wishes: { ...wishes, baseline: [] },
	});
	const documents = [...asCatalogues(scope, changes), ...unchanged];
	const { findings } = await examiner.examine(documents);
	return baselineOf(findings, asWritten(documents)).flatMap(withSuperseded);
}

/**
 * The changed documents as they were, but as catalogues where they have become ones: the entry that makes a document a
 * catalogue is not to blame for those that are there already.
 */
function asCatalogues({ before, parsed }: Scope, { files }: Changes): ParsedDocument[] {
	const catalogues = new Set(parsed.filter(isCatalogue).map(({ document }) => document.path));
	const become = new Set(files.flatMap(({ path, before }) => (catalogues.has(path ?? "") ? [before] : [])));
	return before.map((one) => (become.has(one.document.path) ? { ...one, catalogue: true } : one));
}

/** Where one rule found something, those that it supersedes may have kept silent about what they find now. */
function withSuperseded(entry: BaselineEntry): BaselineEntry[] {
	const { supersedes = [] } = rules.find(({ id }) => id === entry.rule) ?? {};
	return [entry, ...supersedes.map((rule) => ({ ...entry, rule }))];
}

/**
 * What was in a file that is not a document, where that is another now. Of what is not known, nothing was wrong: what is wrong
 * with it now is new.
 */
function insideBefore({ files, texts }: Changes): (path: string) => Inside | undefined {
	const paths = new Set(files.map(({ before }) => before));
	return (path) => {
		const text = texts.get(path);
		if (!paths.has(path) || (isMarkdown(path) && text !== undefined)) return undefined;
		return text === undefined ? {} : { anchors: htmlIds(text) };
	};
}

type Inside = Pick<FileObservation, "anchors">;
