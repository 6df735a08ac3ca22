import { expect, test } from "vitest";
import { type Ends, pdfPages, pdfState } from "../../src/check/pdf.ts";

/** The ends of a file with these bytes. */
function endsOf(content: string): Ends {
	return { size: content.length, head: content.slice(0, 1024), tail: content.slice(-1024) };
}

const filler = "x".repeat(1100);

test.each([
	["empty", ""],
	["pdf", "%PDF-1.7\n%%EOF\n"],
	["pdf", `%PDF-1.7\n${filler}\n%%EOF`],
	["pdf", `junk of a mail header\n%PDF-1.4\n${filler}%%EOF and some more junk`],
	["no-header", `${filler}%PDF-1.7\n%%EOF`],
	["no-header", "PK\x03\x04"],
	["no-header", "<svg></svg>"],
	["no-trailer", `%PDF-1.7\n${filler}`],
	["no-trailer", `%PDF-1.7\n%%EOF\n${filler}`],
	["html", "<!DOCTYPE html><title>Not found</title>"],
	["html", "\n  <HTML lang=en>"],
	["html", "\xef\xbb\xbf<!-- saved page -->\n<html>"],
	["html", '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">'],
	["lfs-pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:0123\nsize 12345\n"],
])("%s: %j", (state, content) => {
	expect(pdfState(endsOf(content))).toBe(state);
});

test("a hostile start is looked at once", () => {
	expect(pdfState(endsOf("<!--".repeat(256)))).toBe("no-header");
});

const linearised = (length: number, more = "") =>
	`%PDF-1.7\n1 0 obj\n<</Linearized 1/L ${String(length).padStart(4)}/O 30/E 9000/N 12/T 9500/H [ 700 300]>>\nendobj\n${more}%%EOF`;
const size = linearised(0).length;

test.each([
	["a linearised file", linearised(size), 12],
	["a linearised file that was appended to", linearised(size, "2 0 obj\nendobj\n"), undefined],
	["any other file", "%PDF-1.7\n<</Type /Pages /Count 12>>\n%%EOF", undefined],
	["a word outside of a dictionary", `%PDF-1.7\n/Linearized /L 40 /N 12\n%%EOF`, undefined],
])("pages of %s", (_, content, pages) => {
	expect(pdfPages(endsOf(content))).toBe(pages);
});
