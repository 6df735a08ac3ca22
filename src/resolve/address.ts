/** The parts of a web address, as written. */
export interface Address {
	/** Name and password, with the `@` after them; empty where there are none. */
	readonly user: string;
	readonly host: string;
	/** With its `:`; empty for the default of the scheme. */
	readonly port: string;
	/** Begins with `/`. */
	readonly path: string;
	/** Without its `?`; empty where there is none. */
	readonly query: string;
}

/**
 * Takes apart the key of an `HttpTarget`: what `new URL` tells of it, for much less. Rules ask it of every link, and a key is in
 * normal form already, in which each mark has one meaning.
 */
export function splitAddress(key: string): Address {
	const from = key.indexOf("//") + 2;
	const slash = key.indexOf("/", from);
	const mark = key.indexOf("?", slash);
	const end = mark < 0 ? key.length : mark;
	const [, user = "", host = "", port = ""] = authority.exec(key.slice(from, slash)) ?? [];
	return { user, host, port, path: key.slice(slash, end), query: key.slice(end + 1) };
}

/** An address of IPv6 is in brackets, and has colons of its own. */
const authority = /^([^@]*@)?(\[[^\]]*\]|[^:]*)(:\d+)?$/;
