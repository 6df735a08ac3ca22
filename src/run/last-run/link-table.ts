import type { LinkReport } from "../../model.ts";

/** Where a link is, and what is written there. */
type Row = readonly [
	line: number,
	column: number,
	endLine: number,
	endColumn: number,
	url: string,
	text: string,
	kind: LinkReport["kind"],
	/** Which of the outcomes it has. */
	outcome: number,
];

type Outcome = Omit<
	LinkReport,
	"path" | "line" | "column" | "endLine" | "endColumn" | "url" | "text" | "kind"
>;

interface Table {
	/** Each once: thousands of links have the same. */
	readonly outcomes: readonly Outcome[];
	/** Of links that follow each other and have one path. */
	readonly parts: readonly (readonly [path: string, rows: readonly Row[]])[];
}

/** Links as JSON, in a third of what they take one by one. */
export function encodeLinks(links: readonly LinkReport[]): string {
	const numbers = new Map<string, number>();
	const outcomes: Outcome[] = [];
	const parts: [string, Row[]][] = [];
	for (const { path, line, column, endLine, endColumn, url, text, kind, ...outcome } of links) {
		const key = JSON.stringify(outcome);
		const number = numbers.get(key) ?? outcomes.push(outcome) - 1;
		numbers.set(key, number);
		const last = parts.at(-1);
		const row: Row = [line, column, endLine, endColumn, url, text, kind, number];
		if (last?.[0] === path) last[1].push(row);
		else parts.push([path, [row]]);
	}
	return JSON.stringify({ outcomes, parts } satisfies Table);
}

/** The same links, in the same order. */
export function decodeLinks(table: string): LinkReport[] {
	const { outcomes, parts } = JSON.parse(table) as Table;
	return parts.flatMap(([path, rows]) =>
		rows.map(([line, column, endLine, endColumn, url, text, kind, outcome]): LinkReport => {
			const place = { path, line, column, endLine, endColumn };
			return { ...place, url, text, kind, ...(outcomes[outcome] as Outcome) };
		}),
	);
}
