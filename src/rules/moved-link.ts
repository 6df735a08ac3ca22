import { writeUrl } from "../resolve/write.ts";
import { notableLinks } from "./links.ts";
import type { Draft, Rule } from "./rule.ts";

type MovedLink = { readonly url: string; readonly finalUrl: string };

/** A web link whose page says, for good, that it lives elsewhere. */
export const movedLink: Rule<MovedLink> = {
	id: "moved-link",
	summary: "a web link that every hop redirects for good",
	severity: "info",
	confidence: "high",
	offline: false,
	*find(context) {
		for (const { link, verdict, fragment } of notableLinks(context).astray) {
			if (verdict.verdict !== "moved" || verdict.finalUrl === undefined) continue;
			const finalUrl = fragment === undefined ? verdict.finalUrl : `${verdict.finalUrl}#${fragment}`;
			const draft: Draft<MovedLink> = {
				path: link.path,
				span: link.span,
				data: { url: link.url, finalUrl },
				suggestion: { span: link.span, text: writeUrl(finalUrl), safe: true },
			};
			yield draft;
		}
	},
	word: ({ url, finalUrl }) => ({
		message: `${url} has moved to ${finalUrl}`,
		help: "Write the new address.",
	}),
};
