import { observeFile } from "../check/files.ts";
import type { Changes, ParsedDocument } from "../model.ts";
import { isMarkdown } from "../naming/format.ts";
import { resolveLink } from "../resolve/link.ts";
import type { Shelf } from "../resolve/shelf.ts";
import { rules } from "../rules/index.ts";
import { shelfBefore } from "../since/before.ts";
import { asWritten, markIntroduced } from "../since/introduced.ts";
import { touchedIn as touchedLines } from "../since/touched.ts";
import { type BaselineEntry, baselineOf } from "../suppress/baseline.ts";
import { fileAccess } from "./documents.ts";
import { Examiner, type Senses, type Since } from "./examine.ts";
import type { Wishes } from "./findings.ts";
import type { Scope } from "./scope.ts";

/** The tree of a run, and how it was. */
export interface Times {
	/** Absolute. */
	readonly root: string;
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
	const { root, changes, scope, wishes } = times;
	const shelf = shelfBefore(times.shelf, changes);
	const isChanged = new Set(changes.files.map(({ path }) => path));
	const unchanged = scope.parsed.filter(({ document }) => !isChanged.has(document.path));
	const isReplaced = replaced(changes);
	const { files } = times.surroundings;
	const examiner = new Examiner({
		resolve: (link) => resolveLink(link, shelf),
		web: { online: async () => true, heard: () => true },
		lookers: (parsed) => {
			const access = fileAccess(root, shelf.repository, parsed);
			return {
				web: async ({ key }) => ({ kind: "none", key, reason: "offline" }),
				// What was in it is not known: nothing was wrong with it then, so that what is wrong now is new.
				file: async (target, wants) =>
					isReplaced(target.path)
						? { kind: "file", key: target.key, state: target.state }
						: observeFile(target, wants, access),
				skip: () => undefined,
			};
		},
		onBug: () => {},
		onLook: () => {},
		surroundings: { ...times.surroundings, ...(files && { files: shelf.files }) },
		wishes: { ...wishes, baseline: [] },
	});
	const documents = [...scope.before, ...unchanged];
	const { findings } = await examiner.examine(documents);
	return baselineOf(findings, asWritten(documents));
}

/** Of a changed document the text is at hand; of what else changed, nothing is left on the disk. */
function replaced({ files, texts }: Changes): (path: string) => boolean {
	const paths = new Set(files.map(({ before }) => before));
	return (path) => paths.has(path) && !(isMarkdown(path) && texts.has(path));
}
