import { QuoteType, Tokenizer } from "htmlparser2";
import type { Piece } from "./piece.ts";

/** An attribute's value with its character references resolved, and where that is in the HTML. */
export interface Attribute {
	readonly value: string;
	readonly pieces: readonly Piece[];
}

export type HtmlToken =
	| {
			readonly type: "open";
			/** In lower case. */
			readonly name: string;
			/** Of its `<`. */
			readonly start: number;
			/** After its `>`. */
			readonly end: number;
			/** By their names in lower case, in the order of the source; of equal names the first counts. */
			readonly attributes: ReadonlyMap<string, Attribute>;
	  }
	| {
			readonly type: "close";
			readonly name: string;
			/** Of its `<`. */
			readonly start: number;
			/** After its `>`. */
			readonly end: number;
	  }
	| { readonly type: "text"; readonly value: string };

/** The tags and the text of HTML; no comments, and nothing of scripts and styles but their tags. */
export function htmlTokens(html: string): HtmlToken[] {
	const tokens: HtmlToken[] = [];
	let tag = { name: "", start: 0, attributes: new Map<string, Attribute>() };
	let attribute = new AttributeReader(html, 0, 0);
	const isCode = () => tag.name === "script" || tag.name === "style";
	const pushText = (value: string) => {
		if (!isCode()) tokens.push({ type: "text", value });
	};
	const pushTag = (end: number) => tokens.push({ type: "open", ...tag, end: end + 1 });
	const ignore = () => undefined;
	const tokenizer = new Tokenizer(
		{},
		{
			onopentagname(start, end) {
				tag = { name: html.slice(start, end).toLowerCase(), start: start - 1, attributes: new Map() };
			},
			onattribname(start, end) {
				attribute = new AttributeReader(html, start, end);
			},
			onattribdata: (start, end) => attribute.addData(start, end),
			onattribentity: (codePoint) => attribute.addReference(codePoint),
			onattribend(quote, end) {
				const { name } = attribute;
				if (!tag.attributes.has(name)) tag.attributes.set(name, attribute.finish(quote, end));
			},
			onopentagend: pushTag,
			onselfclosingtag: pushTag,
			onclosetag(start, end) {
				const name = html.slice(start, end).toLowerCase();
				tag = { name: "", start, attributes: new Map() };
				const bracket = html.indexOf(">", end);
				const after = bracket === -1 ? html.length : bracket + 1;
				tokens.push({ type: "close", name, start: start - 2, end: after });
			},
			ontext: (start, end) => pushText(html.slice(start, end)),
			ontextentity: (codePoint) => pushText(String.fromCodePoint(codePoint)),
			oncdata: ignore,
			oncomment: ignore,
			ondeclaration: ignore,
			onprocessinginstruction: ignore,
			onend: ignore,
		},
	);
	tokenizer.write(html);
	tokenizer.end();
	return tokens;
}

/** Puts an attribute's value together. The tokenizer says where its literal parts are; the rest are references. */
class AttributeReader {
	readonly name: string;
	readonly #html: string;
	readonly #pieces: Piece[] = [];
	#value = "";
	/** Where the part that follows begins, in the value and in the HTML. */
	#from = 0;
	#start: number;

	constructor(html: string, nameStart: number, nameEnd: number) {
		this.name = html.slice(nameStart, nameEnd).toLowerCase();
		this.#html = html;
		const beforeValue = /\s*=\s*["']?/y;
		beforeValue.lastIndex = nameEnd;
		this.#start = beforeValue.test(html) ? beforeValue.lastIndex : nameEnd;
	}

	addReference(codePoint: number): void {
		this.#value += String.fromCodePoint(codePoint);
	}

	addData(start: number, end: number): void {
		this.#endReferences(start);
		this.#value += this.#html.slice(start, end);
		this.#addPiece(end);
	}

	finish(quote: QuoteType, end: number): Attribute {
		const valueEnd = quote === QuoteType.NoValue ? this.#start : end;
		this.#endReferences(valueEnd);
		if (this.#pieces.length === 0) this.#addPiece(valueEnd);
		return { value: this.#value, pieces: this.#pieces };
	}

	#endReferences(end: number): void {
		if (this.#value.length > this.#from) this.#addPiece(end);
	}

	#addPiece(end: number): void {
		const to = this.#value.length;
		this.#pieces.push({ from: this.#from, to, start: this.#start, end });
		this.#from = to;
		this.#start = end;
	}
}
