import type { Cell, Entry, EntryLink, Mention, Row, Section, Table } from "../model.ts";
import type { Passage, RowBlock, TableBlock } from "./blocks.ts";
import { type GivenLabel, labelledLink } from "./entries.ts";
import { given } from "./given.ts";
import { kept } from "./kept.ts";
import { hasLetters, isGeneric } from "./labels.ts";
import { foldSpace } from "./text.ts";
import { isLabel, type Source, type Title } from "./title.ts";

/** Column headers over what an entry is called. */
const titleHeader =
	/^(title|name|paper title|标题|名称|论文标题|论文名称|タイトル|名前|論文名|titel|titre|título|titulo|название)$/i;

/** Column headers over what entries are, where its names are links. */
const workHeader = /^(papers?|articles?|books?|projects?|repos?|repository|论文|文章|项目|論文)$/i;

/** Column headers over prose, though their words are labels elsewhere. */
const proseHeader = /^(notes?|summary|abstract|备注|笔记)$/i;

/** What a header says of the cells below it. */
interface Column {
	/** They are what entries are called. */
	readonly titles: boolean;
	/** They are what entries are. */
	readonly works: boolean;
	/** It names a kind of link, and no thing. */
	readonly generic: boolean;
	/** What it says of the links in them. */
	readonly label?: GivenLabel;
}

/** Of cells without a header. */
const unsaid: Column = { titles: false, works: false, generic: false };

/** A table with its rows as entries. */
export function readTable(
	{ span, rows: [first, ...others] }: TableBlock,
	section: Section,
	source: Source,
): Table {
	const header = cellsOf(first, source);
	const columns = header.map(columnOf);
	const table: Table & { rows: readonly Row[] } = { header, rows: [], section, span };
	table.rows = others.map((row) => makeRow(row, table, columns, source));
	return table;
}

function columnOf({ text, span }: Cell): Column {
	const generic = isGeneric(text);
	return {
		titles: titleHeader.test(text),
		works: workHeader.test(text),
		generic,
		...given("label", generic && !proseHeader.test(text) ? { text, span } : undefined),
	};
}

function cellsOf(row: RowBlock | undefined, source: Source): Cell[] {
	return row?.cells.map((cell) => makeCell(cell, source)) ?? [];
}

function makeCell({ span, runs, mentions }: Passage, { text, lines }: Source): Cell {
	const written = text.slice(span.start.offset, span.end.offset);
	const start = /^\|?\s*/.exec(written)?.[0].length ?? 0;
	const content = written
		.slice(start)
		.replace(/(?<!\\)\|$/, "")
		.trimEnd();
	const from = span.start.offset + start;
	return {
		text: foldSpace(runs.map(({ value }) => value).join("")),
		span: lines.at(from, from + content.length),
		mentions: kept(mentions),
	};
}

function makeRow(block: RowBlock, table: Table, columns: readonly Column[], source: Source): Row {
	const { span } = block;
	const cells = cellsOf(block, source);
	const lines = source.lines.whole(span);
	const row: Row & { entry?: Entry } = { cells, table, span, lines };
	const title = cells.some(({ mentions }) => mentions.length > 0)
		? titleOf(cells, columns, source)
		: undefined;
	if (title === undefined) return row;
	const links: EntryLink[] = [];
	for (const [at, { mentions }] of cells.entries()) {
		for (const mention of mentions) links.push(linkIn(columns[at] ?? unsaid, mention, title, source));
	}
	const { section } = table;
	row.entry = {
		kind: "row",
		title: title.text,
		titleSpan: title.span,
		links: kept(links),
		section,
		span,
		lines,
		depth: 0,
		row,
	};
	return row;
}

/**
 * The cell under a header that says so, else the link under one that says what is listed, else the first link that is no label and not in a column of those, else the first
 * cell with letters that are no label, else the first link.
 */
function titleOf(cells: readonly Cell[], columns: readonly Column[], source: Source): Title | undefined {
	const isNamed = ({ text }: Cell): boolean => hasLetters(text) && !isGeneric(text);
	const titled = cells.find((cell, at) => columns[at]?.titles && isNamed(cell));
	if (titled !== undefined) return cellTitle(titled, source);
	const names = cells.map((cell) => nameIn(cell, source));
	const named =
		names.find((name, at) => name !== undefined && columns[at]?.works) ??
		names.find((name, at) => name !== undefined && !columns[at]?.generic);
	if (named !== undefined) return linkTitle(named);
	const lettered = cells.find(isNamed);
	if (lettered !== undefined) return cellTitle(lettered, source);
	const first = cells.find(({ text, mentions }) => text !== "" && mentions.length > 0);
	return first === undefined ? undefined : cellTitle(first, source);
}

function cellTitle(cell: Cell, source: Source): Title {
	const named = nameIn(cell, source);
	return named === undefined ? { text: cell.text, span: cell.span } : linkTitle(named);
}

function nameIn({ mentions }: Cell, source: Source): Mention | undefined {
	return mentions.find((mention) => !isLabel(mention, source));
}

function linkTitle(mention: Mention): Title {
	return { text: mention.text, span: mention.textSpan, mention };
}

function linkIn({ label }: Column, mention: Mention, title: Title, source: Source): EntryLink {
	if (mention === title.mention) return { mention, role: "primary", inherited: false };
	if (label === undefined && !isLabel(mention, source))
		return { mention, role: "secondary", inherited: false };
	return labelledLink(mention, label, source);
}
