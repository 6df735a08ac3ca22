import { expect, test } from "vitest";
import { blankComments, bracedComments } from "../../src/parse/mdx.ts";
import { read } from "./read.ts";

test.each<[string, string, string]>([
	["a comment", "a {/* [b](c) */}", "a               "],
	["lines of a comment", "{/* a\r\n\n{b} */}\nc", "     \r\n\n       \nc"],
	["spaces in the braces", "{ /* a */\n}", "         \n "],
	["what follows, which stays a paragraph", "{/* a */} b", "}         b"],
	["what follows several lines", "{/* a\nb */} c", "     \n}     c"],
	[
		"nothing in code",
		"`{/* a */}` {/* b */}\n\n```\n{/* c */}\n```",
		"`{/* a */}`          \n\n```\n{/* c */}\n```",
	],
	["what looks like code in a comment", "{/* ` */} a {/* ` */}", "}         a          "],
	["nothing without an end", "{/* a", "{/* a"],
	["nothing that is more than a comment", "{/* a */ b} {/* c */}", "{/* a */ b}          "],
	["after a byte order mark", "\uFEFF`{/* a */}`", "\uFEFF`{/* a */}`"],
])("blanks %s", (_, mdx, blanked) => {
	expect(blankComments(mdx, [...bracedComments(mdx)])).toBe(blanked);
});

test("only MDX has braced comments", () => {
	const text = "{/* [a](b) */}\n\n{/* x */} [c](d)";
	expect(read(text, "mdx").links).toMatchObject([{ url: "d", span: { start: { line: 3, column: 15 } } }]);
	expect(read(text, "markdown").links).toHaveLength(2);
});
