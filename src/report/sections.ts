import { quantity } from "./quantity.ts";

/** A part of a page: rows, and what stands around them. All is Markdown, and ends with a newline. */
export interface Section {
	readonly before: string;
	readonly rows: readonly string[];
	readonly after: string;
}

/** A table of GitHub Flavored Markdown. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): Section {
	const before = tableRow(header) + tableRow(header.map(() => "---"));
	return { before, rows: rows.map(tableRow), after: "" };
}

function tableRow(cells: readonly string[]): string {
	return `| ${cells.join(" | ")} |\n`;
}

/** A block of code. None of its rows, which are text as it is, can close it. */
export function codeBlock(language: string, rows: readonly string[]): Section {
	const runs = rows.flatMap((row) => row.match(/`+/g) ?? []).map(({ length }) => length);
	// A fence is closed by one that is at least as long (https://spec.commonmark.org/0.31.2/#fenced-code-blocks).
	const fence = "`".repeat(runs.reduce((longest, length) => Math.max(longest, length + 1), 3));
	return { before: `${fence}${language}\n`, rows, after: `${fence}\n` };
}

/** A section under a heading. */
export function titled(heading: string, { before, rows, after }: Section): Section {
	return { before: `### ${heading}\n\n${before}`, rows, after };
}

/** A section that a reader unfolds. */
export function folded(summary: string, { before, rows, after }: Section): Section {
	return {
		before: `<details><summary>${summary}</summary>\n\n${before}`,
		rows,
		after: `${after}\n</details>\n`,
	};
}

/**
 * The opening and below it the sections that have rows. Where they would make the page longer than `limit` (in bytes of
 * UTF-8), it ends after the last row that fits, and one line says how many are left out.
 */
export function fillPage(opening: string, sections: readonly Section[], limit: number): string {
	let page = opening;
	let room = limit - bytes(opening) - bytes(leftOut(Number.MAX_SAFE_INTEGER));
	let missing = 0;
	for (const { before, rows, after } of sections) {
		const kept = missing > 0 ? [] : fitting(rows, room - bytes(`\n${before}${after}`));
		missing += rows.length - kept.length;
		if (kept.length === 0) continue;
		const part = `\n${before}${kept.join("")}${after}`;
		room -= bytes(part);
		page += part;
	}
	return missing > 0 ? page + leftOut(missing) : page;
}

function fitting(rows: readonly string[], room: number): readonly string[] {
	let used = 0;
	const firstTooMany = rows.findIndex((row) => {
		used += bytes(row);
		return used > room;
	});
	return firstTooMany === -1 ? rows : rows.slice(0, firstTooMany);
}

function leftOut(count: number): string {
	return `\n**${quantity(count, "row")} left out**: there is no room for more here; the formats text and json have everything.\n`;
}

function bytes(text: string): number {
	return new TextEncoder().encode(text).length;
}
