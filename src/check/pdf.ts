import type { PdfState } from "../model.ts";

/** What of a file is looked at: its first and its last KiB, which are the same bytes in a small file. */
export interface Ends {
	readonly size: number;
	/** One character per byte (Latin-1). */
	readonly head: string;
	readonly tail: string;
}

/** 1 KiB: readers accept `%PDF-` and `%%EOF` that far from the ends (PDF Reference 1.7, appendix H, notes 13 and 18). */
export const END_BYTES = 1024;

/** What a file called `.pdf` is, by its ends. */
export function pdfState({ size, head, tail }: Ends): Exclude<PdfState, "lfs-elsewhere"> {
	if (size === 0) return "empty";
	// https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md: the version line comes first.
	if (head.startsWith("version https://git-lfs.github.com/spec/")) return "lfs-pointer";
	if (!head.includes("%PDF-")) return isHtml(head) ? "html" : "no-header";
	return tail.includes("%%EOF") ? "pdf" : "no-trailer";
}

function isHtml(head: string): boolean {
	return /^(\xef\xbb\xbf)?\s*(<!--[\s\S]*?-->\s*|<\?xml[^>]*>\s*)*<(!doctype\s+html|html|head|body|script|title)\b/i.test(
		head,
	);
}

/**
 * How many pages a PDF has, where its ends say so without a doubt; undefined is the usual answer. A linearised file has the
 * number in its first object (ISO 32000-1, annex F.3.3); it holds only while nothing was appended to the file, so its
 * length must be the one that is written beside it.
 */
export function pdfPages({ size, head }: Ends): number | undefined {
	const dictionary = /<<(?:[^>]|>(?!>))*\/Linearized(?:[^>]|>(?!>))*>>/.exec(head)?.[0];
	if (dictionary === undefined || entry(dictionary, "L") !== size) return undefined;
	return entry(dictionary, "N");
}

function entry(dictionary: string, name: string): number | undefined {
	const digits = new RegExp(`/${name}\\s+(\\d+)`).exec(dictionary)?.[1];
	return digits === undefined ? undefined : Number(digits);
}
