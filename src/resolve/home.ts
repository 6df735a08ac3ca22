/** Where a tree is published: a repository on GitHub, or on a server with the same addresses. */
export interface Home {
	/** Lower case: `github.com`. */
	readonly host: string;
	readonly owner: string;
	readonly name: string;
	/** The branch that readers get when they name none, where git knows it. */
	readonly branch?: string | undefined;
}

/** A URL of the own repository that leads into its tree, in two parts as written. */
interface OwnUrl {
	/** Up to the path in the tree. */
	readonly before: string;
	/** From the root of the tree, with `/` first, and with query and fragment. */
	readonly path: string;
}

const remote =
	/^(?:(?:https?|ssh|git):\/\/)?(?:[^@/]*@)?(?<host>[^/:@]+)(?::\d+)?\/(?<owner>[^/]+)\/(?<name>[^/]+?)(?:\.git)?\/?$/i;
/** `git@host:owner/name`: SSH without a scheme. A disk's letter is no host. */
const shorthand = /^(?:[^@/:]+@)?(?<host>[^/:@]{2,}):(?<owner>[^/]+)\/(?<name>[^/]+?)(?:\.git)?\/?$/;

/** The repository that the address of a remote names; undefined for one on a disk, and for what has deeper paths. */
export function parseRemote(address: string): Home | undefined {
	const { host, owner, name } = (shorthand.exec(address) ?? remote.exec(address))?.groups ?? {};
	if (host === undefined || owner === undefined || name === undefined) return undefined;
	// GitHub's SSH server has a second name, for networks that close its port.
	return { host: host.toLowerCase().replace(/^ssh\.github\.com$/, "github.com"), owner, name };
}

/**
 * Takes apart a URL that leads a reader to what the tree holds: `/blob/`, `/tree/`, `/raw/` and `/blame/` of the
 * default branch or of HEAD, and raw.githubusercontent.com. Undefined for everything else, other branches and commits
 * among it: what these hold, the tree does not tell.
 */
export function splitOwnUrl(url: string, home: Home): OwnUrl | undefined {
	const { host, owner, name, rest } =
		/^(?:https?:)?\/\/(?:www\.)?(?<host>[^/?#]+)\/(?<owner>[^/?#]+)\/(?<name>[^/?#]+)\/(?<rest>.*)$/is.exec(
			url,
		)?.groups ?? {};
	if (host === undefined || !isSame(owner, home.owner) || !isSame(name, home.name)) return undefined;
	const within = home.host === "github.com" && isSame(host, rawHost) ? rest : viewed(host, rest, home);
	const ref = refsOf(home).find(
		(one) => within?.startsWith(one) && /^([/?#]|$)/.test(within.slice(one.length)),
	);
	if (within === undefined || ref === undefined) return undefined;
	const path = within.slice(ref.length);
	return { before: url.slice(0, url.length - path.length), path: path.startsWith("/") ? path : `/${path}` };
}

const rawHost = "raw.githubusercontent.com";

function viewed(host: string, rest: string | undefined, home: Home): string | undefined {
	return isSame(host, home.host) ? /^(?:blob|tree|raw|blame)\/(.*)$/s.exec(rest ?? "")?.[1] : undefined;
}

/** Where git does not know the default branch, as in a runner's checkout, it has one of the two usual names. */
function refsOf({ branch }: Home): string[] {
	const branches = branch === undefined ? ["main", "master"] : [branch];
	return ["HEAD", ...branches.flatMap((one) => [one, `refs/heads/${one}`])];
}

function isSame(a: string | undefined, b: string): boolean {
	return a?.toLowerCase() === b.toLowerCase();
}
