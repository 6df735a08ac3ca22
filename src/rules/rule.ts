import type {
	ArchivedCopy,
	Finding,
	JudgedLink,
	ParsedDocument,
	RuleFacts,
	Severity,
	Span,
	Suggestion,
	Touched,
} from "../model.ts";
import type { Home } from "../resolve/home.ts";
import type { Suppression } from "../suppress/suppression.ts";

/** What a rule may look at. Everything is already known; a rule only compares. */
export interface RuleContext {
	readonly documents: readonly ParsedDocument[];
	/** Every link of these documents, in the order of path and offset. */
	readonly links: readonly JudgedLink[];
	/** The files of the tree. Absent unless all of its own Markdown is among the documents: another might refer to them. */
	readonly files?: readonly string[];
	/** Suppressions that silence nothing: known, and absent until then, when all other rules have spoken. */
	readonly useless?: readonly Suppression[];
	/** Copies of dead pages, by the key of their target, where the run was to look for them. */
	readonly archived?: ReadonlyMap<string, ArchivedCopy> | undefined;
	/** Whether lines are not as they were; absent where the run has no base. Of two places that do not agree, the newer is to blame. */
	readonly touched?: Touched | undefined;
	/** Where the tree is published, if that is known. */
	readonly home?: Home | undefined;
}

export type Data = Finding["data"];

/** A finding before its rule's severity and words are stamped on it. */
export interface Draft<D extends Data = Data> {
	readonly path: string;
	readonly span: Span;
	readonly data: D;
	readonly suggestion?: Suggestion;
	/** For the rare finding that weighs less than its rule says. Configuration still wins. */
	readonly severity?: Severity;
}

export interface Words {
	/** One sentence: what is wrong, with the value as written. */
	readonly message: string;
	/** What to do about it. */
	readonly help?: string;
}

/**
 * A rule is a pure function from what a run knows to findings. It carries data; `word` is the one place that turns the
 * data into sentences.
 */
export interface Rule<D extends Data = Data> extends RuleFacts {
	/**
	 * True when it compares with what most of a document does, or with what other rules find: when that changes, it makes no old
	 * line a new fault.
	 */
	readonly byHabit?: true;
	/** Rules that need not say of the same place what this one says better. */
	readonly supersedes?: readonly string[];
	find(context: RuleContext): Iterable<Draft<D>>;
	word(data: D): Words;
}
