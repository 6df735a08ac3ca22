/**
 * What a fragment can be told to be. `certain` ones need no anchor, `page` asks a PDF for a page, `id` names an anchor.
 */
type FragmentKind = { readonly kind: "certain" | "id" } | { readonly kind: "page"; readonly page: number };

/** Fragments that are instructions: to GitHub's code view, to the browser, to a script, to a spreadsheet. */
const instructions = [/^L\d+(C\d+)?(-L?\d+(C\d+)?)?$/, /^:~:/, /^!?\//, /^gid=/];

/** `fragment` is without its `#`. The empty one and `top` are the page's start: HTML, "select the indicated part". */
export function fragmentKind(fragment: string): FragmentKind {
	const page = /(?:^|&)page=(\d+)/.exec(fragment)?.[1];
	if (page !== undefined) return { kind: "page", page: Number(page) };
	const certain = /^(top)?$/i.test(fragment) || instructions.some((form) => form.test(fragment));
	return { kind: certain ? "certain" : "id" };
}

/** How a fragment is found among the anchors of a page; `case` when only the letter case differs. */
export function findAnchor(
	fragment: string,
	anchors: readonly string[],
): { readonly match: "exact" | "case"; readonly anchor: string } | undefined {
	const [name = ""] = fragment.split(":~:");
	// Most fragments are written as their anchor is.
	if (anchors.length <= FEW && anchors.includes(name)) return { match: "exact", anchor: name };
	const index = indices.get(anchors) ?? new PageAnchors(anchors);
	indices.set(anchors, index);
	if (index.has(name)) return { match: "exact", anchor: name };
	const names = [name, decoded(name)].flatMap((id) => [id, bare(id)]);
	const exact = index.findExact(names);
	if (exact !== undefined) return { match: "exact", anchor: exact };
	const alike = index.findAlike(names);
	return alike === undefined ? undefined : { match: "case", anchor: alike };
}

/** So many anchors are looked through sooner than they are put into an index. */
const FEW = 100;

/** A page may have as many links into it as it has anchors. */
const indices = new WeakMap<readonly string[], PageAnchors>();

/** Tells of several names which anchor of a page comes first. */
class PageAnchors {
	readonly #anchors: readonly string[];
	readonly #known: ReadonlySet<string>;
	#exact: ReadonlyMap<string, number> | undefined;
	#alike: ReadonlyMap<string, number> | undefined;

	constructor(anchors: readonly string[]) {
		this.#anchors = anchors;
		this.#known = new Set(anchors);
	}

	has(name: string): boolean {
		return this.#known.has(name);
	}

	findExact(names: readonly string[]): string | undefined {
		this.#exact ??= this.#places((anchor) => [anchor, bare(anchor)]);
		return this.#first(this.#exact, names);
	}

	/** Whatever the letter case. */
	findAlike(names: readonly string[]): string | undefined {
		this.#alike ??= this.#places((anchor) => [bare(anchor).toLowerCase()]);
		const lower = names.map((name) => name.toLowerCase());
		return this.#first(this.#alike, lower);
	}

	#places(namesOf: (anchor: string) => readonly string[]): Map<string, number> {
		const places = new Map<string, number>();
		for (const [place, anchor] of this.#anchors.entries())
			for (const name of namesOf(anchor)) if (!places.has(name)) places.set(name, place);
		return places;
	}

	#first(places: ReadonlyMap<string, number>, names: readonly string[]): string | undefined {
		return this.#anchors[Math.min(...names.map((name) => places.get(name) ?? Infinity))];
	}
}

/** GitHub puts this before every id that an author chose, and its script takes it away again. */
function bare(id: string): string {
	return id.replace(/^user-content-/i, "");
}

function decoded(fragment: string): string {
	try {
		return decodeURIComponent(fragment);
	} catch {
		return fragment;
	}
}
