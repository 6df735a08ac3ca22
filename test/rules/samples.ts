import { judgeFile } from "../../src/judge/file.ts";
import type { FileObservation, JudgedLink, ParsedDocument, Suggestion } from "../../src/model.ts";
import { parseDocument } from "../../src/parse/index.ts";
import { resolveLink } from "../../src/resolve/link.ts";
import type { Shelf } from "../../src/resolve/shelf.ts";
import type { Data, Rule } from "../../src/rules/rule.ts";

/** What a look at the file found, by the file's path. */
export type Looks = Readonly<Record<string, Partial<FileObservation>>>;

/** A finding as a person sees it: what is underlined, the words, and the line after the suggestion. */
export interface Seen {
	readonly written: string;
	readonly message: string;
	readonly help?: string;
	readonly severity?: string;
	readonly fixed?: string;
	readonly safe?: boolean;
}

/** Runs one rule on one document, whose web links are left out. */
export function see<D extends Data>(
	rule: Rule<D>,
	document: { readonly text: string; readonly path?: string },
	shelf: Shelf,
	looks: Looks = {},
): Seen[] {
	const { text, path = "docs/a.md" } = document;
	const parsed = parseDocument({ path, text, format: "markdown" });
	const links = parsed.links.flatMap((link) => judge(resolveLink(link, shelf), looks));
	return [...rule.find({ documents: [parsed], links })].map(({ span, data, severity, suggestion }) => ({
		written: text.slice(span.start.offset, span.end.offset),
		...rule.word(data),
		...(severity && { severity }),
		...(suggestion && { fixed: apply(parsed, suggestion), safe: suggestion.safe }),
	}));
}

function judge(resolved: ReturnType<typeof resolveLink>, looks: Looks): JudgedLink[] {
	const { target, fragment } = resolved;
	if (target.kind !== "file") return [];
	const { key, state, path } = target;
	const observation: FileObservation = { kind: "file", key, state, ...looks[path] };
	return [{ ...resolved, observation, verdict: judgeFile(observation, fragment) }];
}

function apply({ document: { text } }: ParsedDocument, { span, text: replacement }: Suggestion): string {
	return text.slice(0, span.start.offset) + replacement + text.slice(span.end.offset);
}
