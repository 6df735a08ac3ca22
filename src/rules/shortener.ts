import type { Rule } from "./rule.ts";

type Shortener = { readonly url: string; readonly host: string; readonly finalUrl: string };

/**
 * Services that give anybody a short address for any other. Not those that shorten addresses of their own site only and
 * are as lasting as it is: youtu.be, forms.gle, aka.ms.
 */
const shorteners: ReadonlySet<string> = new Set([
	"adf.ly",
	"bit.do",
	"bit.ly",
	"bitly.com",
	"buff.ly",
	"cutt.ly",
	"dlvr.it",
	"dwz.cn",
	"goo.gl",
	"is.gd",
	"j.mp",
	"lnkd.in",
	"ow.ly",
	"rb.gy",
	"rebrand.ly",
	"s.id",
	"shorturl.at",
	"suo.im",
	"t.cn",
	"t.co",
	"t.ly",
	"tiny.cc",
	"tinyurl.com",
	"trib.al",
	"u.nu",
	"url.cn",
	"v.gd",
	"x.co",
]);

/** A link through a URL shortener. */
export const shortener: Rule<Shortener> = {
	id: "shortener",
	summary: "a link through a URL shortener",
	severity: "info",
	off: true,
	confidence: "high",
	offline: true,
	*find({ links }) {
		for (const { link, target, verdict } of links) {
			if (target.kind !== "http") continue;
			const { hostname, pathname } = new URL(target.key);
			const host = hostname.replace(/^www\./, "");
			// Its start page is an ordinary one.
			if (!shorteners.has(host) || pathname === "/") continue;
			const { finalUrl = "" } = verdict;
			const arrives = finalUrl !== "" && (verdict.verdict === "alive" || verdict.verdict === "moved");
			yield {
				path: link.path,
				span: link.span,
				data: { url: link.url, host, finalUrl: arrives ? finalUrl : "" },
				...(arrives ? { suggestion: { span: link.span, text: finalUrl, safe: false } } : {}),
			};
		}
	},
	word: ({ url, host, finalUrl }) => ({
		message: `${url} hides where it leads, and lasts as long as ${host} does`,
		help: finalUrl === "" ? "Link the page itself." : `Link the page itself: ${finalUrl}`,
	}),
};
