import type { BodyFacts } from "../../model.ts";
import { FoldedText } from "./folded.ts";
import { readHtml } from "./html.ts";
import type { BodyStart } from "./read.ts";

/** A body whose visible text is no longer than this may be a wall or an error page; an article is longer. */
const SHORT_TEXT = 2048;
const SOURCE = 16 * 1024;
/** Below this many characters of text, a page with scripts and a root element shows nothing without them. */
const SHELL_TEXT = 200;

/** Reads what verdicts need out of the start of a body. `url` is where it came from. */
export function bodyFacts(
	start: BodyStart,
	contentType: string | undefined,
	url: string,
	ids: boolean,
): BodyFacts {
	const { bytes, complete } = start;
	const looksLike = kindOf(bytes, contentType);
	const facts = { looksLike, bytes: bytes.length, complete };
	if (looksLike === "pdf" || looksLike === "binary" || looksLike === "empty") {
		return { ...facts, textLength: 0, shell: false };
	}
	const source = decode(bytes, contentType);
	const text = new FoldedText(SHORT_TEXT);
	if (looksLike !== "html") {
		text.add(source);
		return { ...facts, ...shortText(text, source, complete), shell: false };
	}
	const { shell, whole, ...rest } = readHtml(source, url, ids, text);
	return {
		...facts,
		complete: complete && whole,
		...rest,
		...shortText(text, source, complete && whole),
		shell: shell && text.length < SHELL_TEXT,
	};
}

function shortText(
	{ length, whole }: FoldedText,
	source: string,
	complete: boolean,
): Pick<BodyFacts, "textLength" | "text" | "source"> {
	return {
		textLength: length,
		...(complete && whole !== undefined ? { text: whole, source: source.slice(0, SOURCE) } : {}),
	};
}

/** What the first bytes say, as browsers sniff it; the header decides only between kinds of text. */
export function kindOf(bytes: Buffer, contentType: string | undefined): BodyFacts["looksLike"] {
	if (bytes.length === 0) return "empty";
	const head = bytes.subarray(0, 1024);
	if (head.includes("%PDF-")) return "pdf";
	const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
	if (!utf16 && head.includes(0)) return "binary";
	const start = decode(head, contentType).trimStart().toLowerCase();
	if (
		/^<(!doctype html|html|head|body|title|script|meta|!--|h1|div|p|a|br|table|center|style|iframe)\b/.test(
			start,
		)
	)
		return "html";
	if (start.startsWith("<?xml")) return start.includes("<html") ? "html" : "xml";
	const type = contentType?.toLowerCase() ?? "";
	if (type.includes("html")) return "html";
	if (/^[[{]/.test(start) && (type === "" || type.includes("json"))) return "json";
	if (type.startsWith("image/") || type.startsWith("video/") || type.startsWith("audio/")) return "binary";
	return "text";
}

const utf8 = new TextDecoder();

/** By byte order mark, header, `<meta charset>` in the first KiB, else UTF-8 (the order of the HTML standard). */
function decode(bytes: Buffer, contentType: string | undefined): string {
	const declared = /charset\s*=\s*["']?([\w.:-]+)/i;
	const marked =
		bytes[0] === 0xfe && bytes[1] === 0xff
			? "utf-16be"
			: bytes[0] === 0xff && bytes[1] === 0xfe
				? "utf-16le"
				: undefined;
	const label =
		marked ??
		declared.exec(contentType ?? "")?.[1] ??
		declared.exec(bytes.toString("latin1", 0, 1024))?.[1] ??
		"utf-8";
	if (/^utf-?8$/i.test(label)) return utf8.decode(bytes);
	try {
		return new TextDecoder(label).decode(bytes);
	} catch {
		// A label that no browser knows either: they fall back as well.
		return utf8.decode(bytes);
	}
}
