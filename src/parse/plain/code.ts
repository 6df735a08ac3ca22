import type { Block, Page } from "./block.ts";

const opening = /^(`{3,})([\w+#.-]*)$/;

/** Reads fenced code, up to the fence that closes it. */
export function readCode({ source }: Page, line: number): Block | undefined {
	const [, fence, language] = opening.exec(source.line(line)) ?? [];
	if (fence === undefined) return undefined;
	let last = line + 1;
	while (!isClosing(source.line(last), fence)) {
		last++;
		if (last >= source.count) return undefined;
	}
	if (!source.line(last).endsWith("`")) return undefined;
	const from = source.start(line + 1);
	const value = source.text.slice(from, Math.max(from, source.end(last - 1)));
	const position = {
		start: source.point(line, source.start(line)),
		end: source.point(last, source.end(last)),
	};
	return { nodes: [{ type: "code", lang: language || null, meta: null, value, position }], next: last + 1 };
}

function isClosing(line: string, fence: string): boolean {
	const marks = /^ {0,3}(`+)[ \t]*$/.exec(line)?.[1] ?? "";
	return marks.length >= fence.length;
}
