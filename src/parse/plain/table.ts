import type { AlignType, PhrasingContent, Table, TableCell, TableRow } from "mdast";
import type { Block, Page } from "./block.ts";
import { isBlankOrTab } from "./source.ts";

const delimiters = /^\|(?: *:?-+:? *\|)+$/;

/** Reads a table with bars at both ends of its rows, up to a blank line. */
export function readTable(page: Page, line: number): Block | undefined {
	const { source } = page;
	const end = source.nextBlank(line);
	if (!delimiters.test(source.line(line + 1))) return undefined;
	const align = source
		.line(line + 1)
		.split("|")
		.slice(1, -1)
		.map(alignment);
	const children: TableRow[] = [];
	for (let next = line; next < end; next++) {
		if (next === line + 1) continue;
		const found = readRow(page, next);
		if (found === undefined) return undefined;
		children.push(found);
	}
	if (children[0]?.children.length !== align.length) return undefined;
	const table: Table = { type: "table", align, children, position: source.position(line, end - 1) };
	return { nodes: [table], next: end };
}

function alignment(cell: string): AlignType {
	const [left, right] = [cell.trim().startsWith(":"), cell.trim().endsWith(":")];
	if (left) return right ? "center" : "left";
	return right ? "right" : null;
}

/** Whether a line has bars at its ends, something in it, and nothing that takes the meaning of a bar. */
function isRow(line: string): boolean {
	return line.startsWith("|") && line.endsWith("|") && /[^| \t]/.test(line) && !line.includes("\\");
}

function readRow({ source, inline }: Page, line: number): TableRow | undefined {
	const text = source.line(line);
	if (!isRow(text)) return undefined;
	const start = source.start(line);
	const children: TableCell[] = [];
	for (let bar = 0, next = text.indexOf("|", 1); next !== -1; bar = next, next = text.indexOf("|", bar + 1)) {
		const cell = readCell(start + bar + 1, start + next);
		if (cell === undefined) return undefined;
		// The last bar belongs to the last cell.
		const end = next === text.length - 1 ? text.length : next;
		const position = { start: source.point(line, start + bar), end: source.point(line, start + end) };
		children.push({ type: "tableCell", children: cell, position });
	}
	return { type: "tableRow", children, position: source.position(line) };

	function readCell(from: number, to: number): PhrasingContent[] | undefined {
		while (from < to && isBlankOrTab(source.text.charCodeAt(from))) from++;
		while (from < to && isBlankOrTab(source.text.charCodeAt(to - 1))) to--;
		return from === to ? [] : inline(from, to, line);
	}
}
