import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { arxivStamp } from "../../src/check/arxiv-stamp.ts";

/** A PDF whose first objects are these streams. */
function pdfOf(...streams: readonly Buffer[]): Buffer {
	return Buffer.concat([Buffer.from("%PDF-1.5\n%\xbf\xf7\n", "latin1"), ...streams, Buffer.from("%%EOF\n")]);
}

function stream(content: string | Buffer, dictionary = "/Filter /FlateDecode"): Buffer {
	const data = dictionary.includes("Flate") ? deflateSync(content) : Buffer.from(content);
	return Buffer.concat([
		Buffer.from(`4 0 obj\n<< /Length ${data.length} ${dictionary} >>\nstream\n`),
		data,
		Buffer.from("\nendstream\nendobj\n"),
	]);
}

/** Text along the left edge of the page. */
const stamped = (text: string): string =>
	`q BT /F1 9 Tf (Attention, as in arXiv:1409.0473) Tj ET Q q 0 1 -1 0 32 212 cm BT /F2 20 Tf ${text} ET Q`;
const gpt4 = { id: "2303.08774", version: 3, date: "2023-03-27" };

test.each([
	["in one string", "(arXiv:2303.08774v3  [cs.CL]  27 Mar 2023) Tj"],
	["with kerning", "[(ar)-1(Xiv:2303.0)10(8774v3)-333([cs.CL])-333(27)-333(Mar)-333(2023)] TJ"],
	["with escapes", "(arXiv\\0722303.08774v3 \\\n \\[cs.CL] 27 Mar\\0402023) Tj"],
	["in hexadecimal", `<${Buffer.from("arXiv:2303.08774v3 [cs.CL] 27 Mar 2023").toString("hex")}> Tj`],
	["beside brackets", "((see) notes) Tj << /Type /Span >> BDC (arXiv:2303.08774v3 [cs.CL] 27 Mar 2023) Tj"],
])("a stamp %s", (_, text) => {
	expect(arxivStamp(pdfOf(stream(stamped(text))))).toEqual(gpt4);
});

test.each([
	["hep-th/9901001", "(arXiv:hep-th/9901001v1 4 Jan 1999) Tj", undefined],
	[
		"math.GT/0309136",
		"(arXiv:math.GT/0309136v12 [math.GT] 1 Sep 2003) Tj",
		{ version: 12, date: "2003-09-01" },
	],
	["0704.0001", "(arXiv:0704.0001v2 [hep-ph] 24 Jul 2007) Tj", { version: 2, date: "2007-07-24" }],
])("identifiers as they were: %s", (id, text, facts) => {
	expect(arxivStamp(pdfOf(stream(stamped(text))))).toEqual(facts && { id, ...facts });
});

test("a stream that is not compressed", () => {
	expect(arxivStamp(pdfOf(stream(stamped("(arXiv:2303.08774v3 [cs.CL] 27 Mar 2023) Tj"), "")))).toEqual(gpt4);
});

test("after what is no text of a page, and what is damaged", () => {
	const page = stream(stamped("(arXiv:2303.08774v3 [cs.CL] 27 Mar 2023) Tj"));
	const damaged = stream("(arXiv:1111.11111v1 [cs.CL] 1 Jan 2011) Tj");
	damaged.fill(0xff, 60, 70);
	const picture = stream("(arXiv:1111.11111v1 [cs.CL] 1 Jan 2011)", "/Subtype /Image");
	const other = stream("(arXiv:1111.11111v1 [cs.CL] 1 Jan 2011)", "/Filter [/ASCII85Decode /FlateDecode]");
	expect(arxivStamp(pdfOf(picture, damaged, other, page))).toEqual(gpt4);
});

test.each([
	["a citation", stream("(arXiv:2303.08774v3) Tj (arXiv:2303.08774 [cs.CL], 2023) Tj")],
	["an impossible month", stream("(arXiv:2303.08774v3 [cs.CL] 27 Mai 2023) Tj")],
	["a stream without an end", stream(stamped("(arXiv:2303.08774v3 [cs.CL] 27 Mar 2023) Tj")).subarray(0, 90)],
	["a comment in no stream", Buffer.from("(arXiv:2303.08774v3 [cs.CL] 27 Mar 2023)")],
])("%s is no stamp", (_, content) => {
	expect(arxivStamp(pdfOf(content))).toBeUndefined();
});

test("a stream that inflates to more than a page is passed over", () => {
	const bomb = stream(
		Buffer.concat([Buffer.alloc(2 ** 21, " "), Buffer.from("(arXiv:1111.11111v1 [cs.CL] 1 Jan 2011)")]),
	);
	const page = stream(stamped("(arXiv:2303.08774v3 [cs.CL] 27 Mar 2023) Tj"));
	expect(arxivStamp(pdfOf(bomb, page))).toEqual(gpt4);
});

test("what comes after four MiB of content is not looked at", () => {
	const filler = stream(Buffer.alloc(2 ** 20, " "));
	const page = stream(stamped("(arXiv:2303.08774v3 [cs.CL] 27 Mar 2023) Tj"));
	expect(arxivStamp(pdfOf(filler, filler, filler, page))).toEqual(gpt4);
	expect(arxivStamp(pdfOf(filler, filler, filler, filler, page))).toBeUndefined();
});
