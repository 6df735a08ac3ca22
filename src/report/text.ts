import type { Report } from "../model.ts";
import { STDIN } from "../naming/stdin.ts";
import { clean, disarm } from "./clean.ts";
import { encodePath } from "./location.ts";
import type { Page, Reporter } from "./reporter.ts";
import { errorRow, type Group, groupRows, type Row } from "./rows.ts";
import { type Color, colors, hyperlink, type Paint, paint } from "./style.ts";
import { countReasons, type ReasonCount, type Summary, summarize } from "./summary.ts";
import { width, wrap } from "./wrap.ts";

/** A message gets no fewer columns than these; a terminal that has fewer wraps by itself. */
const narrowest = 24;

/** `warning` and `skipped`, the longest labels. */
const labelWidth = 7;

const marks: Record<Summary["state"], readonly [Color, string]> = {
	clean: ["green", "✓"],
	partial: ["yellow", "!"],
	failed: ["red", "✗"],
};

/** What all rows of one output share. */
interface Layout {
	readonly paint: Paint;
	readonly columns: number;
	readonly placeWidth: number;
}

export const text: Reporter = {
	name: "text",
	about: "for people: findings by file, then how much was verified",
	render(report, page) {
		const groups = groupRows(report, page);
		const errors = page.quiet ? [] : report.errors.map(errorRow);
		const layout = {
			paint: paint(page.color),
			columns: page.columns,
			placeWidth: groups
				.flatMap(({ rows }) => rows)
				.reduce((widest, { place }) => Math.max(widest, place.length), 0),
		};
		const blocks = [
			...groups.map((group) => renderGroup(group, page, layout)),
			...(errors.length > 0 ? [renderErrors(errors, layout)] : []),
			renderSummary(report, page, layout.paint),
		];
		return disarm(`${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`);
	},
};

function renderGroup({ path, rows }: Group, page: Page, layout: Layout): string[] {
	const name = layout.paint("bold", clean(page.prefix + path));
	const linked = page.hyperlinks !== undefined && path !== STDIN;
	const heading = linked ? hyperlink(`file://${encodePath(`${page.hyperlinks}/${path}`)}`, name) : name;
	return [heading, ...rows.flatMap((row) => renderRow(row, layout))];
}

function renderErrors(rows: readonly Row[], layout: Layout): string[] {
	return [
		layout.paint("bold", "What could not be done"),
		...rows.flatMap((row) => renderRow(row, { ...layout, placeWidth: 0 })),
	];
}

function renderRow(row: Row, { paint, columns, placeWidth }: Layout): string[] {
	const place = placeWidth > 0 ? `  ${row.place.padStart(placeWidth)}` : "";
	const indent = place.length + labelWidth + 4;
	const room = Math.max(narrowest, columns - indent);
	const label = paint(colors[row.label], row.label) + " ".repeat(labelWidth - row.label.length);
	const [first = "", ...rest] = [
		...tagged(wrap(row.text, room), row.tag, room, paint),
		...(row.help === undefined ? [] : renderHelp(row.help, room, paint)),
		...renderEdit(row.edit, room, paint),
	];
	return [`${paint("dim", place)}  ${label}  ${first}`, ...rest.map((line) => " ".repeat(indent) + line)];
}

/** Puts the tag after the last line, or below it where there is no room. */
function tagged(lines: readonly string[], tag: string, room: number, paint: Paint): string[] {
	const last = lines.at(-1) ?? "";
	const fits = width(last) + 2 + width(tag) <= room;
	return fits ? [...lines.slice(0, -1), `${last}  ${paint("dim", tag)}`] : [...lines, paint("dim", tag)];
}

function renderHelp(help: string, room: number, paint: Paint): string[] {
	const [first = "", ...rest] = wrap(help, room - 6);
	return [`${paint("bold", "help:")} ${first}`, ...rest.map((line) => `      ${line}`)];
}

/** Shown only where both sides fit: a difference between two wrapped lines helps nobody. */
function renderEdit(edit: Row["edit"], room: number, paint: Paint): string[] {
	if (edit === undefined) return [];
	const sides = [
		...(edit.before === undefined ? [] : [["red", `- ${edit.before}`] as const]),
		...(edit.after === undefined ? [] : [["green", `+ ${edit.after}`] as const]),
	];
	return sides.every(([, side]) => width(side) <= room)
		? sides.map(([color, side]) => paint(color, side))
		: [];
}

function renderSummary(report: Report, page: Page, paint: Paint): string[] {
	const summary = summarize(report);
	const [color, mark] = marks[summary.state];
	const first = `${paint(color, mark)} ${paint("bold", summary.headline)}`;
	if (page.quiet) return [first];
	const verdicts = summary.verdicts.map(({ verdict, count }) => `${count} ${verdict}`).join(", ");
	return [
		first,
		...(verdicts === "" ? [] : [`  ${verdicts}`]),
		...renderReasons("unsure", countReasons(report, "unsure"), paint),
		...renderReasons("skipped", countReasons(report, "skipped"), paint),
	];
}

function renderReasons(
	verdict: "unsure" | "skipped",
	counts: readonly ReasonCount[],
	paint: Paint,
): string[] {
	if (counts.length === 0) return [];
	const digits = String(counts[0]?.count).length;
	const longest = Math.max(...counts.map(({ reason }) => reason.length));
	return [
		`  ${paint(colors[verdict], verdict)}`,
		...counts.map(({ count, reason, hosts }) =>
			`    ${String(count).padStart(digits)}  ${reason.padEnd(longest)}  ${paint("dim", hosts)}`.trimEnd(),
		),
	];
}
