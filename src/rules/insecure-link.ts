import type { JudgedLink } from "../model.ts";
import { isCatalogue } from "../parse/catalogue.ts";
import type { Rule } from "./rule.ts";

type InsecureLink = {
	readonly url: string;
	readonly host: string;
	/** The line with a link to the same host by https. */
	readonly line: number;
};

/** A link by http to a host that the same document links by https. */
export const insecureLink: Rule<InsecureLink> = {
	id: "insecure-link",
	summary: "a link with http to a host that the same document links with https",
	severity: "info",
	confidence: "medium",
	offline: true,
	*find({ documents, links }) {
		const catalogues = documents.filter(isCatalogue);
		const texts = new Map(catalogues.map(({ document }) => [document.path, document.text]));
		const proofs = new Map<string, number>();
		for (const judged of links) {
			const url = webUrl(judged);
			const key = url && placeOf(judged, url);
			if (url?.protocol === "https:" && key !== undefined && isProof(judged) && !proofs.has(key))
				proofs.set(key, judged.link.span.start.line);
		}
		for (const judged of links) {
			const { link, verdict } = judged;
			const url = webUrl(judged);
			const line = url && proofs.get(placeOf(judged, url));
			if (url?.protocol !== "http:" || url.port !== "" || line === undefined) continue;
			// What is dead or has moved is said already, with a better address.
			if (verdict.verdict === "dead" || verdict.verdict === "moved") continue;
			const { path, span } = link;
			// Of what is no catalogue, there is no text.
			const written = texts.get(path)?.slice(span.start.offset, span.end.offset) ?? "";
			// `www.example.org` is what GitHub makes a link with http of; nothing is written that could be replaced.
			if (!/^http:/i.test(written)) continue;
			const text = written.replace(/^http/i, "https");
			yield {
				path,
				span,
				data: { url: link.url, host: url.hostname, line },
				suggestion: { span, text, safe: false },
			};
		}
	},
	word: ({ url, host, line }) => ({
		message: `${url} is not encrypted, and ${host} is linked with https at line ${line}`,
		help: "Write https.",
	}),
};

function webUrl({ target }: JudgedLink): URL | undefined {
	return target.kind === "http" ? new URL(target.key) : undefined;
}

function placeOf({ link }: JudgedLink, { hostname }: URL): string {
	return `${hostname} ${link.path}`;
}

function isProof({ verdict }: JudgedLink): boolean {
	return verdict.verdict !== "dead";
}
