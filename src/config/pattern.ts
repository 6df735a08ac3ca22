import { domainToUnicode } from "node:url";
import type { ResolvedLink } from "../model.ts";
import type { Options } from "./settings.ts";

/** What a pattern is compared with. */
interface Names {
	/** The link as written, and its other spellings. */
	readonly spellings: readonly string[];
	/** Of a web link: without its port, with it, and without Punycode. */
	readonly hosts: readonly string[];
}

/** Whether a link is left out: some `exclude` pattern matches it, and no `include` pattern. */
export function isExcluded(
	link: ResolvedLink,
	{ exclude, include }: Pick<Options, "exclude" | "include">,
): boolean {
	if (exclude.length === 0) return false;
	const names = namesOf(link);
	return (
		exclude.some((pattern) => matches(pattern, names)) && !include.some((pattern) => matches(pattern, names))
	);
}

function namesOf({ link, target, fragment }: ResolvedLink): Names {
	const written = link.url;
	switch (target.kind) {
		case "http": {
			const { protocol, hostname, host } = new URL(target.key);
			const whole = fragment === undefined ? target.key : `${target.key}#${fragment}`;
			const spellings = [written, whole, target.key, whole.slice(`${protocol}//`.length)];
			return { spellings, hosts: [hostname, host, domainToUnicode(hostname)] };
		}
		case "file":
			return { spellings: [written, target.path], hosts: [] };
		default:
			return { spellings: [written], hosts: [] };
	}
}

/** Patterns come from the checked tree, so they are no regular expressions: no pattern may take long. */
function matches(pattern: string, { spellings, hosts }: Names): boolean {
	const isHost = !/[/?#]/.test(pattern);
	const host = pattern.toLowerCase();
	if (pattern.includes("*")) {
		return (
			spellings.some((text) => glob(pattern, text)) || (isHost && hosts.some((name) => glob(host, name)))
		);
	}
	return (
		spellings.some((text) => isAtOrBelow(pattern, text)) ||
		(isHost && hosts.some((name) => name === host || name.endsWith(`.${host}`)))
	);
}

/** `https://x.test/a` is above `https://x.test/a/b`, `…/a?q` and `…/a#b`, not above `…/ab`. */
function isAtOrBelow(top: string, text: string): boolean {
	return (
		text.startsWith(top) &&
		(text.length === top.length || /[/?#]$/.test(top) || /[/?#]/.test(text.charAt(top.length)))
	);
}

/**
 * Whether a pattern matches a whole text. `*` is any run of characters, everything else is itself. Each piece between
 * stars is looked for once, from where the last one ended, so the time grows with text and pattern, not with choices.
 */
export function glob(pattern: string, text: string): boolean {
	const [first = "", ...rest] = pattern.split("*");
	const last = rest.pop();
	if (last === undefined) return text === pattern;
	if (!text.startsWith(first)) return false;
	let from = first.length;
	for (const piece of rest) {
		const found = text.indexOf(piece, from);
		if (found === -1) return false;
		from = found + piece.length;
	}
	return text.length - last.length >= from && text.endsWith(last);
}
