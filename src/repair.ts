import type { Options } from "./config/options.ts";
import type { Examined } from "./examine.ts";
import { type Revised, revise } from "./fix/revise.ts";
import type { ParsedDocument, RunError } from "./model.ts";
import { type Revision, saveRevision } from "./revision.ts";

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

type Level = Pick<Options, "fix" | "fix-suggested" | "fix-dry-run">;

/**
 * Makes the edits that findings suggest and the options want, pass by pass, until none is left.
 *
 * @param examine Looks at documents again after they were edited.
 */
export async function repair(
	first: Examined,
	options: Level,
	{
		root,
		examine,
	}: {
		readonly root: string;
		readonly examine: (documents: readonly ParsedDocument[]) => Promise<Examined>;
	},
): Promise<Repair> {
	if (!wantsRepair(options)) return { examined: first, revisions: [], errors: [] };
	const edits = new Map<string, number>();
	let examined = first;
	for (let pass = 0; pass < MOST_PASSES; pass++) {
		const revised = reviseAll(examined, options["fix-suggested"]);
		if (revised.size === 0) break;
		for (const [path, { edits: more }] of revised) edits.set(path, (edits.get(path) ?? 0) + more);
		examined = await examine(
			examined.documents.map((parsed) => revised.get(parsed.document.path)?.parsed ?? parsed),
		);
	}
	const revisions = revisionsOf(first, examined, edits);
	if (options["fix-dry-run"]) return { examined: first, revisions, errors: [] };

	const failures = new Map<string, RunError>();
	for (const revision of revisions) {
		const failure = await saveRevision(root, revision);
		if (failure !== undefined) failures.set(revision.path, failure);
	}
	const written = revisions.filter(({ path }) => !failures.has(path));
	if (failures.size === 0) return { examined, revisions: written, errors: [] };
	const originals = new Map(first.documents.map((parsed) => [parsed.document.path, parsed]));
	const actual = examined.documents.map(
		(parsed) => (failures.has(parsed.document.path) && originals.get(parsed.document.path)) || parsed,
	);
	return { examined: await examine(actual), revisions: written, errors: [...failures.values()] };
}

export function wantsRepair(options: Level): boolean {
	return options.fix || options["fix-suggested"] || options["fix-dry-run"];
}

function reviseAll({ documents, findings }: Examined, all: boolean): ReadonlyMap<string, Revised> {
	const suggested = findings.filter(({ suggestion }) => suggestion !== undefined && (all || suggestion.safe));
	const revised = new Map<string, Revised>();
	for (const parsed of documents) {
		const { path } = parsed.document;
		const own = suggested.filter((finding) => finding.path === path);
		const better = revise(
			parsed,
			own.flatMap(({ suggestion }) => suggestion ?? []),
		);
		if (better !== undefined) revised.set(path, better);
	}
	return revised;
}

function revisionsOf(first: Examined, last: Examined, edits: ReadonlyMap<string, number>): Revision[] {
	return first.documents.flatMap(({ document: { path, text: before } }, index) => {
		const after = last.documents[index]?.document.text ?? before;
		return after === before ? [] : [{ path, before, after, edits: edits.get(path) ?? 0 }];
	});
}
