import type { Entry } from "../model.ts";

/** When something appeared, as far as it is known. */
export interface Appearance {
	readonly year: number;
	/** From 1. */
	readonly month?: number;
}

const leading =
	/^[^\p{L}\p{N}]*(?<year>19\d\d|20[0-3]\d)(?:[-./年](?<month>1[0-2]|0?[1-9])(?!\d))?(?=[\s\]),.:_年月-])/u;
const bracketed = /[([](?<year>19\d\d|20[0-3]\d)(?:[-./](?<month>1[0-2]|0?[1-9]))?[)\]]/g;
const cell = /^(?<year>19\d\d|20[0-3]\d)(?:[-./年](?<month>1[0-2]|0?[1-9]))?\b/;
const dateColumn = /^(?:date|year|published|release date|released|日期|时间|年份|发表时间|发布时间)$/i;

/**
 * The date that an entry gives itself: first in its head (`2023-05 - Title`), once in brackets (`Title (2023)`), or for a row
 * in the column of that name.
 */
export function dateOf({ item, row }: Entry): Appearance | undefined {
	if (row !== undefined) {
		const column = row.table.header.findIndex(({ text }) => dateColumn.test(text));
		return appearance(cell.exec(row.cells[column]?.text ?? ""));
	}
	if (item === undefined) return undefined;
	const first = appearance(leading.exec(item.text));
	if (first !== undefined) return first;
	const brackets = [...item.text.matchAll(bracketed)];
	return brackets.length === 1 ? appearance(brackets[0]) : undefined;
}

function appearance(found: RegExpExecArray | null | undefined): Appearance | undefined {
	const { year, month } = found?.groups ?? {};
	if (year === undefined) return undefined;
	return { year: Number(year), ...(month === undefined ? {} : { month: Number(month) }) };
}

/** Months from the year 0 to the end of what is known: a year alone ends with December. */
export function endOf({ year, month = 12 }: Appearance): number {
	return year * 12 + month;
}
