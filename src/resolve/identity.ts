import type { Target } from "../model.ts";
import { splitAddress } from "./address.ts";
import { decodePercent } from "./destination.ts";
import { withoutTracking } from "./tracking.ts";

/**
 * What a link leads to, as one text for all its spellings: two links with equal identities lead readers to the same thing. It
 * tells duplicates, and is nothing to send a request to.
 *
 * For web pages it is a URL. `http` and `https`, `www.`, a final slash, an index page and tracking parameters make no
 * difference; on GitHub, arXiv, YouTube and for DOIs the forms of one address do not, either. The fragment does.
 *
 * @param fragment Without its `#`, as in `ResolvedLink`.
 */
export function identityOf(target: Target, fragment?: string): string {
	const place = fragment === undefined || fragment === "" ? "" : `#${fragment}`;
	if (target.kind === "http") {
		const identity = webIdentity(target.key);
		// Nearly always the same, and then no second text is kept.
		return (identity === target.key ? target.key : identity) + place;
	}
	if (target.kind === "other" && /^doi:/i.test(target.key)) return doiIdentity(target.key.slice(4)) + place;
	// The keys of other targets are as they are written, with their fragments.
	return target.kind === "file" ? target.key + place : target.key;
}

function webIdentity(url: string): string {
	const address = splitAddress(url);
	const host = bareHost(address.host);
	const path = barePath(address.path);
	const query = withoutTracking(address.query, host);
	const known = forms.get(host)?.({ host, path, query });
	if (known !== undefined) return known;
	// A password alone is no user.
	const user = address.user.startsWith(":") ? "" : address.user;
	// One scheme stands for both here, so both their ports are the default.
	const port = address.port === ":80" || address.port === ":443" ? "" : address.port;
	return `https://${user}${host}${port}${path}${query === "" ? "" : `?${query}`}`;
}

/** An address without what makes no difference. */
interface Page {
	readonly host: string;
	/** Without a final slash: empty for a site's root. */
	readonly path: string;
	readonly query: string;
}

/** `www.` alone is no name, and `www.com` is one of its own. */
function bareHost(hostname: string): string {
	let host = hostname;
	while (host.startsWith("www.") && /^www\.[^.]+\../.test(host)) host = host.slice(4);
	return host;
}

/** What servers are set up to answer with where a folder is asked for. */
const indexPage = /\/(?:index\.(?:html?|php)|default\.(?:html?|aspx))$/;

function barePath(pathname: string): string {
	let path = pathname;
	for (;;) {
		const shorter = path.endsWith("/") ? path.slice(0, -1) : path.replace(indexPage, "");
		if (shorter === path) return path;
		path = shorter;
	}
}

/** The sites that have several addresses for one thing. Undefined where a page of theirs is like any other. */
const forms: ReadonlyMap<string, (page: Page) => string | undefined> = new Map(
	Object.entries({
		"github.com": githubIdentity,
		"arxiv.org": arxivIdentity,
		"export.arxiv.org": arxivIdentity,
		"doi.org": doiPage,
		"dx.doi.org": doiPage,
		"youtube.com": youtubeIdentity,
		"m.youtube.com": youtubeIdentity,
		"youtube-nocookie.com": youtubeIdentity,
		"youtu.be": youtubeIdentity,
	}),
);

/** Letter case counts in files only. Which branch is the default one is not known offline, but two names nearly always are. */
function githubIdentity({ host, path, query }: Page): string | undefined {
	const [, owner, repository, ...rest] = path.split("/");
	if (owner === undefined || repository === undefined)
		return `https://${host}${path.toLowerCase()}${query && `?${query}`}`;
	const name = repository.toLowerCase().replace(/(?:\.git)+$/, "");
	const isDefault = rest.length === 2 && rest[0] === "tree" && /^(main|master|HEAD)$/.test(rest[1] ?? "");
	const below = isDefault ? [] : rest;
	return `https://${host}/${[owner.toLowerCase(), name, ...below].join("/")}${query && `?${query}`}`;
}

/** Both schemes of identifiers: https://info.arxiv.org/help/arxiv_identifier.html */
const arxivPage =
	/^\/(?:abs|pdf|html|ps|format)\/(?<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?$/;

function arxivIdentity({ path }: Page): string | undefined {
	const id = arxivPage.exec(path)?.groups?.id;
	return id === undefined ? undefined : `https://arxiv.org/abs/${id}`;
}

function doiPage({ path, query }: Page): string | undefined {
	const name = path.slice(1) + (query && `?${query}`);
	return /^10\.\d{4,9}(?:\/|%2f)/i.test(name) ? doiIdentity(name) : undefined;
}

/** Letter case makes no difference in a DOI: https://www.doi.org/doi-handbook/HTML/case-sensitivity.html */
function doiIdentity(name: string): string {
	const doi = encodeURI(decodePercent(name).toLowerCase()).replace(/[?#]/g, encodeURIComponent);
	// Decoded, it may have a final slash or dot segments.
	return `https://doi.org${barePath(new URL(`https://doi.org/${doi}`).pathname)}`;
}

function youtubeIdentity({ host, path, query }: Page): string | undefined {
	const others = new URLSearchParams(query);
	const named = host === "youtu.be" ? /^\/([\w-]{11})$/ : /^\/(?:embed|shorts|live|v)\/([\w-]{11})$/;
	const video = path === "/watch" ? others.get("v") : named.exec(path)?.[1];
	if (video === null || video === undefined) return undefined;
	others.delete("v");
	return `https://youtube.com/watch?${new URLSearchParams([["v", video], ...others])}`;
}
