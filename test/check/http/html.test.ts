import { expect, test } from "vitest";
import { FoldedText } from "../../../src/check/http/folded.ts";
import { readHtml } from "../../../src/check/http/html.ts";
import fc from "../../property.ts";

const parts = [
	..."<>/=\"'!-? a",
	"<title>",
	"</title>",
	"<h1>",
	"</h1 >",
	"<p id=one>",
	"</p>",
	"<a name='two'>",
	"<script>",
	"</script>",
	"<svg>",
	"<noscript>",
	"<textarea>",
	"<!--",
	"-->",
	"<![CDATA[",
	"<meta http-equiv=refresh content='0; /three'>",
	"<br/>",
	"word",
	"\n\t ",
	"<div id=root>",
];

function read(source: string) {
	const text = new FoldedText(Number.POSITIVE_INFINITY);
	const facts = readHtml(source, "https://a.test/", true, text);
	return { ...facts, text: text.whole, length: text.length };
}

test("a page without entities is read as it is with one behind it", () => {
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 30 }), (page) => {
			// Whatever is open is closed, so that what comes behind it is a comment.
			const source = `${page.join("")}<!----></script></textarea></title></svg></noscript><!--->`;
			expect(read(source)).toEqual(read(`${source}<!--&-->`));
		}),
		{ numRuns: 1000 },
	);
});
