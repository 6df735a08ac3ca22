import { z } from "zod";
import { type Reason, reasons } from "../../src/model.ts";

/** The shape of the JSON report. docs/report.schema.json is what this gives, and `Report` is what it parses to. */

const line = z.int().min(1).describe("From 1.");
const column = z.int().min(1).describe("From 1, in UTF-16 code units.");
const count = z.int().min(0);

const position = z.object({
	line,
	column,
	offset: z.int().min(0).describe("From 0, in UTF-16 code units of the file; a byte order mark counts."),
});

const suggestion = z
	.object({
		span: z
			.object({ start: position, end: position })
			.describe("What would be replaced; the end is the first character after."),
		before: z.string().describe("What would be replaced, as it is written."),
		text: z.string().describe("What to write instead; empty to delete."),
		safe: z.boolean().describe("Whether the edit is certain to be what the author meant."),
	})
	.describe("An edit.");

const reason = z.enum(Object.values(reasons).flat() as [Reason, ...Reason[]]);
const severity = z.enum(["error", "warning", "info"]);
const verdict = z.enum(["alive", "moved", "dead", "unsure", "skipped"]);

const place = {
	path: z.string().describe("POSIX, relative to the root of the tree; `<stdin>` for standard input."),
	line,
	column,
	endLine: line,
	endColumn: column.describe("From 1, in UTF-16 code units; the first after."),
};

const link = z.object({
	...place,
	url: z.string().describe("The destination, with Markdown's escapes and character references resolved."),
	text: z.string().describe("What a reader sees of the link."),
	kind: z.enum(["link", "image", "definition", "autolink", "html"]),
	verdict,
	reason,
	finalUrl: z.string().exactOptional().describe("Where a reader ends, when it is not where the link points."),
	status: z.int().exactOptional().describe("The last HTTP status."),
	evidence: z.string().exactOptional().describe("What the reason rests on, in words."),
	attempts: count.describe(
		"Requests, or looks at the disk, that the verdict rests on; shared by all links to the target.",
	),
});

const finding = z.object({
	ruleId: z.string(),
	severity,
	...place,
	message: z.string().describe("What is wrong, with the value as written."),
	help: z.string().exactOptional().describe("What to do about it."),
	data: z
		.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
		.describe("The arguments of the message."),
	suggestion: suggestion.exactOptional(),
	introduced: z
		.boolean()
		.describe(
			"False where the run has a base and this was so before; such a finding never makes a run fail.",
		),
});

const error = z
	.object({
		code: z.string(),
		path: z.string().exactOptional(),
		message: z.string(),
		help: z.string().exactOptional(),
		fatal: z.boolean().describe("False when everything could still be checked."),
	})
	.describe("What kept shelfread from doing a part of its job.");

export const reportSchema = z
	.object({
		version: z.literal(1),
		environment: z.object({
			version: z.string().describe("Of shelfread."),
			network: z.enum(["all", "changed", "auto", "none"]).describe("What was asked for."),
			base: z
				.object({
					name: z.string().describe("In the words of whoever asked for it."),
					commit: z.string().exactOptional().describe("What was compared with."),
					unknown: z
						.string()
						.exactOptional()
						.describe("Why there is nothing to compare with: all is checked then, and counts as introduced."),
				})
				.exactOptional()
				.describe("What the run compares with; absent for a run over everything."),
			online: z
				.boolean()
				.describe("False when the run had web links and nothing on the network could be reached."),
			incomplete: z.boolean().describe("True when the run was stopped before its end."),
		}),
		stats: z.object({
			files: count.describe("Documents that were read."),
			unread: count.describe(
				"Documents that were not, because nothing in them can have changed since the base.",
			),
			links: count,
			targets: count,
			verified: count.describe("Links that ended alive, moved or dead."),
			verdicts: z.record(verdict, count).describe("They add up to the links."),
			reasons: z.partialRecord(reason, count).describe("Only those that occur. They add up to the links."),
			findings: z.record(severity, count).describe("Introduced ones; without a base all are."),
			preExisting: z
				.record(severity, count)
				.describe("Findings in the documents that were read which were so at the base already."),
			suppressed: count.describe(
				"Findings that a comment, the configuration or the baseline silences; they are counted nowhere else.",
			),
			stale: count.describe("Findings that the baseline silences without there being any."),
			requests: count.describe("HTTP requests sent."),
		}),
		links: z.array(link).describe("In the order of path, line and column."),
		findings: z.array(finding).describe("In the order of path, line, column and rule."),
		errors: z.array(error),
	})
	.describe("The JSON report of shelfread.");
