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
	if (anchors.includes(name)) return { match: "exact", anchor: name };
	const names = [name, decoded(name)].flatMap((id) => [id, bare(id)]);
	const exact = anchors.find((anchor) => names.includes(anchor) || names.includes(bare(anchor)));
	if (exact !== undefined) return { match: "exact", anchor: exact };
	const lower = names.map((id) => id.toLowerCase());
	const alike = anchors.find((anchor) => lower.includes(bare(anchor).toLowerCase()));
	return alike === undefined ? undefined : { match: "case", anchor: alike };
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
