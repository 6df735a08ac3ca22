import { inflateSync } from "node:zlib";
import type { ArxivStamp } from "../model.ts";

/** 512 KiB from the start of a file: pdfTeX and linearised files have their first page there. */
export const STAMP_BYTES: number = 512 * 2 ** 10;
/** Inflated bytes of one stream, and of all that are looked into: 1 MiB and 4 MiB, a few hundredths of a second. */
const MAX_STREAM = 2 ** 20;
const MAX_TOTAL = 4 * 2 ** 20;

/**
 * What arXiv prints along the left edge of a paper's first page: `arXiv:2303.08774v3 [cs.CL] 27 Mar 2023`. The form is the stamp's
 * own: what a paper cites lacks the version or the date. It is found unless the file is encrypted, the page is beyond the
 * bounds above, or its font has an encoding of its own.
 *
 * @param start The first bytes of the file, `STAMP_BYTES` at most.
 */
export function arxivStamp(start: Buffer): ArxivStamp | undefined {
	let left = MAX_TOTAL;
	for (const stream of streamsIn(start.toString("latin1"))) {
		const content = contentOf(stream, Math.min(MAX_STREAM, left));
		const stamp = stampIn(shownText(content));
		if (stamp !== undefined) return stamp;
		left -= content.length;
		if (left <= 0) return undefined;
	}
	return undefined;
}

/** A stream as it is in the file, one character per byte (Latin-1). */
interface Stream {
	/** What comes before it, from the object's number on. */
	readonly dictionary: string;
	readonly data: string;
}

function* streamsIn(file: string): Iterable<Stream> {
	const start = /\bobj\b(?<dictionary>(?:(?!\bobj\b)[\s\S]){0,1024}?)\bstream\r?\n/g;
	for (let found = start.exec(file); found !== null; found = start.exec(file)) {
		const end = file.indexOf("endstream", start.lastIndex);
		if (end === -1) return;
		const dictionary = found.groups?.dictionary ?? "";
		if (!isElse(dictionary)) yield { dictionary, data: file.slice(start.lastIndex, end) };
		start.lastIndex = end;
	}
}

/** Pictures, fonts and the file's own bookkeeping, as far as their dictionaries say so. */
function isElse(dictionary: string): boolean {
	return /\/Image\b|\/Length[123]\b|\/(?:Type1C|CIDFontType0C|OpenType|XRef|ObjStm|Metadata)\b/.test(
		dictionary,
	);
}

/** Empty where it is compressed in another way, damaged or too long. */
function contentOf({ dictionary, data }: Stream, maxOutputLength: number): string {
	if (!dictionary.includes("/Filter")) return data.slice(0, maxOutputLength);
	if (!/\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\b(?!\s*\/)/.test(dictionary)) return "";
	try {
		return inflateSync(Buffer.from(data, "latin1"), { maxOutputLength }).toString("latin1");
	} catch {
		return "";
	}
}

/** All strings of a page's content, one after the other: `(…)` and `<…>`, which its operators show (ISO 32000-1, 7.3.4). */
function shownText(content: string): string {
	let text = "";
	let depth = 0;
	for (let at = 0; at < content.length; at++) {
		const character = content[at] ?? "";
		if (depth === 0) {
			if (character === "(") depth = 1;
			else if (character === "<") {
				const hex = hexString(content, at);
				text += hex.text;
				at = hex.end;
			}
		} else if (character === "\\") {
			const escaped = escapeAt(content, at + 1);
			text += escaped.text;
			at = escaped.end;
		} else {
			if (character === "(") depth++;
			if (character === ")") depth--;
			if (depth > 0) text += character;
		}
	}
	return text;
}

/** The end is its last character. A dictionary, `<<`, is no string. */
function hexString(content: string, at: number): { text: string; end: number } {
	const written = /<([0-9a-f\s]{0,4096})>/iy;
	written.lastIndex = at;
	const digits = written.exec(content)?.[1];
	if (digits === undefined) return { text: "", end: at };
	return {
		text: Buffer.from(digits.replace(/\s/g, ""), "hex").toString("latin1"),
		end: written.lastIndex - 1,
	};
}

/** What follows a backslash: up to three octal digits, a line end that does not count, or a character. */
function escapeAt(content: string, at: number): { text: string; end: number } {
	const octal = /[0-7]{1,3}/y;
	octal.lastIndex = at;
	const digits = octal.exec(content)?.[0];
	if (digits !== undefined)
		return { text: String.fromCharCode(Number.parseInt(digits, 8) & 0xff), end: at + digits.length - 1 };
	const character = content[at] ?? "";
	return { text: /[nrtbf\r\n]/.test(character) ? " " : character, end: at };
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Blanks are shown as moves of the pen as often as not, so none counts. */
function stampIn(text: string): ArxivStamp | undefined {
	const { id, version, day, month, year } =
		/arXiv:(?<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})v(?<version>\d{1,2})\[[A-Za-z.-]+\](?<day>\d{1,2})(?<month>[A-Z][a-z]{2})(?<year>(?:19|20)\d\d)/.exec(
			text.replace(/\s+/g, ""),
		)?.groups ?? {};
	const at = months.indexOf(month ?? "");
	if (id === undefined || at === -1) return undefined;
	return { id, version: Number(version), date: `${year}-${pad(at + 1)}-${pad(Number(day))}` };
}

function pad(number: number): string {
	return String(number).padStart(2, "0");
}
