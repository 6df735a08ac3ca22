import { decodePercent, splitDestination } from "./destination.ts";
import { relative } from "./path.ts";

/**
 * A local destination rewritten to lead to `path`, in the style of the author: relative or from the root, `./` first or
 * not, a final slash, blanks raw or encoded, other scripts raw or encoded; the query and the fragment stay.
 *
 * `url` is the destination with escapes resolved, `folder` where it is relative to, and `path` is relative to the root.
 * The result can stand in Markdown, with or without `<>`, and in a quoted attribute.
 */
export function writePath(url: string, folder: string, path: string): string {
	const { path: written, query, fragment } = splitDestination(url);
	const encode = encoderLike(written);
	const tail = query + (fragment === undefined ? "" : `#${fragment}`);
	return encode(route(written, folder, path)) + escapeMarkup(tailOutside(path, written, tail));
}

/** A web address, so that it can stand where `writePath` says. */
export function writeUrl(url: string): string {
	return escapeMarkup(url);
}

/** A fragment, without its `#`, that names `anchor`; encoded like `fragment`, which it replaces. */
export function writeFragment(fragment: string, anchor: string): string {
	return encoderLike(fragment)(anchor);
}

function route(written: string, folder: string, path: string): string {
	const slash = written.endsWith("/") && path !== "." ? "/" : "";
	if (written.startsWith("/")) return path === "." ? "/" : `/${path}${slash}`;
	const way = relative(folder, path);
	// Without `./`, what is before a colon would be a scheme.
	const dotted = written.startsWith("./") || /^[^/]*:/.test(way);
	return (dotted && !/^\.\.?(\/|$)/.test(way) ? `./${way}` : way) + slash;
}

/** What follows the path, but for the part that turned out to belong to the file's name. */
function tailOutside(path: string, written: string, tail: string): string {
	const name = decodePercent(written.slice(written.lastIndexOf("/") + 1));
	const inName = path.slice(path.lastIndexOf("/") + 1);
	for (let end = tail.length; end > 0; end--)
		if (inName === name + decodePercent(tail.slice(0, end))) return tail.slice(end);
	return tail;
}

/** Encodes what must be, and what the author encoded in `written` although it need not be. */
function encoderLike(written: string): (path: string) => string {
	const habits = new Set(
		[...written.matchAll(/(?:%[0-9a-f]{2})+/gi)].flatMap(([run]) => [...decodePercent(run)]),
	);
	const encodesScripts = [...habits].some((character) => character > "\x7f");
	const keepsBlanks = written.includes(" ");
	const must = (character: string, path: string) =>
		(character === " " && !keepsBlanks) ||
		/[\x00-\x1f\x7f%?#<>\\"'`|]/.test(character) ||
		("()".includes(character) && !isBalanced(path));
	// Dots and slashes are what a path is made of; nobody wants them encoded again.
	const habitual = (character: string) => habits.has(character) && !"./".includes(character);
	return (path) =>
		[...path]
			.map((character) =>
				must(character, path) || habitual(character) || (encodesScripts && character > "\x7f")
					? encodeCharacter(character)
					: character,
			)
			.join("")
			.replace(characterReference, "%26$1");
}

/** `&` where HTML and Markdown would read a character of another name. */
const characterReference = /&(#?\w+;)/g;

function encodeCharacter(character: string): string {
	const bytes = [...new TextEncoder().encode(character)];
	return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");
}

function isBalanced(path: string): boolean {
	let depth = 0;
	for (const character of path) {
		if (character === "(") depth++;
		if (character === ")" && --depth < 0) return false;
	}
	return depth === 0;
}

/** For text that is already percent-encoded as far as its author cared. */
function escapeMarkup(text: string): string {
	const unsafe = isBalanced(text) ? /[\s<>\\"'`|]/g : /[\s<>\\"'`|()]/g;
	return text.replace(unsafe, (character) => encodeCharacter(character)).replace(characterReference, "%26$1");
}
