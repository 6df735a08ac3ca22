import type { Comment, ParsedDocument, Span } from "../model.ts";
import { groupBy } from "../naming/group.ts";
import { nearest } from "../naming/nearest.ts";
import { type Directive, readDirective } from "./directive.ts";
import { countBefore, isBefore, type Place } from "./place.ts";
import type { Origin, Scope } from "./suppression.ts";
import { rulesOf } from "./tools.ts";

/** The stretches that the comments of a document silence. `known` are the ids of all rules. */
export function readScopes(parsed: ParsedDocument, known: readonly string[]): Scope[] {
	const told = parsed.comments.flatMap((comment) => {
		const directive = readDirective(comment.text);
		return directive === undefined ? [] : [{ comment, directive, rules: rulesOf(directive) }];
	});
	const endings = groupBy(
		told.filter(({ directive }) => directive.action === "enable"),
		({ directive }) => directive.tool,
	);
	const ends = new Map([...endings].map(([tool, enabling]) => [tool, new Ends(enabling)]));
	return told.flatMap((one) => scopesOf(one, ends.get(one.directive.tool), parsed, known));
}

/** A comment that tells a checker something. */
interface Told {
	readonly comment: Comment;
	readonly directive: Directive;
	/** Undefined is all of them. */
	readonly rules: readonly string[] | undefined;
}

const nowhere: Place = { line: Infinity, column: 1 };

/** Where the comments of one tool let rules speak again. */
class Ends {
	/** By the rule that speaks again; under undefined, all do. In the order of the text. */
	readonly #places: ReadonlyMap<string | undefined, readonly Place[]>;

	constructor(enabling: readonly Told[]) {
		const named = enabling.flatMap(({ comment, rules }) =>
			(rules ?? [undefined]).map((rule) => ({ rule, place: comment.span.start })),
		);
		const places = [...groupBy(named, ({ rule }) => rule)].map(
			([rule, those]) => [rule, those.map(({ place }) => place)] as const,
		);
		this.#places = new Map(places);
	}

	after(start: Place, rule: string | undefined): Place {
		const [all, own] = [undefined, rule].map((of) => {
			const places = this.#places.get(of) ?? [];
			return places[countBefore(places, start)] ?? nowhere;
		}) as [Place, Place];
		return isBefore(all, own) ? all : own;
	}
}

/** One for each rule, so that each can be told to be of no use. */
function scopesOf(
	{ comment, directive, rules }: Told,
	ends: Ends | undefined,
	{ document: { path, text } }: ParsedDocument,
	known: readonly string[],
): Scope[] {
	const reach = reachOf(directive, comment, ends);
	if (reach === undefined) return [];
	const written = text.slice(comment.span.start.offset, comment.span.end.offset);
	const originOf = directive.tool === "shelfread" ? originsIn(path, written, comment, known) : undefined;
	return (rules ?? [undefined]).map((rule) => ({
		path,
		start: reach.start,
		end: (spoken = rule) => reach.end(spoken),
		...(rule !== undefined && { rule }),
		...(originOf && { origin: originOf(rule) }),
	}));
}

function reachOf(
	{ action }: Directive,
	{ span, next }: Comment,
	ends: Ends | undefined,
): Pick<Scope, "start" | "end"> | undefined {
	const lineFrom = (line: number): Place => ({ line, column: 1 });
	const between = (start: Place, end: Place) => ({ start, end: () => end });
	switch (action) {
		case "disable":
			return { start: span.end, end: (rule) => ends?.after(span.end, rule) ?? nowhere };
		case "disable-line":
			return between(lineFrom(span.start.line), lineFrom(span.end.line + 1));
		case "disable-next-line":
			return between(lineFrom(span.end.line + 1), lineFrom(span.end.line + 2));
		case "disable-next-node":
			return next && between(next.start, next.end);
		case "enable":
			return undefined;
	}
}

/** @param written The comment with its delimiters. */
function originsIn(
	path: string,
	written: string,
	{ span }: Comment,
	known: readonly string[],
): (rule: string | undefined) => Origin {
	const wordSpan = wordsIn(written, span);
	return (rule) => {
		if (rule === undefined) return { path, span, written: readWord(written) };
		const origin = { path, span: wordSpan(rule), written: rule };
		if (known.includes(rule)) return origin;
		return { ...origin, meant: nearest(rule, known, Math.floor(rule.length / 3)) ?? "" };
	};
}

function readWord(comment: string): string {
	return /shelfread-[a-z-]+/.exec(comment)?.[0] ?? comment;
}

/** Where a rule is named in a comment. A comment on one line is the rule; over several, the whole of it is given. */
function wordsIn(written: string, span: Span): (rule: string) => Span {
	if (/[\r\n]/.test(written)) return () => span;
	const words = groupBy(written.matchAll(/(?<=[\s,])[^\s,]+/g), ([word]) => word);
	const at = (shift: number) => ({
		line: span.start.line,
		column: span.start.column + shift,
		offset: span.start.offset + shift,
	});
	return (rule) => {
		const [first] = words.get(rule) ?? [];
		return first === undefined ? span : { start: at(first.index), end: at(first.index + rule.length) };
	};
}
