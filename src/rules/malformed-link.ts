import type { ParsedDocument } from "../model.ts";
import type { Prose } from "./prose.ts";

export type LinkFault =
	| "gap"
	| "full-width"
	| "nested"
	| "reversed"
	| "square"
	| "quotes"
	| "space"
	| "unclosed";

/** What was meant as a link, and what it is to be; offsets into the document. */
export interface MalformedLink {
	readonly fault: LinkFault;
	readonly start: number;
	readonly end: number;
	/** The link as it is to be written; absent where that is not known. */
	readonly meant?: string;
	readonly safe: boolean;
}

type Groups = Readonly<Record<string, string | undefined>>;
type Meant = Pick<MalformedLink, "meant" | "safe"> | undefined;

interface Form {
	readonly fault: LinkFault;
	/** `joint` is what CommonMark would have read as a part of a link, had it seen one. */
	readonly pattern: RegExp;
	mend(groups: Groups): Meant;
}

const label = String.raw`(?<label>!?\[(?!\s*x?\s*\])[^[\]\n]+\])`;
/** An address or a path that cannot be a remark in parentheses. */
const address = String.raw`(?:https?://|www\.|\.{1,2}/)(?:[^\s()（）<>]|\([^\s()（）<>]*\))+|#[\p{L}\p{N}_-]+|[^\s()（）<>[\]]+\.(?:md|pdf|html?|png|jpe?g|gif|svg|ipynb)`;
const word = String.raw`[^\s()（）<>[\]"“”]+`;
const web = String.raw`(?:https?://|www\.)[^\s()[\]<>]+`;

const forms: readonly Form[] = [
	{
		fault: "gap",
		pattern: new RegExp(`${label}(?<joint>[ \\t]+\\()(?<address>${address})\\)`, "dgu"),
		mend: ({ label, address }) => ({ meant: `${label}(${address})`, safe: true }),
	},
	{
		fault: "full-width",
		pattern: new RegExp(`${label}(?<joint>（|\\((?=[^()\\s]*）))\\s*(?<address>${address})\\s*[)）]`, "dgu"),
		mend: ({ label, address }) => ({ meant: `${label}(${address})`, safe: true }),
	},
	{
		fault: "nested",
		pattern: new RegExp(
			`${label}(?<joint>\\()\\[(?<inner>[^[\\]\\n]*)\\]\\((?<address>[^()\\s]+)\\)\\)`,
			"dgu",
		),
		mend: ({ label, inner, address }) => ({ meant: `${label}(${address})`, safe: inner === address }),
	},
	{
		fault: "reversed",
		pattern: new RegExp(`\\((?<text>[^()\\[\\]\\n]+)(?<joint>\\)\\[)(?<address>${web})\\]`, "dgu"),
		mend: ({ text, address }) => ({ meant: `[${text}](${address})`, safe: true }),
	},
	{
		fault: "square",
		pattern: new RegExp(`${label}(?<joint>\\[)(?<address>${web})\\]`, "dgu"),
		mend: ({ label, address }) => ({ meant: `${label}(${address})`, safe: true }),
	},
	{
		fault: "quotes",
		pattern: /(?<label>!?\[[^[\]\n]+\])(?<joint>\()(?<address>[^\s()]+)\s+[“”„](?<title>[^"“”\n]*)[“”]\)/dgu,
		mend: ({ label, address, title }) => ({ meant: `${label}(${address} "${title}")`, safe: true }),
	},
	{
		fault: "space",
		pattern: new RegExp(
			`${label}(?<joint>\\()[ \\t]*(?<address>${word}(?:[ \\t]+${word})+)[ \\t]*(?<title>[ \\t]"[^"\\n]*")?\\)`,
			"dgu",
		),
		mend: mendSpaces,
	},
	{
		fault: "unclosed",
		pattern: new RegExp(
			`${label}(?<joint>\\()(?<address>https?://[^\\s()（）<>[\\]]+)(?=[ \\t]*$|(?<more>[ \\t])[^)）\\n]{0,200}$)`,
			"dgmu",
		),
		mend: ({ label, address = "", more }) => ({
			meant: `${label}(${address})`,
			safe: more === undefined && /[\p{L}\p{N}/]$/u.test(address),
		}),
	},
];

/** Finds what CommonMark shows as text though it was meant as a link. */
export function* malformedLinks(
	{ document: { text } }: ParsedDocument,
	prose: Prose,
): Generator<MalformedLink> {
	if (!hasJoint(text, prose)) return;
	for (const { fault, pattern, mend } of forms)
		for (const found of text.matchAll(pattern)) {
			const [joint = 0] = found.indices?.groups?.joint ?? [];
			const { groups = {}, index } = found;
			const isText = prose.has(joint - 1) && prose.has(joint) && text[index - 1] !== "\\";
			const meant = isText ? mend(groups) : undefined;
			if (meant !== undefined) yield { fault, start: index, end: index + found[0].length, ...meant };
		}
}

/** Whether any form could be found: nearly all texts have the brackets of real links only. */
function hasJoint(text: string, prose: Prose): boolean {
	const joint = /\][ \t]*[(（[]/y;
	const isJoint = (at: number): boolean => {
		joint.lastIndex = at;
		return joint.test(text);
	};
	return prose.placesOf("]").some(isJoint) || prose.placesOf(")[").length > 0;
}

/** Blanks are legitimate in the names of files. In an address they come from a remark as often as not. */
function mendSpaces({ label = "", address = "", title = "" }: Groups): Meant {
	const isPath =
		/^(?:\.{0,2}\/)?[^:?#]*\.(?:md|pdf|html?|png|jpe?g|gif|svg|ipynb|epub|txt|docx?|pptx?)(?:#\S*)?$/i.test(
			address,
		);
	const isRelative = /^\.{0,2}\//.test(address);
	if (isPath || isRelative)
		return { meant: `${label}(${address.replace(/\s/g, "%20")}${title})`, safe: isPath };
	return /^(?:https?:\/\/|www\.)/i.test(address) ? { safe: false } : undefined;
}
