import type { Changes } from "../model.ts";
import { createShelf, type Shelf, type ShelfEntry } from "../resolve/shelf.ts";

/** The index of the tree as it was before the changes. */
export function shelfBefore(shelf: Shelf, { files }: Changes): Shelf {
	const now = new Set(files.map(({ path }) => path));
	const gone = files.flatMap(({ before, kindBefore }): ShelfEntry[] => {
		if (before === undefined) return [];
		return [
			kindBefore === "submodule"
				? { path: before, kind: "folder", state: "elsewhere" }
				: { path: before, kind: "file", state: "present" },
		];
	});
	const kept = shelf.entries.filter(({ path }) => !now.has(path));
	return createShelf([...kept, ...gone], shelf);
}
