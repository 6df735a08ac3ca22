import type { Definition } from "mdast";
import { normalizeIdentifier } from "micromark-util-normalize-identifier";
import type { Labels } from "../syntax.ts";
import type { Block, Page } from "./block.ts";
import { destination, isAddress, title } from "./forms.ts";
import type { Source } from "./source.ts";

const form = new RegExp(
	String.raw`^\[(?!\^)([^[\]\\&\s]+(?: [^[\]\\&\s]+)*)\]: (${destination})(?:${title})?$`,
);
const MAX_LABEL_LENGTH = 999;

/** Reads definitions, a line each, up to a blank line: what follows without one may be the title of the last. */
export function readDefinitions({ source, origins }: Page, line: number): Block | undefined {
	const nodes: Definition[] = [];
	let next = line;
	for (; !source.isBlank(next); next++) {
		const [, label = "", url = "", named = null] = form.exec(source.line(next)) ?? [];
		if (!isAddress(url) || label.length > MAX_LABEL_LENGTH) return undefined;
		const position = source.position(next);
		const identifier = normalizeIdentifier(label).toLowerCase();
		const node: Definition = { type: "definition", identifier, label, title: named, url, position };
		const start = source.start(next) + `[${label}]: `.length - source.mark;
		origins.written.set(node, { start, end: start + url.length, bare: false });
		nodes.push(node);
	}
	return { nodes, next };
}

/** The labels that a document seems to define, by the lines that look so wherever they are. */
export function likelyLabels(source: Source): Labels {
	const definitions: string[] = [];
	const footnotes: string[] = [];
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
