import { findAnchor } from "../judge/fragment.ts";
import type { JudgedLink, Suggestion } from "../model.ts";
import { groupBy } from "../naming/group.ts";
import { type FoldedNames, fold, foldAll, nearestAmong } from "../naming/nearest.ts";
import { STDIN } from "../naming/stdin.ts";
import { decodePercent } from "../resolve/destination.ts";
import { writeFragment } from "../resolve/write.ts";
import { notableLinks } from "./links.ts";
import type { Rule } from "./rule.ts";

type AnchorData = {
	readonly fragment: string;
	/** The file that lacks it; empty for the link's own. */
	readonly path: string;
	/** `case`: it is there, but for the case of letters. */
	readonly fault: "missing" | "case";
	/** The anchor that was meant, or empty. */
	readonly anchor: string;
};

/** What an author may be off by: two typos, in a short name fewer. */
const MAX_EDITS = 2;
const CHARACTERS_PER_EDIT = 3;

/** A fragment without a heading or an id, in the document itself or in another file of the tree. */
export const anchor: Rule<AnchorData> = {
	id: "anchor",
	summary: "a fragment that no heading or id in the own or another file makes",
	severity: "error",
	confidence: "high",
	offline: true,
	*find(context) {
		const { documents } = context;
		const texts = new Map(documents.map(({ document }) => [document.path, document.text]));
		const indices = new Map<readonly string[], AnchorIndex>();
		const indexOf = (anchors: readonly string[]): AnchorIndex => {
			const index = indices.get(anchors) ?? createIndex(anchors);
			indices.set(anchors, index);
			return index;
		};
		for (const judged of notableLinks(context).local) {
			const found = inspect(judged, indexOf);
			if (found === undefined) continue;
			const { link } = judged;
			const { data, safe } = found;
			const suggestion = correct(judged, texts.get(link.path) ?? "", data, safe);
			yield {
				path: link.path,
				span: link.span,
				data,
				...(data.fault === "case" ? { severity: "warning" as const } : {}),
				...(suggestion === undefined ? {} : { suggestion }),
			};
		}
	},
	word: ({ fragment, path, fault, anchor }) => {
		const where = path === "" ? "this document" : path;
		if (fault === "case")
			return { message: `#${fragment} is written #${anchor} in ${where}`, help: `Write #${anchor}.` };
		return {
			message: `#${fragment} names no heading or id in ${where}`,
			help: anchor === "" ? "Name a heading that is there, or add the anchor." : `Did you mean #${anchor}?`,
		};
	},
};

function inspect(
	{ link, target, fragment, observation, verdict }: JudgedLink,
	indexOf: (anchors: readonly string[]) => AnchorIndex,
) {
	if (target.kind !== "file" || observation.kind !== "file" || fragment === undefined) return undefined;
	const { anchors } = observation;
	if (anchors === undefined) return undefined;
	const path = target.path === link.path ? "" : target.path;
	if (verdict.reason === "missing-anchor") {
		const meant = guess(fragment, link.text, indexOf(anchors));
		const data: AnchorData = { fragment, path, fault: "missing", anchor: meant?.anchor ?? "" };
		return { data, safe: meant?.safe ?? false };
	}
	const found = verdict.verdict === "alive" ? findAnchor(fragment, anchors) : undefined;
	if (found?.match !== "case") return undefined;
	const data: AnchorData = { fragment, path, fault: "case", anchor: found.anchor };
	return { data, safe: true };
}

/** The anchors of one page. */
interface AnchorIndex {
	readonly byLetters: ReadonlyMap<string, readonly string[]>;
	readonly names: FoldedNames;
}

function createIndex(anchors: readonly string[]): AnchorIndex {
	const unique = new Set(anchors);
	return { byLetters: groupBy(unique, letters), names: foldAll(unique) };
}

/** The one anchor that is the same but for case and punctuation, else the one that the link's text makes, else the nearest. */
function guess(fragment: string, text: string, { byLetters, names }: AnchorIndex) {
	const written = decodePercent(fragment);
	const like = (name: string) => {
		const key = letters(name);
		const [only, ...others] = byLetters.get(key) ?? [];
		return key !== "" && others.length === 0 ? only : undefined;
	};
	const same = like(written);
	if (same !== undefined) return { anchor: same, safe: true };
	const edits = Math.min(MAX_EDITS, Math.floor(written.length / CHARACTERS_PER_EDIT));
	const similar = like(text) ?? nearestAmong(names, written, edits);
	return similar === undefined ? undefined : { anchor: similar, safe: false };
}

/** What is left of a name without case and punctuation. */
function letters(name: string): string {
	return fold(name).replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}

function correct(
	{ link }: JudgedLink,
	text: string,
	data: AnchorData,
	safe: boolean,
): Suggestion | undefined {
	if (data.anchor === "" || link.path === STDIN) return undefined;
	const written = text.slice(link.span.start.offset, link.span.end.offset);
	// With an escape in the fragment, the text is another than the URL: that is left to the author.
	if (!written.endsWith(`#${data.fragment}`)) return undefined;
	const before = written.slice(0, written.length - data.fragment.length);
	return { span: link.span, text: before + writeFragment(data.fragment, data.anchor), safe };
}
