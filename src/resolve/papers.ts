import type { Shelf } from "./shelf.ts";

/**
 * The same shelf, which also knows which arXiv papers missing files were. A name in the tree that is only similar gives way:
 * what git once had under a path is no slip of the pen.
 *
 * @param papers Identifiers without version, by path.
 */
export function withPapers(shelf: Shelf, papers: ReadonlyMap<string, string>): Shelf {
	return {
		...shelf,
		find(path) {
			const arxiv = papers.get(path);
			return arxiv === undefined ? shelf.find(path) : { state: "missing", arxiv };
		},
	};
}
