import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from "diff";

/** What was there and what would be there instead, as `git apply` reads it. Empty when they are the same. */
export function unifiedDiff(path: string, before: string, after: string): string {
	if (before === after) return "";
	const patch = structuredPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
		context: 3,
	});
	return formatPatch(patch, FILE_HEADERS_ONLY);
}
