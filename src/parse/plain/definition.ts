import type { Definition } from "mdast";
import { normalizeIdentifier } from "micromark-util-normalize-identifier";
import type { Labels } from "../syntax.ts";
import type { Block, Page } from "./block.ts";
import type { Source } from "./source.ts";

const form =
	/^\[(?!\^)([^[\]\\&\s]+(?: [^[\]\\&\s]+)*)\]: ([^\s()<>\\&]*(?:\([^\s()<>\\&]*\)[^\s()<>\\&]*)*)(?: "([^"\\&]*)")?$/;
const MAX_LABEL_LENGTH = 999;

/** Reads definitions, a line each, up to a blank line: what follows without one may be the title of the last. */
export function readDefinitions({ source, origins }: Page, line: number): Block | undefined {
	const nodes: Definition[] = [];
	let next = line;
	for (; !source.isBlank(next); next++) {
		const [, label = "", url = "", title = null] = form.exec(source.line(next)) ?? [];
		if (url === "" || label.length > MAX_LABEL_LENGTH || /[\0-\x1F\x7F]/.test(url + title)) return undefined;
		const from = source.start(next);
		const position = { start: source.point(next, from), end: source.point(next, source.end(next)) };
		const identifier = normalizeIdentifier(label).toLowerCase();
		const node: Definition = { type: "definition", identifier, label, title, url, position };
		const start = from + `[${label}]: `.length - source.mark;
		origins.written.set(node, { start, end: start + url.length, bare: false });
		nodes.push(node);
	}
	return { nodes, next };
}

/** The labels that a document seems to define, by the lines that look so wherever they are. */
export function likelyLabels(source: Source): Labels {
	const definitions: string[] = [];
	const footnotes: string[] = [];
	if (!source.text.includes("]:")) return { definitions, footnotes };
	for (let line = 0; line < source.count; line++) {
		if (source.text[source.start(line)] !== "[") continue;
		const written = source.line(line);
		const [, label] = form.exec(written) ?? [];
		const [, footnote] = /^\[\^([^[\]\\&\s]+)\]:/.exec(written) ?? [];
		if (label !== undefined) definitions.push(normalizeIdentifier(label));
		if (footnote !== undefined) footnotes.push(normalizeIdentifier(footnote));
	}
	return { definitions, footnotes };
}
