import type { ParsedDocument, Suggestion } from "../model.ts";
import { Lines } from "../parse/lines.ts";
import { type AddressFault, malformedAddress } from "./malformed-address.ts";
import { type LinkFault, malformedLinks } from "./malformed-link.ts";
import { Prose } from "./prose.ts";
import type { Draft, Rule, Words } from "./rule.ts";
import { type StrayBracket, strayBrackets } from "./stray-bracket.ts";

type Fault = AddressFault | LinkFault | "stray";

type BrokenLinkSyntax = {
	readonly fault: Fault;
	/** The destination, the link or the bracket as written. */
	readonly written: string;
	/** For `stray`: on which side of a link it is; else empty. */
	readonly side: string;
	/** What is to be written, or empty. */
	readonly meant: string;
};

/** Something that its author meant as a link, and that a reader cannot follow for how it is written. */
export const brokenLinkSyntax: Rule<BrokenLinkSyntax> = {
	id: "broken-link-syntax",
	summary: "what was meant as a link and is written so that it is none",
	severity: "error",
	confidence: "high",
	offline: true,
	// A destination without its scheme is a path that leads nowhere, too.
	supersedes: ["local-target", "dead-link"],
	*find({ documents, links }) {
		for (const resolved of links) {
			const found = malformedAddress(resolved);
			if (found === undefined) continue;
			const { path, span, url } = resolved.link;
			const { fault, meant } = found;
			yield {
				path,
				span,
				data: { fault, written: url, side: "", meant },
				...(meant === "" ? {} : { suggestion: { span, text: meant, safe: true } }),
			};
		}
		for (const parsed of documents) yield* findInText(parsed);
	},
	word: (data) => words[data.fault](data),
};

function* findInText(parsed: ParsedDocument): Generator<Draft<BrokenLinkSyntax>> {
	const { path, text } = parsed.document;
	const malformed = [...malformedLinks(parsed, new Prose(parsed))];
	const strays = strayBrackets(parsed);
	if (malformed.length + strays.length === 0) return;
	const lines = new Lines(text);
	for (const { fault, start, end, meant, safe } of malformed) {
		const span = lines.at(start, end);
		yield {
			path,
			span,
			data: { fault, written: text.slice(start, end), side: "", meant: meant ?? "" },
			...(meant === undefined ? {} : { suggestion: { span, text: meant, safe } }),
		};
	}
	for (const stray of strays) {
		const span = lines.at(stray.at, stray.at + 1);
		yield {
			path,
			span,
			data: { fault: "stray", written: stray.bracket, side: stray.side, meant: "" },
			suggestion: removal(stray, parsed, lines),
		};
	}
}

/** A round bracket after a link is one too many. Elsewhere its other half may be what is missing. */
function removal(
	{ at, bracket, side }: StrayBracket,
	{ document }: ParsedDocument,
	lines: Lines,
): Suggestion {
	const isLast = /^(?:[\s,.;]|$)/.test(document.text.slice(at + 1, at + 2));
	return { span: lines.at(at, at + 1), text: "", safe: side === "after" && bracket === ")" && isLast };
}

const words: Readonly<Record<Fault, (data: BrokenLinkSyntax) => Words>> = {
	empty: () => ({ message: "the link leads nowhere: its address is empty", help: "Add the address." }),
	wrapped: ({ written, meant }) => ({
		message: `the address ${written} has quotes or brackets of its own`,
		help: `Write ${meant}.`,
	}),
	doubled: ({ written, meant }) => ({
		message: `the address ${written} is written twice, or has two schemes`,
		help: `Write ${meant}.`,
	}),
	scheme: ({ written, meant }) => ({
		message: `the scheme of ${written} is misspelt`,
		help: `Write ${meant}.`,
	}),
	"no-scheme": ({ written, meant }) => ({
		message: `${written} has no scheme: readers are led to a file of that name`,
		help: `Write ${meant}.`,
	}),
	gap: ({ written }) => ({
		message: `${written} is no link: blanks are between its brackets`,
		help: "Delete them.",
	}),
	"full-width": ({ written }) => ({
		message: `${written} is no link: its parentheses are full-width`,
		help: "Write ( and ).",
	}),
	nested: ({ written }) => ({
		message: `the address of ${written} is written as a link of its own`,
		help: "Write the bare address between the parentheses.",
	}),
	reversed: ({ written, meant }) => ({
		message: `${written} is no link: its brackets are the wrong way round`,
		help: `Write ${meant}.`,
	}),
	square: ({ written }) => ({
		message: `${written} is no link: its address is in square brackets`,
		help: "Write the address between parentheses.",
	}),
	quotes: ({ written }) => ({
		message: `${written} is no link: its title is in typographic quotes`,
		help: 'Write " on both sides of it.',
	}),
	space: ({ written }) => ({
		message: `${written} is no link: its address has blanks`,
		help: "Write %20 for a blank, or < and > around the address.",
	}),
	unclosed: ({ written }) => ({
		message: `${written} is no link: its closing parenthesis is missing`,
		help: "Add it.",
	}),
	stray: ({ written, side }) => ({
		message: `the ${written} ${side} the link has no other half`,
		help: "Delete it, or add the other one.",
	}),
};
