import { clean } from "./clean.ts";

/**
 * A path as the path of a URL. Parentheses are encoded too, so that it can stand in a Markdown destination as it is.
 */
export function encodePath(path: string): string {
	return clean(path)
		.split("/")
		.map((segment) => encodeURIComponent(segment).replace(/[()]/g, (c) => (c === "(" ? "%28" : "%29")))
		.join("/");
}
