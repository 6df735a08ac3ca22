/**
 * Cookies for one redirect chain: some sites send a reader round in circles until a cookie comes back. Expiry, path and the
 * public suffix list do not matter for the seconds that it lives; whom a cookie goes back to does.
 */
export class CookieJar {
	readonly #cookies = new Map<
		string,
		{ readonly domain: string; readonly exact: boolean; readonly pair: string }
	>();

	/** Takes the values of Set-Cookie that `url` sent. */
	keep(url: string, headers: readonly string[]): void {
		if (headers.length === 0) return;
		const host = new URL(url).hostname;
		for (const header of headers) {
			const [pair = "", ...attributes] = header.split(";").map((part) => part.trim());
			const name = pair.slice(0, pair.indexOf("="));
			const asked = attributes
				.find((attribute) => /^domain=/i.test(attribute))
				?.slice(7)
				.replace(/^\./, "")
				.toLowerCase();
			const wider = asked?.includes(".") === true && (host === asked || host.endsWith(`.${asked}`));
			const domain = wider ? asked : host;
			const key = `${domain} ${name}`;
			const gone = attributes.some((attribute) => /^max-age=(0|-\d+)$/i.test(attribute));
			if (!pair.includes("=") || name === "" || pair.length > 4096) continue;
			if (gone) this.#cookies.delete(key);
			else this.#cookies.set(key, { domain, exact: !wider, pair });
		}
	}

	/** The Cookie header for `url`, if there is one. */
	for(url: string): string | undefined {
		if (this.#cookies.size === 0) return undefined;
		const host = new URL(url).hostname;
		const pairs = [...this.#cookies.values()]
			.filter(({ domain, exact }) => host === domain || (!exact && host.endsWith(`.${domain}`)))
			.map(({ pair }) => pair);
		return pairs.length === 0 ? undefined : pairs.join("; ");
	}
}
