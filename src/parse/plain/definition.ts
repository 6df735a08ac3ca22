import type { Definition } from "mdast";
import { normalizeIdentifier } from "micromark-util-normalize-identifier";
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

/**
 * The labels that a document may define, as CommonMark compares them; undefined where only parsing it as a whole can tell, as
 * with definitions in quotes, and footnotes.
 */
export function labelsOf(source: Source): Map<number, string> | undefined {
	const labels = new Map<number, string>();
	if (!source.text.includes("]:")) return labels;
	for (let line = 0; line < source.count; line++) {
		const written = source.line(line);
		if (!written.includes("]:")) continue;
		const [, label] = form.exec(written) ?? [];
		if (label === undefined) return undefined;
		labels.set(line, normalizeIdentifier(label));
	}
	return labels;
}
