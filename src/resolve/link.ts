import type { FileTarget, Link, OtherTarget, ResolvedLink, Target } from "../model.ts";
import { STDIN } from "../naming/stdin.ts";
import { decodePercent, splitDestination } from "./destination.ts";
import type { Found } from "./found.ts";
import { splitOwnUrl } from "./home.ts";
import { isNormal } from "./normal.ts";
import { folderOf, join } from "./path.ts";
import type { Shelf } from "./shelf.ts";

/**
 * What a link points to. Local paths are those of GitHub: relative to the document's folder, or with `/` first to the
 * root of the tree; a query and a fragment do not belong to the path. A final slash is allowed, after a file too: GitHub
 * serves it. URLs that lead into the own repository are such paths, too.
 */
export function resolveLink(link: Link, shelf: Shelf): ResolvedLink {
	const url = addressOf(link);
	const own = shelf.home && splitOwnUrl(url, shelf.home);
	const target =
		own === undefined
			? (webTarget(url) ?? otherTarget(url) ?? localTarget(url, link.path, shelf))
			: localTarget(own.path, link.path, shelf);
	const hash = url.indexOf("#");
	return hash < 0 ? { link, target } : { link, target, fragment: url.slice(hash + 1) };
}

/** Whether a link names a file that nothing in the tree has the path of. */
export function isMissing<L extends ResolvedLink>(link: L): link is L & { readonly target: FileTarget } {
	return link.target.kind === "file" && link.target.state === "missing";
}

/** Browsers trim attributes. Markdown's own destinations come trimmed, and what blanks are left are part of a name. */
function addressOf({ kind, url }: Link): string {
	return kind === "html" ? url.trim() : url;
}

function looksLikeWeb(url: string): boolean {
	return /^(https?:|https?\/\/|\/\/)/i.test(url);
}

function webTarget(url: string): Target | undefined {
	const hash = url.indexOf("#");
	const page = hash < 0 ? url : url.slice(0, hash);
	if (isNormal(page)) return { kind: "http", key: page };
	if (!looksLikeWeb(url)) return undefined;
	const fault = faultOf(url);
	if (fault !== undefined) return invalid(url, fault);
	const absolute = url.startsWith("//") ? `https:${url}` : url;
	const parsed = parseUrl(absolute);
	if (parsed === undefined) return invalid(url, "names no valid host or port");
	// Even a fragment that is not there would be parsed.
	if (hash >= 0) parsed.hash = "";
	return { kind: "http", key: parsed.href };
}

/** Parses once: asking `URL.canParse` before would do it twice. */
function parseUrl(url: string): URL | undefined {
	try {
		return new URL(url);
	} catch {
		return undefined;
	}
}

/** What browsers repair in the address bar, but not in a page: there it becomes a path of the page's own site. */
function faultOf(url: string): string | undefined {
	if (/^https?\/\//i.test(url)) return "lacks the colon after its scheme";
	if (/^https?:(?!\/\/)/i.test(url)) return "lacks the two slashes after its scheme";
	if (/^https?:\/\/https?(:|\/\/)/i.test(url)) return "has its scheme twice";
	return undefined;
}

function otherTarget(url: string): OtherTarget | undefined {
	if (/^[a-z]:[\\/]/i.test(url)) return invalid(url, "is a path on one computer's disk");
	if (/^file:/i.test(url)) return invalid(url, "names a file on one computer's disk");
	if (/^mailto:/i.test(url)) return { kind: "mail", key: url };
	if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return { kind: "other", key: url };
	return undefined;
}

function invalid(url: string, detail: string): OtherTarget {
	return { kind: "invalid", key: url, detail };
}

function localTarget(url: string, from: string, shelf: Shelf): FileTarget | OtherTarget {
	const { path: written } = splitDestination(url);
	if (written === "") return { kind: "file", key: `file:${from}`, path: from, state: "present" };
	const path = treePath(decodePercent(written), from, shelf);
	if (repositoryPage.test(path) || form.test(from)) return { kind: "other", key: url };
	return { kind: "file", key: `file:${path}`, path, ...findWritten(url, path, from, shelf) };
}

/** Two folders above the root, GitHub has the repository's own pages: `../../issues` in a README leads there. */
const repositoryPage =
	/^\.\.\/\.\.\/(actions|branches|commits|compare|contributors|discussions|edit|fork|forks|graphs|issues|labels|milestones?|network|new|packages|projects|pulls?|pulse|raw|releases|search|security|settings|stargazers|tags|tree|watchers|wiki)(\/|$)/;

/** What visitors of GitHub fill in. It is read in an issue or a pull request, where a relative link leads elsewhere. */
const form = /(^|\/)(issue|pull_request|discussion)_template(\/|[^/]*\.md$)/i;

function treePath(path: string, from: string, shelf: Shelf): string {
	if (path.startsWith("/")) return join(".", path);
	return join(from === STDIN ? shelf.cwd : folderOf(from), path);
}

/** Where nothing has the name, the author may have meant another reading of what is written. */
function findWritten(url: string, path: string, from: string, shelf: Shelf): Found {
	const found = shelf.find(path);
	if (found.state !== "missing") return found;
	const actual = otherReadings(url)
		.map((reading) => treePath(decodePercent(reading), from, shelf))
		.find((reading) => shelf.find(reading).state === "present");
	return actual === undefined ? found : { state: "missing", actual, likeness: "exact" };
}

/** `a?b.pdf` and `a#b.pdf` may be names that lack their percent-encoding, and `a\b.pdf` a path of Windows. */
function otherReadings(url: string): string[] {
	const { path, query, fragment } = splitDestination(url);
	const readings = [path + query];
	if (fragment !== undefined) readings.push(url);
	if (path.includes("\\")) readings.push(path.replaceAll("\\", "/"));
	return readings.filter((reading) => reading !== path);
}
