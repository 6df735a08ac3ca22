import type { Comment, ParsedDocument, Span } from "../model.ts";
import { nearest } from "../naming/nearest.ts";
import { type Directive, readDirective } from "./directive.ts";
import { isBefore, type Origin, type Place, type Suppression } from "./suppression.ts";
import { rulesOf } from "./tools.ts";

/** The suppressions that the comments of a document make. `known` are the ids of all rules. */
export function readSuppressions(parsed: ParsedDocument, known: readonly string[]): Suppression[] {
	const scopes: Scope[] = [];
	for (const comment of parsed.comments) {
		const directive = readDirective(comment.text);
		if (directive === undefined) continue;
		if (directive.action === "enable") for (const scope of scopes) scope.enable(directive, comment);
		else scopes.push(...scopesOf(directive, comment, parsed, known));
	}
	return scopes;
}

/** A stretch of a document in which a rule is silent. */
class Scope implements Suppression {
	readonly rule?: string;
	readonly origin?: Origin;
	readonly #path: string;
	readonly #directive: Directive;
	readonly #start: Place;
	#end: Place;
	/** Where single rules speak again, while all others stay silent. */
	readonly #ends = new Map<string, Place>();

	constructor(
		directive: Directive,
		{ path, start, end }: { readonly path: string; readonly start: Place; readonly end: Place },
		rule: string | undefined,
		origin: Origin | undefined,
	) {
		this.#directive = directive;
		this.#path = path;
		this.#start = start;
		this.#end = end;
		if (rule !== undefined) this.rule = rule;
		if (origin !== undefined) this.origin = origin;
	}

	/** Ends it, or a part of it. */
	enable(by: Directive, { span }: Comment): void {
		if (this.#directive.action !== "disable" || this.#directive.tool !== by.tool) return;
		const rules = rulesOf(by);
		const all = rules === undefined || (this.rule !== undefined && rules.includes(this.rule));
		if (all && isBefore(span.start, this.#end)) this.#end = span.start;
		if (all || this.rule !== undefined) return;
		for (const rule of rules) if (!this.#ends.has(rule)) this.#ends.set(rule, span.start);
	}

	silences({ ruleId, path, line, column }: Parameters<Suppression["silences"]>[0]): boolean {
		if (this.rule !== undefined && this.rule !== ruleId) return false;
		const end = this.#ends.get(ruleId);
		return this.#has(path, { line, column }) && (end === undefined || isBefore({ line, column }, end));
	}

	reaches({ link }: Parameters<Suppression["reaches"]>[0]): boolean {
		return this.#has(link.path, link.span.start);
	}

	#has(path: string, place: Place): boolean {
		return path === this.#path && !isBefore(place, this.#start) && isBefore(place, this.#end);
	}
}

/** One for each rule, so that each can be told to be of no use. */
function scopesOf(
	directive: Directive,
	comment: Comment,
	{ document: { path, text } }: ParsedDocument,
	known: readonly string[],
): Scope[] {
	const reach = reachOf(directive, comment);
	if (reach === undefined) return [];
	const place = { path, ...reach };
	const originOf = (rule?: string) =>
		directive.tool === "shelfread" ? originIn(path, text, comment, known, rule) : undefined;
	const rules = rulesOf(directive);
	if (rules === undefined) return [new Scope(directive, place, undefined, originOf())];
	return rules.map((rule) => new Scope(directive, place, rule, originOf(rule)));
}

function reachOf({ action }: Directive, { span, next }: Comment): { start: Place; end: Place } | undefined {
	const lineFrom = (line: number): Place => ({ line, column: 1 });
	switch (action) {
		case "disable":
			return { start: span.end, end: lineFrom(Infinity) };
		case "disable-line":
			return { start: lineFrom(span.start.line), end: lineFrom(span.end.line + 1) };
		case "disable-next-line":
			return { start: lineFrom(span.end.line + 1), end: lineFrom(span.end.line + 2) };
		case "disable-next-node":
			return next && { start: next.start, end: next.end };
		case "enable":
			return undefined;
	}
}

function originIn(
	path: string,
	text: string,
	{ span }: Comment,
	known: readonly string[],
	rule: string | undefined,
): Origin {
	const written = text.slice(span.start.offset, span.end.offset);
	if (rule === undefined) return { path, span, written: readWord(written) };
	const origin = { path, span: wordIn(written, rule, span), written: rule };
	if (known.includes(rule)) return origin;
	return { ...origin, meant: nearest(rule, known, Math.floor(rule.length / 3)) ?? "" };
}

function readWord(comment: string): string {
	return /shelfread-[a-z-]+/.exec(comment)?.[0] ?? comment;
}

/** Where a rule is named in a comment. A comment on one line is the rule; over several, the whole of it is given. */
function wordIn(written: string, rule: string, span: Span): Span {
	const named = new RegExp(`[\\s,]${rule.replace(/[^\w-]/g, "\\$&")}(?![^\\s,])`).exec(written);
	if (named === null || /[\r\n]/.test(written)) return span;
	const from = named.index + 1;
	const at = (shift: number) => ({
		line: span.start.line,
		column: span.start.column + shift,
		offset: span.start.offset + shift,
	});
	return { start: at(from), end: at(from + rule.length) };
}
