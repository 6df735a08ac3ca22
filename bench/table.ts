import type { Contestant, Result } from "./contest.ts";
import type { Sample } from "./measure.ts";
import { spell } from "./tools.ts";

export interface Column<C extends Contestant, S extends Sample> {
	readonly head: string;
	readonly cell: (result: Result<C, S>) => string;
}

/** What each run of anything costs. */
export const costs: readonly Column<Contestant, Sample>[] = [
	{ head: "wall, s", cell: ({ samples }) => spread(samples.map(({ wall }) => wall)) },
	{ head: "CPU, s", cell: ({ samples }) => spread(samples.map(({ cpu }) => cpu)) },
	{ head: "peak, MiB", cell: ({ samples }) => spread(samples.map(({ peak }) => peak)) },
];

/** A Markdown table of results, and below it the command lines. */
export function tableOf<C extends Contestant, S extends Sample>(
	results: readonly Result<C, S>[],
	columns: readonly Column<C, S>[],
): string {
	const rows = results.map((result) => [
		result.contestant.name,
		...(result.trouble === undefined ? columns.map(({ cell }) => cell(result)) : [result.trouble]),
	]);
	const commands = results.map(
		({ contestant }) => `- ${contestant.name}: \`${spell([...contestant.tool.start, ...contestant.args])}\``,
	);
	return [
		line(["", ...columns.map(({ head }) => head)]),
		line(["---", ...columns.map(() => "---:")]),
		...rows.map((row) => line([...row, ...Array<string>(columns.length + 1 - row.length).fill("")])),
		"",
		...commands,
	].join("\n");
}

/** The median, and the least and the most where they differ from it. */
export function spread(values: readonly number[]): string {
	const texts = [median(values), Math.min(...values), Math.max(...values)].map(short);
	const [middle = "", least = "", most = ""] = texts;
	return least === most ? middle : `${middle} (${least}..${most})`;
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const half = sorted.length / 2;
	return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}

/** Whole numbers as they are, others with three digits at most. */
export function short(value: number): string {
	if (Number.isInteger(value) || value >= 100) return String(Math.round(value));
	return value.toFixed(value >= 10 ? 1 : 2);
}

function line(cells: readonly string[]): string {
	return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
