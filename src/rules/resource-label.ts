import type { Entry, EntryLink, Mention, ParsedDocument, Span } from "../model.ts";
import { isWithin } from "./position.ts";

/**
 * Where a label stands: alone in an item (`- [Paper](u)`), beside a title, or in a table. What is a habit in one of them is
 * none in the others.
 */
export type LabelForm = "item" | "inline" | "cell";

/** What is around a label's link: `[[paper](u)]`, `([paper](u))`, or nothing. */
export type Wrapper = "brackets" | "parentheses" | "none";

/** The text of a link that says what it leads to: `Paper`, `GitHub`. */
export interface ResourceLabel {
	/** Without brackets of its own. */
	readonly text: string;
	/** All of the text, as written. */
	readonly span: Span;
	/** Its link, from `[` to `)`. */
	readonly link: Span;
	readonly form: LabelForm;
	/** Undefined where it shares a wrapper with others, as in `([paper](u), [code](v))`. */
	readonly wrapper: Wrapper | undefined;
	/** All labels of its entry, its own text among them. */
	readonly together: readonly string[];
}

/** The labels that are written on links, in the order of the text; those that a column or a group gives are not among them. */
export function resourceLabels({ document, entries }: ParsedDocument): ResourceLabel[] {
	return entries.flatMap((entry) => {
		const labelled = entry.links.filter(isWritten);
		const together = labelled.map(({ label = "" }) => label);
		return labelled.map(({ mention, label = "" }) => ({
			text: label,
			span: mention.textSpan,
			link: mention.span,
			form: formOf(mention, entry),
			wrapper: wrapperOf(mention, document.text),
			together,
		}));
	});
}

function isWritten({ role, label, inherited, mention }: EntryLink): boolean {
	return role === "resource" && !inherited && !mention.pictured && label !== undefined && label !== "";
}

function formOf({ span }: Mention, { kind, item }: Entry): LabelForm {
	if (kind === "row") return "cell";
	return item !== undefined && !isWithin(span, item.head) ? "item" : "inline";
}

function wrapperOf({ text, span }: Mention, source: string): Wrapper | undefined {
	if (/^\[.*\]$/.test(text)) return "brackets";
	const before = source[span.start.offset - 1] ?? "";
	const after = source[span.end.offset] ?? "";
	if (before === "[" && after === "]") return "brackets";
	if (before === "(" && after === ")") return "parentheses";
	return /[[(（【]/.test(before) || /[\])）】]/.test(after) ? undefined : "none";
}
