import type { Document, Link, ParsedDocument } from "../../src/model.ts";
import { parseDocument } from "../../src/parse/index.ts";

export function read(text: string, format: Document["format"] = "markdown"): ParsedDocument {
	return parseDocument({ path: "a.md", text, format });
}

/** What is in the text where a link says that its destination is written. */
export function written(text: string, { span }: Link): string {
	return text.slice(span.start.offset, span.end.offset);
}

/** The parser's development build, which tests run, fails an assertion of its own on some texts: `+\n[ ] [`. */
export function isParsed(parse: () => unknown): boolean {
	try {
		parse();
		return true;
	} catch (error) {
		if (error instanceof Error && error.name === "Assertion") return false;
		throw error;
	}
}

/** The same text in the forms that files and containers give it. */
export const guises: Readonly<Record<string, (text: string) => string>> = {
	"as it is": (text) => text,
	"with CRLF": (text) => text.replaceAll("\n", "\r\n"),
	"with CR": (text) => text.replaceAll("\n", "\r"),
	"with a byte order mark": (text) => `\uFEFF${text}`,
	"in a block quote": (text) => text.replace(/^/gm, "> "),
	"in a tight block quote": (text) => text.replace(/^/gm, ">"),
	"in a block quote with tabs": (text) => text.replace(/^/gm, ">\t"),
	"in a list item": (text) => `- ${text.replaceAll("\n", "\n  ")}`,
	"in a quote in an item, with CRLF": (text) => `1. > ${text.replaceAll("\n", "\r\n   > ")}`,
};
