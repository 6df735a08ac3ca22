import type { Entry, EntryLink, Link, ParsedDocument, Span } from "../model.ts";
import { clean, disarm } from "./clean.ts";
import { escapeControls } from "./json.ts";

/** What is listed, and how. */
export interface ListPage {
	readonly of: "links" | "entries";
	/** One JSON object a line, for programs; text for people otherwise. */
	readonly jsonl: boolean;
	/** What to put before a path in text so that it leads there from the working directory. */
	readonly prefix: string;
}

/** The links or the entries of documents, in the order of their paths and places. Empty where there are none. */
export function renderList(documents: readonly ParsedDocument[], { of, jsonl, prefix }: ListPage): string {
	const inOrder = [...documents].sort((a, b) => (a.document.path < b.document.path ? -1 : 1));
	if (jsonl)
		return inOrder
			.flatMap((parsed) => objectsOf(parsed, of))
			.map(toLine)
			.join("");
	const texts = inOrder.flatMap((parsed) => {
		const at = (span: Span): string => `${clean(prefix + parsed.document.path)}:${place(span)}`;
		return of === "links"
			? parsed.links.map((link) => linkText(link, at(link.span)))
			: parsed.entries.map((entry) => entryText(entry, at(entry.titleSpan)));
	});
	return disarm(texts.map((text) => `${text}\n`).join(""));
}

function place({ start }: Span): string {
	return `${start.line}:${start.column}`;
}

function linkText({ kind, url, text }: Link, at: string): string {
	return [at, kind, clean(url), clean(text)].join("  ").trimEnd();
}

function entryText({ title, section, links }: Entry, at: string): string {
	const path = section.path.map(({ text }) => clean(text)).join(" › ");
	return [`${at}  ${clean(title)}${path === "" ? "" : `  (${path})`}`, ...links.map(entryLinkText)].join(
		"\n",
	);
}

function entryLinkText({ role, label, mention }: EntryLink): string {
	return `  ${clean(label ?? "") || role}  ${clean(mention.link.url)}`;
}

function objectsOf({ document, links, entries }: ParsedDocument, of: ListPage["of"]): object[] {
	const { path } = document;
	return of === "links"
		? links.map(({ span, kind, url, text }) => ({ path, ...flat(span), kind, url, text }))
		: entries.map(({ kind, title, titleSpan, section, depth, parent, links: own }) => ({
				path,
				...flat(titleSpan),
				kind,
				title,
				section: section.path.map(({ text }) => text),
				depth,
				...(parent === undefined ? {} : { parent: parent.title }),
				links: own.map(entryLinkObject),
			}));
}

function entryLinkObject({ role, label, inherited, mention }: EntryLink): object {
	const { start } = mention.span;
	return {
		line: start.line,
		column: start.column,
		role,
		...(label === undefined ? {} : { label, inherited }),
		url: mention.link.url,
		text: mention.text,
	};
}

function flat({ start, end }: Span) {
	return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

function toLine(value: object): string {
	return `${escapeControls(JSON.stringify(value))}\n`;
}
