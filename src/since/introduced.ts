import type { Changes, Finding, JudgedLink, ParsedDocument, Touched } from "../model.ts";
import { applyBaseline, type BaselineEntry, subjectsIn } from "../suppress/baseline.ts";

/** What findings are told apart by. */
export interface Evidence {
	readonly documents: readonly ParsedDocument[];
	readonly links: readonly JudgedLink[];
	readonly changes: Changes;
	readonly touched: Touched;
	/** What was found before, by the paths of then and `asWritten`. */
	readonly before: readonly BaselineEntry[];
	/** Whether a rule compares with what most of a document does: then an old line is not to blame for new ones. */
	readonly isByHabit: (rule: string) => boolean;
}

/**
 * Says of each finding whether the change introduced it: because it stands on a line that is not as it was, or because it was
 * not found before, as where a file or a heading went away that an old line leads to. What the web does to an old link is not
 * the change's doing.
 */
export function markIntroduced(findings: readonly Finding[], evidence: Evidence): Finding[] {
	const { documents, touched, isByHabit } = evidence;
	const isAboutWeb = aboutWeb(evidence.links);
	const isTouched = ({ path, line, endLine, endColumn }: Finding) =>
		touched(path, line, endColumn === 1 ? Math.max(line, endLine - 1) : endLine);
	const comparable = findings.filter(
		(finding) => !isTouched(finding) && !isAboutWeb(finding) && !isByHabit(finding.ruleId),
	);
	const { findings: unheard } = applyBaseline(comparable, moved(evidence), asWritten(documents));
	const fresh = new Set(unheard);
	return findings.map((finding) =>
		isTouched(finding) || fresh.has(finding) ? finding : { ...finding, introduced: false },
	);
}

/**
 * Tells what a finding is about: the text that it underlines, and not where a link leads. When a document is moved, all its
 * relative links lead elsewhere and are the same all the same.
 */
export function asWritten(documents: readonly ParsedDocument[]): (finding: Finding) => string {
	return subjectsIn(documents, []);
}

/** Whether a finding is about where a web link leads. */
function aboutWeb(links: readonly JudgedLink[]): (finding: Finding) => boolean {
	const places = new Set(
		links
			.filter(({ target }) => target.kind === "http")
			.map(({ link: { path, span } }) => `${span.start.line}:${span.start.column} ${path}`),
	);
	return ({ path, line, column }) => places.has(`${line}:${column} ${path}`);
}

/** What was found before, by the paths of now. */
function moved({ before, changes }: Evidence): BaselineEntry[] {
	const paths = new Map(changes.files.map(({ path, before }) => [before, path]));
	return before.map((entry) => ({ ...entry, path: paths.get(entry.path) ?? entry.path }));
}
