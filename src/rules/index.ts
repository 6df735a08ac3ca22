import type { Edit, Finding, Position, Severity, Suggestion } from "../model.ts";
import { anchor } from "./anchor.ts";
import { brokenLinkSyntax } from "./broken-link-syntax.ts";
import { dateVsIdentifier } from "./date-vs-identifier.ts";
import { deadLink } from "./dead-link.ts";
import { duplicateDefinition } from "./duplicate-definition.ts";
import { duplicateEntry } from "./duplicate-entry.ts";
import { emptySection } from "./empty-section.ts";
import { entryWithoutLink } from "./entry-without-link.ts";
import { heading } from "./heading.ts";
import { insecureLink } from "./insecure-link.ts";
import { label } from "./label.ts";
import { localTarget } from "./local-target.ts";
import { movedLink } from "./moved-link.ts";
import { order } from "./order.ts";
import { orphanFile } from "./orphan-file.ts";
import { ownerPage } from "./owner-page.ts";
import { pdf } from "./pdf.ts";
import { pinnedVersion } from "./pinned-version.ts";
import type { Draft, Rule, RuleContext } from "./rule.ts";
import { sameTargetDifferentTitle } from "./same-target-different-title.ts";
import { sameWork } from "./same-work.ts";
import { shortener } from "./shortener.ts";
import { withoutSuperseded } from "./supersede.ts";
import { tableShape } from "./table-shape.ts";
import { textDebris } from "./text-debris.ts";
import { titleVsFile } from "./title-vs-file.ts";
import { tocDrift } from "./toc-drift.ts";
import { trackingParameters } from "./tracking-parameters.ts";
import { undefinedReference } from "./undefined-reference.ts";
import { unusedDefinition } from "./unused-definition.ts";
import { unusedSuppression } from "./unused-suppression.ts";
import { volatileHost } from "./volatile-host.ts";

/** All rules. A new one is a file, a line here and a page, docs/rules/<id>.md. */
export const rules: readonly Rule[] = [
	localTarget,
	brokenLinkSyntax,
	anchor,
	deadLink,
	movedLink,
	duplicateEntry,
	sameTargetDifferentTitle,
	tocDrift,
	orphanFile,
	entryWithoutLink,
	emptySection,
	label,
	dateVsIdentifier,
	trackingParameters,
	ownerPage,
	tableShape,
	titleVsFile,
	textDebris,
	sameWork,
	pdf,
	unusedDefinition,
	undefinedReference,
	duplicateDefinition,
	heading,
	order,
	insecureLink,
	pinnedVersion,
	volatileHost,
	shortener,
	unusedSuppression,
];

type Severities = Readonly<Partial<Record<string, Severity | "off">>>;

/** Runs every rule that is not off; `severities` are the user's, by rule id. */
export function findFindings(context: RuleContext, severities: Severities): Finding[] {
	return withoutSuperseded(
		rules.flatMap((rule) => findingsOf(rule, context, severities)),
		rules,
	);
}

/** Runs one rule, unless it is off. */
export function findingsOf(rule: Rule, context: RuleContext, severities: Severities): Finding[] {
	const chosen = chosenSeverity(rule, severities);
	if (chosen === "off") return [];
	const drafts = [...rule.find(context)];
	if (drafts.length === 0) return [];
	const texts = new Map(context.documents.map(({ document }) => [document.path, document.text]));
	return drafts.map((draft) =>
		stamp(rule, draft, chosen ?? draft.severity ?? rule.severity, texts.get(draft.path) ?? ""),
	);
}

/** What the user says of a rule, or its being off by itself. */
export function chosenSeverity({ id, off }: Rule, severities: Severities): Severity | "off" | undefined {
	return severities[id] ?? (off ? "off" : undefined);
}

function stamp(
	rule: Rule,
	{ path, span, data, suggestion }: Draft,
	severity: Severity,
	document: string,
): Finding {
	const edit = suggestion && editOf(suggestion, document);
	return {
		ruleId: rule.id,
		severity,
		path,
		line: span.start.line,
		column: span.start.column,
		endLine: span.end.line,
		endColumn: span.end.column,
		...rule.word(data),
		data,
		...(edit && { suggestion: edit }),
		introduced: true,
	};
}

/**
 * In UTF-16 units, of what is there and of what comes instead. Nobody reviews a longer one; and where each of many entries is to
 * go far up its list, a report would hold that list as many times.
 */
const LONGEST_EDIT = 10_000;

function editOf({ span: { start, end }, text, safe }: Suggestion, document: string): Edit | undefined {
	if (Math.max(end.offset - start.offset, text.length) > LONGEST_EDIT) return undefined;
	const span = { start: copy(start), end: copy(end) };
	return { span, before: document.slice(start.offset, end.offset), text, safe };
}

/** A report is plain data, and its JSON is its shape: no place in it is worked out by somebody who has the document. */
function copy({ line, column, offset }: Position): Position {
	return { line, column, offset };
}
