import { type Revised, revise } from "../fix/revise.ts";
import type { ParsedDocument, RunError } from "../model.ts";
import type { Examined } from "./examine.ts";
import { type Revision, saveRevision } from "./revision.ts";
import { type Level, wantsRepair } from "./wants-repair.ts";

/** Fixes may make room for others, or bring up new findings; beyond this many rounds they would go in circles. */
const MOST_PASSES = 10;

/** What came of a repair. */
export interface Repair {
	/** The documents as they are now. */
	readonly examined: Examined;
	/** What was edited; with `fix-dry-run`, what would be. */
	readonly revisions: readonly Revision[];
	readonly errors: readonly RunError[];
}

export interface Workshop {
	/** Absolute: the root of the tree. */
	readonly root: string;
	/** Looks at documents again after they were edited. */
	readonly examine: (documents: readonly ParsedDocument[]) => Promise<Examined>;
	/** Nothing is written once it has come. */
	readonly signal: AbortSignal | undefined;
}

/** Makes the edits that findings suggest and the options want, and writes the documents unless it is a dry run. */
export async function repair(first: Examined, options: Level, workshop: Workshop): Promise<Repair> {
	if (!wantsRepair(options)) return { examined: first, revisions: [], errors: [] };
	const { last, revisions } = await edit(first, options["fix-suggested"], workshop);
	if (workshop.signal?.aborted) return { examined: first, revisions: [], errors: [] };
	if (options["fix-dry-run"]) return { examined: first, revisions, errors: [] };
	return save(first, last, revisions, workshop);
}

/** Edits pass by pass until nothing is left to edit, with a look at the documents after each. */
async function edit(first: Examined, all: boolean, { examine }: Workshop) {
	const counts = new Map<string, number>();
	let last = first;
	for (let pass = 0; pass < MOST_PASSES; pass++) {
		const revised = reviseAll(last, all);
		if (revised.size === 0) break;
		for (const [path, { edits }] of revised) counts.set(path, (counts.get(path) ?? 0) + edits);
		last = await examine(last.documents.map((one) => revised.get(one.document.path)?.parsed ?? one));
	}
	const revisions = first.documents.flatMap(({ document: { path, text: before } }, index): Revision[] => {
		const after = last.documents[index]?.document.text ?? before;
		return after === before ? [] : [{ path, before, after, edits: counts.get(path) ?? 0 }];
	});
	return { last, revisions };
}

function reviseAll({ documents, findings }: Examined, all: boolean): ReadonlyMap<string, Revised> {
	const revised = new Map<string, Revised>();
	for (const parsed of documents) {
		const { path } = parsed.document;
		const suggestions = findings.flatMap((finding) =>
			finding.path === path && finding.introduced && finding.suggestion !== undefined
				? [finding.suggestion]
				: [],
		);
		const better = revise(
			parsed,
			suggestions.filter(({ safe }) => all || safe),
		);
		if (better !== undefined) revised.set(path, better);
	}
	return revised;
}

/** Writes what it can. The documents that cannot be written are as they were, and so is what is said about them. */
async function save(
	first: Examined,
	last: Examined,
	revisions: readonly Revision[],
	{ root, examine }: Workshop,
): Promise<Repair> {
	const failures = new Map<string, RunError>();
	for (const revision of revisions) {
		const failure = await saveRevision(root, revision);
		if (failure !== undefined) failures.set(revision.path, failure);
	}
	const documents = last.documents.map((revised, index) =>
		failures.has(revised.document.path) ? (first.documents[index] ?? revised) : revised,
	);
	return {
		examined: failures.size === 0 ? last : await examine(documents),
		revisions: revisions.filter(({ path }) => !failures.has(path)),
		errors: [...failures.values()],
	};
}
