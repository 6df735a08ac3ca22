import type { Document, Heading, Link, ParsedDocument } from "../model.ts";
import { BlockCollector, type Blocks } from "./blocks.ts";
import { listsThings } from "./catalogue.ts";
import { LabelCollector } from "./definitions.ts";
import { EntryMaker } from "./entries.ts";
import { HeadingCollector } from "./headings.ts";
import { Lines } from "./lines.ts";
import { LinkCollector } from "./links.ts";
import { blankComments, bracedComments, readBracedComments } from "./mdx.ts";
import { MentionCollector } from "./mentions.ts";
import { inOrder } from "./order.ts";
import type { Range } from "./piece.ts";
import { TreeReader } from "./read.ts";
import { readTable } from "./rows.ts";
import { readSections, sectionAt } from "./sections.ts";
import { readComments, TextCollector } from "./texts.ts";
import { labelsAmong, type Source } from "./title.ts";
import { parseTree, type Tree } from "./tree.ts";
import { walk } from "./walk.ts";

/** Finds what a document links to, what can be linked to in it, and what it lists. In Markdown nothing is an error. */
export function parseDocument(document: Document): ParsedDocument {
	const { text, format } = document;
	const lines = new Lines(text);
	const braced = format === "mdx" ? [...bracedComments(text)] : [];
	const tree = parseTree(blankComments(text, braced), lines);
	const { said, blocks } = readTree(document, tree, lines, braced);
	const source = { text, lines, labels: labelsAmong(said.mentions, text) };
	const structure = readStructure(source, said.headings, blocks);
	return { document, ...said, ...structure, catalogue: listsThings(document, structure.entries) };
}

/** What is said in a document, in the order of the text, and its blocks with what is said in them. */
function readTree({ path, text }: Document, tree: Tree, lines: Lines, braced: readonly Range[]) {
	const links = new LinkCollector(path, lines);
	const headings = new HeadingCollector(lines);
	const mentions = new MentionCollector(lines);
	const ids: string[] = [];
	const reader = new TreeReader(tree, (event) => {
		links.take(event);
		headings.take(event);
		mentions.take(event);
		if (event.type === "id") ids.push(event.value);
	});
	const texts = new TextCollector(lines);
	const labels = new LabelCollector(tree, lines);
	const blocks = new BlockCollector(lines);
	walk(tree.root, reader, texts, labels, blocks);

	const found = links.finish();
	const linkAt = new Map<number, Link>();
	for (const link of found) linkAt.set(link.span.start.offset, link);
	const { definitions, references, byIdentifier } = labels.finish(text, linkAt, texts.texts);
	const mentioned = mentions.finish(linkAt, byIdentifier);
	return {
		blocks: blocks.finish(texts.runs, mentioned),
		said: {
			links: found,
			headings: headings.finish(),
			ids,
			mentions: mentioned,
			definitions,
			references,
			texts: texts.texts,
			comments: inOrder([
				...(text.includes("<!--") ? readComments(tree, lines) : []),
				...readBracedComments(text, braced, lines),
			]),
		},
	};
}

/** What a document lists, and under which headings. */
function readStructure(source: Source, headings: readonly Heading[], blocks: Blocks) {
	const sections = readSections(headings, source.text, source.lines);
	const maker = new EntryMaker(source, (offset) => sectionAt(sections, offset));
	for (const list of blocks.lists) maker.addList(list);
	for (const paragraph of blocks.paragraphs) maker.addParagraph(paragraph);
	const tables = blocks.tables.map((table) => {
		const section = sectionAt(sections, table.span.start.offset);
		return readTable(table, section, source);
	});
	const ofRows = tables.flatMap(({ rows }) => rows.flatMap(({ entry }) => entry ?? []));
	const entries = inOrder([...maker.entries, ...ofRows]);
	return { sections, lists: maker.lists, tables, entries };
}

/** What a fragment can name in a document: its headings, and the ids of its HTML and footnotes. */
export function fragmentsOf({ headings, ids }: ParsedDocument): readonly string[] {
	return [...headings.map((heading) => heading.slug), ...ids];
}
