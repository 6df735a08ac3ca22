import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { expect, test } from "vitest";
import { clean } from "../../src/report/clean.ts";
import { escapeMarkdown } from "../../src/report/escape.ts";
import fc from "../property.ts";
import { anyText } from "./hostile.ts";

function render(markdown: string): string {
	return micromark(markdown, {
		extensions: [gfm()],
		htmlExtensions: [gfmHtml()],
		allowDangerousHtml: true,
		allowDangerousProtocol: true,
	});
}

/** The HTML of a text: nothing in it is markup. */
function html(text: string): string {
	return text
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll('"', "&quot;");
}

test("in a table cell, a text is rendered as the text", () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const shown = clean(text).replace(/^ +| +$/g, "");
			const table = render(`| a | b |\n| --- | --- |\n| x | ${escapeMarkdown(text)} |\n`);
			expect(table).toBe(
				`<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>x</td>\n<td>${html(shown).replaceAll("@", "@\u200b")}</td>\n</tr>\n</tbody>\n</table>\n`,
			);
		}),
		{ numRuns: 500 },
	);
});

test("an at sign calls nobody", () => {
	expect(escapeMarkdown("@ann")).toBe("\\@\u200bann");
});
