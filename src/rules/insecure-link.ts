import type { JudgedLink, Target, Verdict } from "../model.ts";
import { isCatalogue } from "../parse/catalogue.ts";
import { splitAddress } from "../resolve/address.ts";
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
		const insecure = groupByDocument(links.filter(isInsecure));
		if (insecure.size === 0) return;
		const proofsOf = groupByDocument(links.filter((one) => insecure.has(one.link.path) && isProof(one)));
		for (const { document } of documents.filter(isCatalogue)) {
			const proofs = linesByHost(proofsOf.get(document.path) ?? []);
			for (const { link, target, verdict } of insecure.get(document.path) ?? []) {
				const { host, port } = splitAddress(target.key);
				const line = proofs.get(host) ?? (isSentOn(target, verdict) ? 0 : undefined);
				// What is dead or has moved is said already, with a better address.
				if (line === undefined || verdict.verdict === "dead" || verdict.verdict === "moved") continue;
				const { path, span } = link;
				const written = document.text.slice(span.start.offset, span.end.offset);
				// GitHub makes a link with http of `www.example.org`, but none is written that could be replaced.
				if (port !== "" || !/^http:/i.test(written)) continue;
				yield {
					path,
					span,
					data: { url: link.url, host, line },
					suggestion: { span, text: written.replace(/^http/i, "https"), safe: isSentOn(target, verdict) },
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
function isSentOn({ key }: Target, { finalUrl }: Verdict): boolean {
	if (finalUrl === undefined) return false;
	const { host, path } = splitAddress(key);
	const end = new URL(finalUrl);
	return end.protocol === "https:" && end.hostname === host && end.pathname === path;
}

function isInsecure({ target }: JudgedLink): boolean {
	return target.kind === "http" && target.key.startsWith("http:");
}

function isProof({ target, verdict }: JudgedLink): boolean {
	return target.kind === "http" && target.key.startsWith("https:") && verdict.verdict !== "dead";
}

/** The line of the first link to each host. */
function linesByHost(links: readonly JudgedLink[]): ReadonlyMap<string, number> {
	return new Map(
		links.toReversed().map(({ target, link }) => [splitAddress(target.key).host, link.span.start.line]),
	);
}
