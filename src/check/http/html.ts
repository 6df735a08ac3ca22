import { Parser } from "htmlparser2";
import type { BodyFacts } from "../../model.ts";
import { type FoldedText, fold } from "./folded.ts";

/** How deeply elements may nest; Chromium and WebKit stop there too. A hostile page would make the parser quadratic. */
const MAX_DEPTH = 512;
/** Longer titles and headings are cut. Characters. */
const MAX_TITLE = 300;

/** Elements whose text nobody sees. */
const hidden = new Set(["script", "style", "template", "noscript", "svg", "title"]);
/** Where the common frameworks put what they render. */
const rootIds = /(^|[-_])(root|app)$|^(__next|__nuxt|___gatsby|svelte|mount|application)$/i;

/** A page's facts; `whole` is false when it is nested too deeply to be read to its end. */
interface HtmlFacts extends Pick<BodyFacts, "title" | "h1" | "refresh" | "ids" | "shell"> {
	readonly whole: boolean;
}

/** Reads a page that came from `base`, and adds what a reader sees of it to `text`. */
export function readHtml(source: string, base: string, wantsIds: boolean, text: FoldedText): HtmlFacts {
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
					if (value !== undefined && value !== "") ids.push(ownCopy(value));
				}
				// Inside noscript it is for browsers without scripts, which are not our readers.
				if (name === "meta" && !inside("noscript")) refresh ??= refreshOf(attributes, base);
			},
			ontext(data) {
				for (const name of ["title", "h1"] as const) {
					if (inside(name) && !finished.has(name) && !inside("svg")) captured[name].push(data);
				}
				if (unseen === 0) text.add(data);
			},
			onclosetag(name) {
				open.set(name, (open.get(name) ?? 1) - 1);
				if (hidden.has(name)) unseen -= 1;
				depth -= 1;
				if (name === "title" || name === "h1") finished.add(name);
				else text.add(" ");
			},
		},
		// Without any, the parser looks for the next tag only.
		{ decodeEntities: source.includes("&") },
	);
	parser.write(source);
	parser.end();
	const title = shorten(captured.title);
	const h1 = shorten(captured.h1);
	return {
		whole,
		shell: scripts && root,
		...(title === "" ? {} : { title }),
		...(h1 === "" ? {} : { h1 }),
		...(refresh === undefined ? {} : { refresh }),
		...(wantsIds ? { ids } : {}),
	};
}

function shorten(pieces: readonly string[]): string {
	return ownCopy(fold(pieces.join("")).slice(0, MAX_TITLE));
}

/** Parts of a string are views of it: what is remembered of a page would keep all of it in memory. */
function ownCopy(text: string): string {
	return Buffer.from(text, "utf16le").toString("utf16le");
}

function refreshOf(attributes: Record<string, string>, base: string): BodyFacts["refresh"] {
	if (attributes["http-equiv"]?.toLowerCase() !== "refresh") return undefined;
	const match = /^\s*([\d.]+)\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(attributes.content ?? "");
	const [, seconds, target] = match ?? [];
	if (seconds === undefined || target === undefined || !URL.canParse(target.trim(), base)) return undefined;
	return { url: new URL(target.trim(), base).href, seconds: Number.parseFloat(seconds) };
}
