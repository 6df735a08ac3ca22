import { Parser } from "htmlparser2";
import type { BodyFacts } from "../../model.ts";
import type { BodyStart } from "./read.ts";

/** A body whose visible text is no longer than this may be a wall or an error page; an article is longer. */
const SHORT_TEXT = 2048;
const SOURCE = 16 * 1024;
/** Below this many characters of text, a page with scripts and a root element shows nothing without them. */
const SHELL_TEXT = 200;
/** How deeply elements may nest; Chromium and WebKit stop there too. A hostile page would make the parser quadratic. */
const MAX_DEPTH = 512;

/** Elements whose text nobody sees. */
const hidden = new Set(["script", "style", "template", "noscript", "svg", "title"]);
/** Where the common frameworks put what they render. */
const rootIds = /(^|[-_])(root|app)$|^(__next|__nuxt|___gatsby|svelte|mount|application)$/i;

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
	if (looksLike !== "html") return { ...facts, ...shortText(fold(source), source, complete), shell: false };
	const { text, shell, whole, ...rest } = readHtml(source, url, ids);
	return {
		...facts,
		complete: complete && whole,
		...rest,
		...shortText(text, source, complete && whole),
		shell: shell && text.length < SHELL_TEXT,
	};
}

function shortText(
	text: string,
	source: string,
	complete: boolean,
): Pick<BodyFacts, "textLength" | "text" | "source"> {
	const short = complete && text.length <= SHORT_TEXT;
	return { textLength: text.length, ...(short ? { text, source: source.slice(0, SOURCE) } : {}) };
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
	try {
		return new TextDecoder(label).decode(bytes);
	} catch {
		// A label that no browser knows either: they fall back as well.
		return new TextDecoder().decode(bytes);
	}
}

/** A page's facts; `whole` is false when it is nested too deeply to be read to its end. */
interface HtmlFacts extends Pick<BodyFacts, "title" | "h1" | "refresh" | "ids" | "shell"> {
	readonly text: string;
	readonly whole: boolean;
}

function readHtml(source: string, base: string, wantsIds: boolean): HtmlFacts {
	const text: string[] = [];
	const ids: string[] = [];
	const captured: Record<"title" | "h1", string[]> = { title: [], h1: [] };
	const finished = new Set<string>();
	/** How many elements of a name are open. */
	const open = new Map<string, number>();
	const inside = (name: string): boolean => (open.get(name) ?? 0) > 0;
	let unseen = 0;
	let depth = 0;
	let whole = true;
	let refresh: BodyFacts["refresh"];
	let scripts = false;
	let root = false;
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				open.set(name, (open.get(name) ?? 0) + 1);
				if (hidden.has(name)) unseen += 1;
				depth += 1;
				if (depth > MAX_DEPTH) {
					whole = false;
					parser.pause();
				}
				scripts ||= name === "script";
				root ||= rootIds.test(attributes.id ?? "") || /^[a-z]+-(root|app)$/.test(name);
				for (const value of wantsIds ? [attributes.id, attributes.name] : []) {
					if (value !== undefined && value !== "") ids.push(value);
				}
				// Inside noscript it is for browsers without scripts, which are not our readers.
				if (name === "meta" && !inside("noscript")) refresh ??= refreshOf(attributes, base);
			},
			ontext(data) {
				for (const name of ["title", "h1"] as const) {
					if (inside(name) && !finished.has(name) && !inside("svg")) captured[name].push(data);
				}
				if (unseen === 0) text.push(data);
			},
			onclosetag(name) {
				open.set(name, (open.get(name) ?? 1) - 1);
				if (hidden.has(name)) unseen -= 1;
				depth -= 1;
				if (name === "title" || name === "h1") finished.add(name);
				else text.push(" ");
			},
		},
		{ decodeEntities: true },
	);
	parser.write(source);
	parser.end();
	const title = fold(captured.title.join(""));
	const h1 = fold(captured.h1.join(""));
	return {
		text: fold(text.join("")),
		whole,
		shell: scripts && root,
		...(title === "" ? {} : { title: title.slice(0, 300) }),
		...(h1 === "" ? {} : { h1: h1.slice(0, 300) }),
		...(refresh === undefined ? {} : { refresh }),
		...(wantsIds ? { ids } : {}),
	};
}

function refreshOf(attributes: Record<string, string>, base: string): BodyFacts["refresh"] {
	if (attributes["http-equiv"]?.toLowerCase() !== "refresh") return undefined;
	const match = /^\s*([\d.]+)\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(attributes.content ?? "");
	const [, seconds, target] = match ?? [];
	if (seconds === undefined || target === undefined || !URL.canParse(target.trim(), base)) return undefined;
	return { url: new URL(target.trim(), base).href, seconds: Number.parseFloat(seconds) };
}

/** White space as one blank each. Those that are one already are most of a page, and are left alone. */
function fold(text: string): string {
	return text.replace(/[^\S ]\s*| \s+/g, " ").trim();
}
