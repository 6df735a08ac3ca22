import type { Block, Page } from "./block.ts";
import { fenceLength } from "./source.ts";

const opening = /^(`{3,})([\w+#.-]*)$/;

/** Reads fenced code, up to the fence that closes it. */
export function readCode({ source }: Page, line: number): Block | undefined {
	const [, fence, language] = opening.exec(source.line(line)) ?? [];
	if (fence === undefined || source.longestFenceAfter(line) < fence.length) return undefined;
	let last = line + 1;
	while (fenceLength(source.line(last)) < fence.length) last++;
	if (!source.line(last).endsWith("`")) return undefined;
	const from = source.start(line + 1);
	const value = source.text.slice(from, Math.max(from, source.end(last - 1)));
	const position = source.position(line, last);
	return { nodes: [{ type: "code", lang: language || null, meta: null, value, position }], next: last + 1 };
}
