import { judgeFile } from "../../src/judge/file.ts";
import type { FileObservation, JudgedLink, ParsedDocument, Suggestion, Verdict } from "../../src/model.ts";
import { parseDocument } from "../../src/parse/index.ts";
import { resolveLink } from "../../src/resolve/link.ts";
import type { Shelf } from "../../src/resolve/shelf.ts";
import type { Data, Rule, RuleContext } from "../../src/rules/rule.ts";

/** What a look at the file found, by the file's path. */
export type Looks = Readonly<Record<string, Partial<FileObservation>>>;

/** Verdicts of web links, by the URL as written; all others are alive. */
export type Verdicts = Readonly<Record<string, Verdict>>;

/** A finding as a person sees it: what is underlined, the words, and the line after the suggestion. */
export interface Seen {
	readonly written: string;
	readonly message: string;
	readonly help?: string;
	readonly severity?: string;
	readonly fixed?: string;
	readonly safe?: boolean;
}

/** Makes a catalogue of the text before them. */
export const otherEntries: string = `\n\n## Others\n${[..."abcdefghij"]
	.map((name) => `\n- [${name}](https://${name}.example.org/)`)
	.join("")}`;

/** Runs one rule on one document. */
export function see<D extends Data>(
	rule: Rule<D>,
	document: { readonly text: string; readonly path?: string },
	shelf: Shelf,
	looks: Looks = {},
	verdicts: Verdicts = {},
): Seen[] {
	const { text, path = "docs/a.md" } = document;
	const parsed = parseDocument({ path, text, format: "markdown" });
	return [...rule.find(contextOf(parsed, shelf, looks, verdicts))].map(
		({ span, data, severity, suggestion }) => ({
			written: text.slice(span.start.offset, span.end.offset),
			...rule.word(data),
			...(severity && { severity }),
			...(suggestion && { fixed: apply(parsed, suggestion), safe: suggestion.safe }),
		}),
	);
}

/** What a rule sees of a run that had one document. */
export function contextOf(
	parsed: ParsedDocument,
	shelf: Shelf,
	looks: Looks = {},
	verdicts: Verdicts = {},
): RuleContext {
	const links = parsed.links.map((link) => judge(resolveLink(link, shelf), looks, verdicts));
	return { documents: [parsed], links, files: shelf.files, home: shelf.home };
}

function judge(resolved: ReturnType<typeof resolveLink>, looks: Looks, verdicts: Verdicts): JudgedLink {
	const { link, target, fragment } = resolved;
	const { key } = target;
	if (target.kind !== "file") {
		const verdict: Verdict = verdicts[link.url] ?? { verdict: "alive", reason: "ok" };
		return { ...resolved, observation: { kind: "http", key, via: "page", attempts: [] }, verdict };
	}
	const observation: FileObservation = { kind: "file", key, state: target.state, ...looks[target.path] };
	return { ...resolved, observation, verdict: judgeFile(observation, fragment) };
}

function apply({ document: { text } }: ParsedDocument, { span, text: replacement }: Suggestion): string {
	return text.slice(0, span.start.offset) + replacement + text.slice(span.end.offset);
}
