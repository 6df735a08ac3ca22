import type { Cell, ParsedDocument, Row, Suggestion, Table } from "../model.ts";
import { nearest } from "../naming/nearest.ts";
import { isCatalogue } from "../parse/catalogue.ts";
import { countBy } from "./habit.ts";
import type { Draft, Rule, Words } from "./rule.ts";

type TableShapeData =
	/** The row's number of cells, and the header's. */
	| { readonly fault: "long" | "short"; readonly count: number; readonly columns: number }
	| { readonly fault: "swallowed"; readonly line: string }
	| {
			readonly fault: "outlier";
			readonly value: string;
			/** The value that was meant, and how many cells of the column have it. */
			readonly usual: string;
			readonly count: number;
			readonly column: string;
	  };

/** A row of a catalogue's table that does not fit its header, or a cell that nearly has the value of many others. */
export const tableShape: Rule<TableShapeData> = {
	id: "table-shape",
	summary: "a row with more or fewer cells than its header, or a misspelt value in a column of few",
	severity: "warning",
	confidence: "high",
	offline: true,
	byHabit: true,
	*find({ documents }) {
		for (const parsed of documents.filter(isCatalogue))
			for (const table of parsed.tables) {
				yield* findRows(table, parsed);
				yield* findOutliers(table, parsed);
			}
	},
	word,
};

function* findRows({ header, rows }: Table, { document }: ParsedDocument): Generator<Draft<TableShapeData>> {
	for (const row of rows) {
		const line = document.text.slice(row.span.start.offset, row.span.end.offset).trim();
		const data = line.includes("|") ? misfit(row, header.length) : swallowed(line, header.length);
		if (data !== undefined) yield { path: document.path, span: row.span, data };
	}
}

/** A line that follows a table without a blank one between becomes a row. */
function swallowed(line: string, columns: number): TableShapeData | undefined {
	return columns > 1 ? { fault: "swallowed", line } : undefined;
}

/** What is empty may be left out or be too many: a reader sees no difference. One cell alone is a title over other rows. */
function misfit({ cells }: Row, columns: number): TableShapeData | undefined {
	const count = cells.length;
	if (cells.slice(columns).some(({ text, mentions }) => text !== "" || mentions.length > 0))
		return { fault: "long", count, columns };
	return count < columns && count > 1 ? { fault: "short", count, columns } : undefined;
}

/** A column of few values has at least so many cells for each of them. */
const CELLS_PER_VALUE = 3;
/** So much more frequent is a value than its misspelling. */
const RATIO = 5;
/** Shorter words have too many neighbours; so few letters may be wrong in the others. */
const MIN_LENGTH = 5;
const LETTERS_PER_EDIT = 6;
const MAX_EDITS = 2;

function* findOutliers(
	{ header, rows }: Table,
	{ document }: ParsedDocument,
): Generator<Draft<TableShapeData>> {
	for (const [index, { text: column }] of header.entries()) {
		const cells = rows.flatMap(({ cells }) => cells[index] ?? []).filter(({ text }) => text !== "");
		const counts = countBy(cells, ({ text }) => text);
		if (cells.length < counts.size * CELLS_PER_VALUE) continue;
		const misspellings = misspellingsAmong(counts);
		for (const cell of cells) {
			const usual = misspellings.get(cell.text);
			if (usual === undefined) continue;
			const suggestion = correct(cell, usual, document.text);
			const count = counts.get(usual) ?? 0;
			yield {
				path: document.path,
				span: cell.span,
				data: { fault: "outlier", value: cell.text, usual, count, column },
				...(suggestion === undefined ? {} : { suggestion }),
			};
		}
	}
}

type Counted = readonly [value: string, count: number];

/** The values that are misspelt, each with the one that was meant. */
function misspellingsAmong(counts: ReadonlyMap<string, number>): Map<string, string> {
	const frequent = [...counts].filter(([, count]) => count >= RATIO);
	const misspellings = new Map<string, string>();
	for (const counted of counts) {
		const usual = misspelt(counted, frequent);
		if (usual !== undefined) misspellings.set(counted[0], usual);
	}
	return misspellings;
}

/** Values that differ in digits, in letter case or in a plural are other values. */
function misspelt([value, count]: Counted, frequent: readonly Counted[]): string | undefined {
	if (value.length < MIN_LENGTH || !/\p{Ll}/u.test(value)) return undefined;
	const usual = frequent
		.filter(([other, often]) => often >= count * RATIO && comparable(other) === comparable(value))
		.map(([other]) => other);
	const limit = Math.min(MAX_EDITS, Math.ceil(value.length / LETTERS_PER_EDIT));
	const found = nearest(value, usual, limit);
	return found === undefined || stem(found) === stem(value) ? undefined : found;
}

/** What misspelling leaves as it is. */
function comparable(value: string): string {
	return value.charAt(0).toLowerCase() + value.replace(/\D+/g, " ");
}

function stem(value: string): string {
	return value.toLowerCase().replace(/s$/, "");
}

function correct({ text, span }: Cell, usual: string, source: string): Suggestion | undefined {
	const written = source.slice(span.start.offset, span.end.offset);
	return written === text ? { span, text: usual, safe: false } : undefined;
}

function word(data: TableShapeData): Words {
	switch (data.fault) {
		case "long":
			return {
				message: `the row has ${data.count} cells, its header ${data.columns}: readers do not see the last ${data.count - data.columns}`,
				help: "Write `\\|` for a bar within a cell, or add a column.",
			};
		case "short":
			return {
				message: `the row has ${data.count} cells, its header ${data.columns}`,
				help: "Add the cells that are missing, empty if need be.",
			};
		case "swallowed":
			return {
				message: `${data.line} became a row of the table above it`,
				help: "Put a blank line between the table and the text.",
			};
		case "outlier":
			return {
				message: `${data.value} looks like a misspelling of ${data.usual}, which ${data.count} cells of the column ${data.column} have`,
				help: `Write ${data.usual}.`,
			};
	}
}
