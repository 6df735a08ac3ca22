import type {
	Comment,
	Definition,
	Heading,
	Link,
	LinkKind,
	Mention,
	ParsedDocument,
	Reference,
	TextRun,
} from "../../model.ts";
import { given } from "../given.ts";
import type { TapeReader, TapeWriter } from "./tape.ts";

/** What is said in a document, without what it lists. */
export type Said = Pick<
	ParsedDocument,
	"links" | "headings" | "ids" | "mentions" | "definitions" | "references" | "texts" | "comments"
>;

const kinds: readonly LinkKind[] = ["link", "image", "definition", "autolink", "html"];

export function writeSaid(tape: TapeWriter, said: Said): void {
	const links = new Map(said.links.map((link, index) => [link, index]));
	const definitions = new Map(said.definitions.map((definition, index) => [definition, index]));
	tape.list(said.links, ({ span, url, text, kind }) => {
		tape.span(span);
		tape.text(url, span.start.offset);
		tape.text(text, span.start.offset);
		tape.number(kinds.indexOf(kind));
	});
	tape.list(said.headings, ({ depth, text, slug, span }) => {
		tape.number(depth);
		tape.span(span);
		tape.text(text, span.start.offset + depth + 1);
		tape.text(slug, span.start.offset);
	});
	tape.list(said.ids, (id) => tape.text(id, 0));
	tape.list(said.definitions, ({ link, label, span, used, first }) => {
		tape.number(links.get(link) ?? 0);
		tape.span(span);
		tape.text(label, span.start.offset + 1);
		tape.flag(used);
		tape.maybe(first, (one) => tape.number(definitions.get(one) ?? 0));
	});
	tape.list(said.mentions, ({ link, text, span, textSpan, pictured }) => {
		tape.number(links.get(link) ?? 0);
		tape.span(span);
		tape.span(textSpan);
		tape.text(text, textSpan.start.offset);
		tape.flag(pictured);
	});
	tape.list(said.references, ({ label, span, definition, kind }) => {
		tape.span(span);
		tape.text(label, span.end.offset);
		tape.maybe(definition, (one) => tape.number(definitions.get(one) ?? 0));
		tape.flag(kind === "image");
	});
	tape.list(said.texts, ({ value, span, linked }) => {
		tape.span(span);
		tape.text(value, span.start.offset);
		tape.flag(linked);
	});
	tape.list(said.comments, ({ text, span, next }) => {
		tape.span(span);
		tape.text(text, span.start.offset);
		tape.maybe(next, (one) => tape.span(one));
	});
}

/** @param path Of the document. */
export function readSaid(tape: TapeReader, path: string): Said {
	const links = tape.list((): Link => {
		const span = tape.span();
		return { path, span, url: tape.text(), text: tape.text(), kind: kinds[tape.number()] ?? "link" };
	});
	const headings = tape.list((): Heading => {
		const depth = tape.number();
		const span = tape.span();
		return { depth, text: tape.text(), slug: tape.text(), span };
	});
	const ids = tape.list(() => tape.text());
	const definitions: Definition[] = [];
	tape.list(() => {
		const link = at(links, tape.number());
		const span = tape.span();
		const label = tape.text();
		const used = tape.flag();
		const first = tape.maybe(() => at(definitions, tape.number()));
		definitions.push({ link, label, span, used, ...given("first", first) });
	});
	const mentions = tape.list((): Mention => {
		const link = at(links, tape.number());
		const span = tape.span();
		const textSpan = tape.span();
		return { link, text: tape.text(), span, textSpan, pictured: tape.flag() };
	});
	const references = tape.list((): Reference => {
		const span = tape.span();
		const label = tape.text();
		const definition = tape.maybe(() => at(definitions, tape.number()));
		return { label, span, ...given("definition", definition), kind: tape.flag() ? "image" : "link" };
	});
	const texts = tape.list((): TextRun => {
		const span = tape.span();
		return { value: tape.text(), span, linked: tape.flag() };
	});
	const comments = tape.list((): Comment => {
		const span = tape.span();
		const text = tape.text();
		return {
			text,
			span,
			...given(
				"next",
				tape.maybe(() => tape.span()),
			),
		};
	});
	return { links, headings, ids, mentions, definitions, references, texts, comments };
}

/** What a number on a tape names. */
export function at<T>(things: readonly T[], index: number): T {
	const found = things[index];
	if (found === undefined) throw new RangeError("a tape names what is not there");
	return found;
}
