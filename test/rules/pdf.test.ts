import { expect, test } from "vitest";
import type { FileObservation } from "../../src/model.ts";
import { pdf } from "../../src/rules/pdf.ts";
import { shelfOf } from "../resolve/samples.ts";
import { see } from "./samples.ts";

const shelf = shelfOf("docs/x.pdf");

test.each<[Partial<FileObservation>, string, string, string]>([
	[{ pdf: "empty" }, "x.pdf", "docs/x.pdf is empty", "Download the document again."],
	[
		{ pdf: "html" },
		"x.pdf",
		"docs/x.pdf is an HTML page, not a PDF",
		"Download the document itself: the page may be a login or an error of the server.",
	],
	[
		{ pdf: "lfs-pointer" },
		"x.pdf",
		"docs/x.pdf is a Git LFS pointer, but git does not hand this path to LFS",
		"Add the document itself, or name the path in .gitattributes with `git lfs track`.",
	],
	[
		{ pdf: "no-header" },
		"x.pdf#page=2",
		"docs/x.pdf is no PDF: %PDF- is not in its first KiB",
		"Download the document again.",
	],
	[
		{ pdf: "no-trailer" },
		"x.pdf",
		"docs/x.pdf is cut off: %%EOF is not in its last KiB",
		"Download the document again.",
	],
	[
		{ pdf: "pdf", pages: 1 },
		"x.pdf#page=2",
		"page 2 is past the end of docs/x.pdf, which has 1 page",
		"Correct the number after `#page=`: it counts from the first sheet, not from the printed page 1.",
	],
	[
		{ pdf: "pdf", pages: 12 },
		"x.pdf#page=13",
		"page 13 is past the end of docs/x.pdf, which has 12 pages",
		"Correct the number after `#page=`: it counts from the first sheet, not from the printed page 1.",
	],
])("%j", (look, url, message, help) => {
	expect(see(pdf, { text: `[x](${url})` }, shelf, { "docs/x.pdf": look })).toEqual([
		{ written: url, message, help },
	]);
});

test.each<[Partial<FileObservation>, string]>([
	[{ pdf: "pdf" }, "x.pdf"],
	[{ pdf: "pdf" }, "x.pdf#page=900"],
	[{ pdf: "pdf", pages: 12 }, "x.pdf#page=12"],
	[{ pdf: "lfs-elsewhere" }, "x.pdf"],
	[{ unreadable: "EIO" }, "x.pdf"],
	[{}, "gone.pdf"],
])("%j is no fault of %s", (look, url) => {
	expect(see(pdf, { text: `[x](${url})` }, shelf, { "docs/x.pdf": look })).toEqual([]);
});
