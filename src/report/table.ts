import { quantity } from "./quantity.ts";

/** A table of GitHub Flavored Markdown, with what stands before and after it. Cells are Markdown. */
export interface Table {
	readonly before: string;
	readonly header: readonly string[];
	readonly rows: readonly (readonly string[])[];
	readonly after?: string;
}

/**
 * The opening and below it the tables that have rows. Where they would make the page longer than `limit` (in bytes of
 * UTF-8), it ends after the last row that fits, and one line says how many are left out.
 */
export function fillPage(opening: string, tables: readonly Table[], limit: number): string {
	let page = opening;
	let room = limit - bytes(opening) - bytes(leftOut(Number.MAX_SAFE_INTEGER));
	let missing = 0;
	for (const { before, header, rows, after = "" } of tables) {
		const head = `\n${before}\n\n${line(header)}${line(header.map(() => "---"))}`;
		const kept = missing > 0 ? [] : fitting(rows.map(line), room - bytes(head + after));
		missing += rows.length - kept.length;
		if (kept.length === 0) continue;
		const part = head + kept.join("") + after;
		room -= bytes(part);
		page += part;
	}
	return missing > 0 ? page + leftOut(missing) : page;
}

function line(cells: readonly string[]): string {
	return `| ${cells.join(" | ")} |\n`;
}

function fitting(lines: readonly string[], room: number): readonly string[] {
	let used = 0;
	const firstTooMany = lines.findIndex((line) => {
		used += bytes(line);
		return used > room;
	});
	return firstTooMany === -1 ? lines : lines.slice(0, firstTooMany);
}

function leftOut(count: number): string {
	return `\n**${quantity(count, "row")} left out**: there is no room for more here; the formats text and json have everything.\n`;
}

function bytes(text: string): number {
	return new TextEncoder().encode(text).length;
}
