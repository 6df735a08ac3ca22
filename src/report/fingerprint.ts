import type { Finding, LinkReport, Report } from "../model.ts";
import { clean } from "./clean.ts";

/** More of a text is not needed to know it again; in UTF-16 code units. */
const LONGEST_SUBJECT = 200;

/** A finding, with what tells it from all others and stays the same when the document around it changes. */
export interface Identified {
	readonly finding: Finding;
	/** What it is about: the destination of the link in its place, else the texts in its data. One clean line. */
	readonly subject: string;
	/** From 1: findings of one rule in one file about the same thing are counted in their order. */
	readonly nth: number;
}

/** The findings of a report, in its order. */
export function identify({ links, findings }: Pick<Report, "links" | "findings">): Identified[] {
	const urls = new Map(links.map((link) => [placeOf(link), link.url]));
	const seen = new Map<string, number>();
	return findings.map((finding) => {
		const subject = clean((urls.get(placeOf(finding)) ?? textsIn(finding)).slice(0, LONGEST_SUBJECT));
		const key = keyOf(finding, subject);
		const nth = (seen.get(key) ?? 0) + 1;
		seen.set(key, nth);
		return { finding, subject, nth };
	});
}

/** A line that no other finding of the report has, and that a later report has for the same finding. */
export function fingerprint({ finding, subject, nth }: Identified): string {
	return `${keyOf(finding, subject)}:${nth}`;
}

function keyOf({ ruleId, path }: Finding, subject: string): string {
	return `${clean(ruleId)}:${clean(path)}:${subject}`;
}

function placeOf(place: Finding | LinkReport): string {
	const { path, line, column, endLine, endColumn } = place;
	return `${line}:${column}-${endLine}:${endColumn} ${path}`;
}

/** Numbers are left out: they count, or are lines, and change with the rest of the document. */
function textsIn({ data }: Finding): string {
	return Object.values(data)
		.filter((value) => typeof value === "string")
		.join(" ");
}
