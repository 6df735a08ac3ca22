import type { Link } from "../../src/model.ts";
import { createShelf, type Shelf, type ShelfEntry } from "../../src/resolve/shelf.ts";

/** A shelf of a repository that tracks these files. */
export function shelfOf(...paths: string[]): Shelf {
	const entries = paths.map((path): ShelfEntry => ({ path, kind: "file", state: "present" }));
	return createShelf(entries, { repository: "git", cwd: "." });
}

export function linkTo(url: string, path = "docs/a.md", kind: Link["kind"] = "link"): Link {
	const start = { line: 1, column: 5, offset: 4 };
	const end = { line: 1, column: 5 + url.length, offset: 4 + url.length };
	return { path, url, kind, text: "text", span: { start, end } };
}
