import type { Rule } from "./rule.ts";

type PinnedVersion = { readonly url: string; readonly version: number; readonly latest: string };

/** Both schemes of identifiers: https://info.arxiv.org/help/arxiv_identifier.html */
const versioned =
	/^(?<before>https?:\/\/(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html|ps|format)\/(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7}))v(?<version>\d+)(?=(?:\.pdf)?(?:[?#/]|$))/i;

/** A link to one version of an arXiv paper. */
export const pinnedVersion: Rule<PinnedVersion> = {
	id: "pinned-version",
	summary: "a link to one version of an arXiv paper, not to its latest",
	severity: "info",
	off: true,
	confidence: "high",
	offline: true,
	*find({ documents }) {
		for (const { document, links } of documents) {
			for (const { path, span, url } of links) {
				const { before, version } = versioned.exec(url)?.groups ?? {};
				if (before === undefined) continue;
				const latest = url.replace(versioned, before);
				const written = document.text.slice(span.start.offset, span.end.offset);
				yield {
					path,
					span,
					data: { url, version: Number(version), latest },
					// With an escape in it, the text is another than the URL: that is left to the author.
					...(written === url ? { suggestion: { span, text: latest, safe: false } } : {}),
				};
			}
		}
	},
	word: ({ url, version, latest }) => ({
		message: `${url} is version ${version} of its paper for ever`,
		help: `Without the version, readers get the latest: ${latest}`,
	}),
};
