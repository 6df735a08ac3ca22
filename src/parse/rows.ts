import type { Cell, Entry, EntryLink, Mention, Row, Section, Table } from "../model.ts";
import type { Passage, RowBlock, TableBlock } from "./blocks.ts";
import { labelledLink } from "./entries.ts";
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

/** A table with its rows as entries. */
export function readTable(
	{ span, rows: [first, ...others] }: TableBlock,
	section: Section,
	source: Source,
): Table {
	const header = cellsOf(first, source);
	const table: Table & { rows: readonly Row[] } = { header, rows: [], section, span };
	table.rows = others.map((row) => makeRow(row, table, source));
	return table;
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

function makeRow(block: RowBlock, table: Table, source: Source): Row {
	const { span } = block;
	const cells = cellsOf(block, source);
	const lines = source.lines.whole(span);
	const row: Row & { entry?: Entry } = { cells, table, span, lines };
	const title = cells.some(({ mentions }) => mentions.length > 0) ? titleOf(row, source) : undefined;
	if (title === undefined) return row;
	const links = kept(cells.flatMap((cell, column) => linksIn(cell, table.header[column], title, source)));
	const { section } = table;
	row.entry = {
		kind: "row",
		title: title.text,
		titleSpan: title.span,
		links,
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
function titleOf({ cells, table }: Row, source: Source): Title | undefined {
	const { header } = table;
	const isNamed = ({ text }: Cell): boolean => hasLetters(text) && !isGeneric(text);
	const titled = cells.find((cell, column) => titleHeader.test(header[column]?.text ?? "") && isNamed(cell));
	if (titled !== undefined) return cellTitle(titled, source);
	const headerOf = (column: number): string => header[column]?.text ?? "";
	const names = cells.map((cell) => nameIn(cell, source));
	const named =
		names.find((name, column) => name !== undefined && workHeader.test(headerOf(column))) ??
		names.find((name, column) => name !== undefined && !isGeneric(headerOf(column)));
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

function linksIn({ mentions }: Cell, header: Cell | undefined, title: Title, source: Source): EntryLink[] {
	const column =
		header !== undefined && isGeneric(header.text) && !proseHeader.test(header.text)
			? { text: header.text, span: header.span }
			: undefined;
	return mentions.map((mention) => {
		if (mention === title.mention) return { mention, role: "primary", inherited: false };
		if (column === undefined && !isLabel(mention, source))
			return { mention, role: "secondary", inherited: false };
		return labelledLink(mention, column, source);
	});
}
