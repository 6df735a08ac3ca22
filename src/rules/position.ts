import type { Span } from "../model.ts";

/** True where a span is inside another one. */
export function isWithin({ start, end }: Span, around: Span): boolean {
	return start.offset >= around.start.offset && end.offset <= around.end.offset;
}
