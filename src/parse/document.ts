import type { Document, ParsedDocument } from "../model.ts";
import { readBlocks } from "./blocks.ts";
import { listsThings } from "./catalogue.ts";
import { readLabels } from "./definitions.ts";
import { EntryMaker } from "./entries.ts";
import { HeadingCollector } from "./headings.ts";
import { Lines } from "./lines.ts";
import { LinkCollector } from "./links.ts";
import { blankComments, bracedComments, readBracedComments } from "./mdx.ts";
import { MentionCollector } from "./mentions.ts";
import type { Range } from "./piece.ts";
import { readTree } from "./read.ts";
import { readTable } from "./rows.ts";
import { readSections, sectionAt } from "./sections.ts";
import { readComments, readTexts } from "./texts.ts";
import { parseTree, type Tree } from "./tree.ts";

/** Finds what a document links to, what can be linked to in it, and what it lists. In Markdown nothing is an error. */
export function parseDocument(document: Document): ParsedDocument {
	const { text, format } = document;
	const lines = new Lines(text);
	const braced = format === "mdx" ? [...bracedComments(text)] : [];
	const tree = parseTree(blankComments(text, braced), lines);
	const said = readSaid(document, tree, lines, braced);
	const structure = readStructure(text, tree, lines, said);
	return { document, ...said.found, ...structure, catalogue: listsThings(document, structure.entries) };
}

/** What is said in a document, in the order of the text. */
function readSaid({ path, text }: Document, tree: Tree, lines: Lines, braced: readonly Range[]) {
	const links = new LinkCollector(path, lines);
	const headings = new HeadingCollector(lines);
	const mentions = new MentionCollector(lines);
	const ids: string[] = [];
	readTree(tree, (event) => {
		links.take(event);
		headings.take(event);
		mentions.take(event);
		if (event.type === "id") ids.push(event.value);
	});
	const runs = readTexts(tree, lines);
	const texts = runs.flatMap(({ value, span, linked, prose }) => (prose ? [{ value, span, linked }] : []));
	const found = links.finish();
	const { definitions, references, byIdentifier } = readLabels(tree, text, lines, found, texts);
	return {
		runs,
		found: {
			links: found,
			headings: headings.finish(),
			ids,
			mentions: mentions.finish(found, byIdentifier),
			definitions,
			references,
			texts,
			comments: [
				...(text.includes("<!--") ? readComments(tree, lines) : []),
				...readBracedComments(text, braced, lines),
			].sort((a, b) => a.span.start.offset - b.span.start.offset),
		},
	};
}

/** What a document lists, and under which headings. */
function readStructure(text: string, tree: Tree, lines: Lines, { runs, found }: ReturnType<typeof readSaid>) {
	const sections = readSections(found.headings, text, lines);
	const blocks = readBlocks(tree, lines, { runs, mentions: found.mentions });
	const source = { text, lines };
	const maker = new EntryMaker(source, (offset) => sectionAt(sections, offset));
	for (const list of blocks.lists) maker.addList(list);
	for (const paragraph of blocks.paragraphs) maker.addParagraph(paragraph);
	const tables = blocks.tables.map((table) => {
		const section = sectionAt(sections, table.span.start.offset);
		return readTable(table, section, source);
	});
	const ofRows = tables.flatMap(({ rows }) => rows.flatMap(({ entry }) => entry ?? []));
	const entries = [...maker.entries, ...ofRows].sort((a, b) => a.span.start.offset - b.span.start.offset);
	return { sections, lists: maker.lists, tables, entries };
}

/** What a fragment can name in a document: its headings, and the ids of its HTML and footnotes. */
export function fragmentsOf({ headings, ids }: ParsedDocument): readonly string[] {
	return [...headings.map((heading) => heading.slug), ...ids];
}
