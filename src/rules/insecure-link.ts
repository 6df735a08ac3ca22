import type { JudgedLink, Verdict } from "../model.ts";
import { isCatalogue } from "../parse/catalogue.ts";
import { groupByDocument } from "../resolve/targets.ts";
import type { Rule } from "./rule.ts";

type InsecureLink = {
	readonly url: string;
	readonly host: string;
	/** The line with a link to the same host by https; 0 where the host itself sent the link's reader there. */
	readonly line: number;
};

/** A link by http to a host of which the same document, or the host itself, knows that it answers by https. */
export const insecureLink: Rule<InsecureLink> = {
	id: "insecure-link",
	summary: "a link with http to a host that answers with https",
	severity: "info",
	confidence: "medium",
	offline: true,
	byHabit: true,
	*find({ documents, links }) {
		const linksOf = groupByDocument(links.filter(({ target }) => target.kind === "http"));
		for (const { document } of documents.filter(isCatalogue)) {
			const own = linksOf.get(document.path) ?? [];
			const insecure = own.filter(({ target }) => target.key.startsWith("http:"));
			if (insecure.length === 0) continue;
			const proofs = linesByHost(own.filter(isProof).map(withUrl));
			for (const { link, url, verdict } of insecure.map(withUrl)) {
				const line = proofs.get(url.hostname) ?? (isSentOn(url, verdict) ? 0 : undefined);
				// What is dead or has moved is said already, with a better address.
				if (line === undefined || verdict.verdict === "dead" || verdict.verdict === "moved") continue;
				const { path, span } = link;
				const written = document.text.slice(span.start.offset, span.end.offset);
				// GitHub makes a link with http of `www.example.org`, but none is written that could be replaced.
				if (url.port !== "" || !/^http:/i.test(written)) continue;
				yield {
					path,
					span,
					data: { url: link.url, host: url.hostname, line },
					suggestion: { span, text: written.replace(/^http/i, "https"), safe: isSentOn(url, verdict) },
				};
			}
		}
	},
	word: ({ url, host, line }) => ({
		message: `${url} is not encrypted, and ${host} ${line === 0 ? "sends its readers on to https" : `is linked with https at line ${line}`}`,
		help: "Write https.",
	}),
};

/** The proof by the network: a redirect that is not for good, so that the link has not moved, to the same page by https. */
function isSentOn({ hostname, pathname }: URL, { finalUrl }: Verdict): boolean {
	if (finalUrl === undefined) return false;
	const end = new URL(finalUrl);
	return end.protocol === "https:" && end.hostname === hostname && end.pathname === pathname;
}

interface WebLink extends JudgedLink {
	readonly url: URL;
}

function withUrl(judged: JudgedLink): WebLink {
	return { ...judged, url: new URL(judged.target.key) };
}

function isProof({ target, verdict }: JudgedLink): boolean {
	return target.key.startsWith("https:") && verdict.verdict !== "dead";
}

/** The line of the first link to each host. */
function linesByHost(links: readonly WebLink[]): ReadonlyMap<string, number> {
	return new Map(links.toReversed().map(({ url, link }) => [url.hostname, link.span.start.line]));
}
