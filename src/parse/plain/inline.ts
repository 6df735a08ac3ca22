import type { Break, Image, ImageReference, Link, LinkReference, PhrasingContent, Text } from "mdast";
import { normalizeIdentifier } from "micromark-util-normalize-identifier";
import { withLast } from "../kept.ts";
import type { Origins } from "../origins.ts";
import type { Labels } from "../syntax.ts";
import { Cursor } from "./cursor.ts";
import { closes, isLoose, opens } from "./flanking.ts";
import { isAddress } from "./forms.ts";
import {
	alternative,
	autolink,
	bracketed,
	codeSpan,
	escaped,
	label,
	literalUrl,
	markBeforeIndent,
	ordinary,
	reference,
	resource,
	tag,
} from "./marks.ts";
import { Run, type Stand } from "./run.ts";
import type { Source } from "./source.ts";

type Until = "" | "]" | "*" | "**" | "_" | "__";

/** Deeper emphasis is left to the parser: reading it here takes the stack. */
const MAX_DEPTH = 20;

/** What the brackets and destinations of a document are read with. */
interface Context {
	/** Where reading notes what nodes come from. */
	readonly origins: Origins;
	/** What the document defines, as CommonMark compares it. */
	readonly labels: ReadonlySet<string>;
	readonly hasFootnotes: boolean;
}

/**
 * Reads paragraphs' text, where what it means can be told character by character: text, code, links and references, images,
 * autolinks, and emphasis around words.
 */
export class InlineReader {
	readonly #source: Source;
	readonly #context: Context;

	/** @param labels What the document defines. */
	constructor(source: Source, origins: Origins, { definitions, footnotes }: Labels) {
		this.#source = source;
		this.#context = { origins, labels: new Set(definitions), hasFootnotes: footnotes.length > 0 };
	}

	/**
	 * @param from,to Indexes into the text, over as many lines as there are; no white space at the ends.
	 * @param line The one that `from` is in.
	 * @returns Undefined where something may mean more than is known here.
	 */
	read(from: number, to: number, line: number): PhrasingContent[] | undefined {
		return new Reading(this.#context, this.#source, from, to, line).phrases("");
	}
}

class Reading extends Cursor {
	readonly #context: Context;
	/** Links do not nest. */
	#linked = false;
	#depth = 0;

	constructor(context: Context, source: Source, from: number, to: number, line: number) {
		super(source, from, to, line);
		this.#context = context;
	}

	/** Reads up to what closes, which is not taken. */
	phrases(until: Until): PhrasingContent[] | undefined {
		const { text } = this.source;
		let found: PhrasingContent[] | undefined;
		let from = this.at;
		let first = this.line;
		/** Only where a text is written otherwise than it reads: most are not. */
		let run: Run | undefined;
		while (true) {
			ordinary.lastIndex = this.at;
			ordinary.test(text);
			this.at = Math.min(ordinary.lastIndex, this.to);
			const ends = this.isAtEnd || (until !== "" && this.#isClosed(until));
			const { at, line } = this;
			const next = ends ? "end" : this.#special();
			if (next === undefined) return undefined;
			if (next === "text") continue;
			if (next !== "end" && next.type === "stand") {
				// A mark that means nothing and ends a line has, to the parser, the next one's indent.
				if (at > from && markBeforeIndent.test(text.slice(at - 1, at + 1))) return undefined;
				run ??= new Run(this.source, from, first);
				run.add(at, next, this.at);
				continue;
			}
			if (at > from) {
				const node = run?.finish(at, line, this.#context.origins) ?? this.#textNode(from, first, at, line);
				if (literalUrl.test(node.value)) return undefined;
				found = withLast(found, node);
			}
			if (next === "end") return (until === "") === (at === this.to) ? (found ?? []) : undefined;
			found = withLast(found, next);
			from = this.at;
			first = this.line;
			run = undefined;
		}
	}

	/** What is written as it reads. */
	#textNode(from: number, first: number, to: number, last: number): Text {
		const position = { start: this.source.point(first, from), end: this.source.point(last, to) };
		return { type: "text", value: this.source.text.slice(from, to), position };
	}

	/** What begins here; `text` after a character that is nothing but itself. */
	#special(): PhrasingContent | Stand | "text" | undefined {
		const { text } = this.source;
		const after = text[this.at + 1];
		if (this.#context.hasFootnotes && (after === "^" || text.startsWith("![^", this.at))) return undefined;
		switch (text[this.at]) {
			case "\n":
			case "\r":
				return this.#endLine();
			case "\\":
				return this.#escape();
			case "`":
				return this.#code();
			case "[":
				return this.#link() ?? this.#bracket();
			case "]":
				return after === "(" || (after === "[" && this.#context.labels.size > 0) ? undefined : this.#text(1);
			case "!":
				return after === "[" ? this.#image() : this.#text(1);
			case "<":
				return after === " " ? this.#text(1) : (this.#autolink() ?? this.#tag());
			case "&":
				return this.lengthOf(reference) > 0 ? undefined : this.#text(1);
			case "*":
			case "_":
				return this.#emphasis();
		}
		return undefined;
	}

	#text(length: number): "text" {
		this.at += length;
		return "text";
	}

	/** Blanks before a line end are no text, or a break. */
	#endLine(): Stand | "text" | undefined {
		const { text } = this.source;
		const start = this.at;
		if (/[ \t]/.test(text[start - 1] ?? "")) return undefined;
		const end = this.nextLine();
		return this.at === end ? "text" : { type: "stand", value: text.slice(start, end), start, end };
	}

	#escape(): Stand | Break | "text" | undefined {
		const start = this.at;
		if (this.lengthOf(escaped) === 0)
			return /[\r\n]/.test(this.after(start + 1)) ? this.#break() : this.#text(1);
		this.at += 2;
		return { type: "stand", value: this.source.text.slice(start + 1, this.at), start, end: this.at };
	}

	/** A backslash before a line end. */
	#break(): Break {
		const from = this.source.point(this.line, this.at);
		this.at++;
		const end = this.nextLine();
		return { type: "break", position: { start: from, end: this.source.point(this.line, end) } };
	}

	#code(): PhrasingContent | undefined {
		const length = this.lengthOf(codeSpan);
		if (length === 0) return undefined;
		const value = this.source.text.slice(this.at + 1, this.at + length - 1);
		return { type: "inlineCode", value, position: this.take(length) };
	}

	#link(): Link | LinkReference | undefined {
		if (this.#linked) return undefined;
		const { at: from, line } = this;
		const depth = this.#depth;
		this.at++;
		this.#linked = true;
		const children = this.phrases("]") as Link["children"] | undefined;
		this.#linked = false;
		const link =
			children === undefined || children.length === 0
				? undefined
				: (this.#inlineLink(children, from, line) ?? this.#reference(children, from, line));
		if (link !== undefined) return link;
		this.at = from;
		this.line = line;
		this.#depth = depth;
		return undefined;
	}

	#inlineLink(children: Link["children"], from: number, line: number): Link | undefined {
		const found = this.#resource();
		if (found === undefined) return undefined;
		const { title, url, range } = found;
		const link: Link = { type: "link", title, url, children, position: this.since(from, line) };
		this.#context.origins.written.set(link, range);
		return link;
	}

	/** `[text][label]`, `[label][]` and `[label]`, where the document defines that. */
	#reference(children: Link["children"], from: number, line: number): LinkReference | undefined {
		const found = this.#label(this.source.text.slice(from + 1, this.at));
		return found && { type: "linkReference", children, position: this.since(from, line), ...found };
	}

	/** Takes what names a definition behind the brackets before it; else their text does. */
	#label(shown: string) {
		const [all = "]", named = ""] = this.match(label) ?? [];
		const of = named === "" ? shown : named;
		const identifier = normalizeIdentifier(of);
		if (/[[\]\\&\r\n]/.test(of) || !this.#context.labels.has(identifier)) return undefined;
		if (all === "]" && /[[(]/.test(this.after(this.at + 1))) return undefined;
		this.at += all.length;
		const referenceType = all === "]" ? "shortcut" : named === "" ? "collapsed" : "full";
		return { label: of, identifier: identifier.toLowerCase(), referenceType } as const;
	}

	/** A bracket that is none of a link, nor of a reference: what has brackets in it is no label. */
	#bracket(): "text" | undefined {
		if (this.#linked) return undefined;
		const [, inside] = this.match(bracketed) ?? [];
		return inside !== undefined && this.#context.labels.has(normalizeIdentifier(inside))
			? undefined
			: this.#text(1);
	}

	#image(): Image | ImageReference | undefined {
		const { at: from, line } = this;
		const length = this.lengthOf(alternative);
		if (length === 0) return undefined;
		const alt = this.source.text.slice(from + 2, from + length);
		if (literalUrl.test(alt)) return undefined;
		this.at += length;
		const resource = this.#resource();
		if (resource === undefined) {
			const found = this.#label(alt);
			return found && { type: "imageReference", alt, position: this.since(from, line), ...found };
		}
		const { url, title, range } = resource;
		const image: Image = { type: "image", title, url, alt, position: this.since(from, line) };
		this.#context.origins.written.set(image, range);
		return image;
	}

	/** Takes the destination of what is in the brackets before it. */
	#resource() {
		const found = this.match(resource);
		if (found === null) return undefined;
		const [{ length }, url = "", title = null] = found;
		if (!isAddress(url)) return undefined;
		const start = this.at + 2 - this.source.mark;
		this.at += length;
		return { url, title, range: { start, end: start + url.length, bare: false } };
	}

	#autolink(): Link | undefined {
		const length = this.lengthOf(autolink);
		if (length === 0 || this.#linked) return undefined;
		const from = this.at;
		const url = this.source.text.slice(from + 1, from + length - 1);
		const children: Link["children"] = [this.#textNode(from + 1, this.line, from + length - 1, this.line)];
		const link: Link = { type: "link", title: null, url, children, position: this.take(length) };
		const start = from + 1 - this.source.mark;
		this.#context.origins.written.set(link, { start, end: start + url.length, bare: true });
		return link;
	}

	#tag(): PhrasingContent | undefined {
		const length = this.lengthOf(tag);
		if (length === 0) return undefined;
		const value = this.source.text.slice(this.at, this.at + length);
		return { type: "html", value, position: this.take(length) };
	}

	#emphasis(): PhrasingContent | "text" | undefined {
		const { at: from, line } = this;
		const marker = this.source.text[from] ?? "";
		const length = this.runLength();
		const before = this.before(from);
		const after = this.after(from + length);
		if (isLoose(marker, before, after)) return this.#text(length);
		if (length > 2 || !opens(before, after)) return undefined;
		this.at += length;
		if (++this.#depth > MAX_DEPTH) return undefined;
		const children = this.phrases(marker.repeat(length) as Until);
		this.#depth--;
		if (children === undefined || children.length === 0) return undefined;
		this.at += length;
		const type = length === 1 ? "emphasis" : "strong";
		return { type, children, position: this.since(from, line) };
	}

	#isClosed(until: Until): boolean {
		const { text } = this.source;
		if (until === "]") return text[this.at] === "]";
		if (text[this.at] !== until[0] || this.runLength() !== until.length) return false;
		return closes(this.before(this.at), this.after(this.at + until.length));
	}
}
