import type { Suggestion } from "../../src/model.ts";
import { Lines } from "../../src/parse/index.ts";

/** An edit of a text at offsets that count a byte order mark. */
export function edit(text: string, start: number, end: number, replacement: string): Suggestion {
	return { span: new Lines(text).at(start, end), text: replacement, safe: true };
}
