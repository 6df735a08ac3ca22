import type { LinkReport, Report } from "../model.ts";
import { orderedJson } from "./json.ts";
import type { Reporter } from "./reporter.ts";

export const jsonl: Reporter = {
	name: "jsonl",
	about: "for programs: one JSON object a line, each link as soon as its verdict is final",
	whole: true,
	render: (report) => report.links.map(link).join("") + rest(report),
	lines: { link, rest },
};

function link(one: LinkReport): string {
	return line("link", one);
}

function rest({ version, environment, stats, findings, errors }: Report): string {
	return [
		...findings.map((finding) => line("finding", finding)),
		...errors.map((error) => line("error", error)),
		line("summary", { version, environment, stats }),
	].join("");
}

function line(type: "link" | "finding" | "error" | "summary", value: object): string {
	return `${orderedJson({ type, ...value })}\n`;
}
