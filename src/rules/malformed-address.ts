import type { ResolvedLink } from "../model.ts";

export type AddressFault = "empty" | "nested" | "wrapped" | "doubled" | "scheme" | "no-scheme";

/** What keeps a destination from being the address that it was meant to be, and that address; empty where there is none. */
export interface MalformedAddress {
	readonly fault: AddressFault;
	readonly meant: string;
}

/** Looks for slips of the pen in the destination of a link that CommonMark sees. */
export function malformedAddress({ link, target }: ResolvedLink): MalformedAddress | undefined {
	const { url, kind } = link;
	if (kind === "autolink" || kind === "html") return undefined;
	if (isWellFormed(url)) return undefined;
	if (url.trim() === "") return kind === "definition" ? undefined : { fault: "empty", meant: "" };
	for (const [fault, mend] of mends) {
		const meant = mend(url);
		if (meant !== undefined) return { fault, meant };
	}
	const isMissing = target.kind === "file" && target.state === "missing";
	return isMissing && startsWithHost.test(url) ? { fault: "no-scheme", meant: `https://${url}` } : undefined;
}

/** One scheme, at the beginning. */
function isWellFormed(url: string): boolean {
	return /^https?:\/\//i.test(url) && url.lastIndexOf("://") <= "https".length;
}

const mends: readonly (readonly [AddressFault, (url: string) => string | undefined])[] = [
	["nested", (url) => /^\[[^\]]*\]\((\S+)\)$/.exec(url)?.[1]],
	["wrapped", (url) => /^[("'“‘<[{]+((?:https?:\/\/|www\.)[^\s)"'”’>\]}]+)[)"'”’>\]}]+$/.exec(url)?.[1]],
	["doubled", (url) => /^https?:\/*(https?:\/\/.+)$/i.exec(url)?.[1] ?? half(url)],
	["scheme", mendScheme],
];

/** `https://x.org/https://x.org/`. Two different addresses in one may be an archive's or a proxy's. */
function half(url: string): string | undefined {
	const first = url.slice(0, url.length / 2);
	return /^https?:\/\/./i.test(first) && first + first === url ? first : undefined;
}

/** `hhttps://`, `htp://`, `https//`, `http;//`, `http:/x`: one slip in the name of the scheme, or in what follows it. */
function mendScheme(url: string): string | undefined {
	const [, name = "", marks, rest = ""] =
		/^([a-z]{3,6})(:\/\/|[;.]\/\/|\/\/|:\/(?!\/))(.+)$/i.exec(url) ?? [];
	const isSecure = /s$/i.test(name);
	const isRight = /^https?$/i.test(name);
	if (marks === undefined || (isRight && marks === "://") || !/^[^/\s]+\.[^/\s]/.test(rest)) return undefined;
	return isRight || misspeltScheme.test(name) ? `${isSecure ? "https" : "http"}://${rest}` : undefined;
}

const misspeltScheme =
	/^(?:h?ttps?|hh+tt?ps?|ht{3,}ps?|htp{1,2}s?|httpp+s?|htts?|htpts?|thtps?|ttps|hptts?|httpss)$/i;

/** A path whose first part is called like a host; `README.md/x` and `script.sh/x` are not. */
const startsWithHost =
	/^(?:www\.[a-z0-9-]+\.|(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|io|ai|dev|info|cn|de|uk|fr|jp|eu)(?:\/|$))/i;
