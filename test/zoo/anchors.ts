import { article, html, page } from "./answers.ts";
import type { Specimen } from "./specimen.ts";

/** A link to a page with this body, by a fragment. */
function anchor(name: string, fragment: string, body: string, expected: Specimen["expected"]): Specimen {
	return {
		name: `anchor-${name}`,
		url: `https://anchor-${name}.zoo.test/papers/attention#${fragment}`,
		site: page("Attention: the papers", body + article),
		expected,
		requests: 1,
	};
}

const heading = '<h2 id="method">Method</h2>';

/** Places in a page. */
export const anchors: readonly Specimen[] = [
	anchor("present", "method", heading, "alive ok"),
	anchor("by-name", "method", '<a name="method"></a>', "alive ok"),
	anchor("missing", "results", heading, "dead missing-anchor"),
	anchor("in-unicode", "方法", '<h2 id="方法">方法</h2>', "alive ok"),
	anchor("percent-encoded", "%E6%96%B9%E6%B3%95", '<h2 id="方法">方法</h2>', "alive ok"),
	anchor("encoded-in-the-page-too", "%E6%96%B9", '<h2 id="%E6%96%B9">方</h2>', "alive ok"),
	anchor("in-unicode-missing", "方法", '<h2 id="结果">结果</h2>', "dead missing-anchor"),
	anchor("user-content", "method", '<h2 id="user-content-method">Method</h2>', "alive ok"),
	anchor("top", "top", heading, "alive ok"),
	anchor("top-in-capitals", "TOP", heading, "alive ok"),
	anchor("empty", "", heading, "alive ok"),
	anchor("route", "/papers/attention", heading, "alive ok"),
	anchor("route-with-bang", "!/papers", heading, "alive ok"),
	anchor("text-directive", ":~:text=attends%20to%20itself", heading, "alive ok"),
	anchor("text-directive-after-id", "method:~:text=attends", heading, "alive ok"),
	anchor("text-directive-after-missing-id", "results:~:text=attends", heading, "dead missing-anchor"),
	anchor("lines-of-source", "L10-L20", heading, "alive ok"),
	anchor("broken-percent", "100%zz", '<h2 id="100%zz">100</h2>', "alive ok"),
	anchor("with-spaces", "the%20method", '<h2 id="the method">Method</h2>', "alive ok"),
	anchor("far-down", "far", `${article.repeat(60)}<h2 id="far">Far</h2>`, "alive ok"),
	anchor(
		"in-a-comment-only",
		"method",
		`<!-- ${heading} --><h2 id="other">Other</h2>`,
		"dead missing-anchor",
	),
	{
		name: "anchor-in-pages-of-a-pdf",
		url: "https://anchor-in-pages-of-a-pdf.zoo.test/attention.pdf#page=3",
		site: (_, response) =>
			response.writeHead(200, { "content-type": "application/pdf" }).end("%PDF-1.7\n1 0 obj\n%%EOF\n"),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "anchor-in-a-page-without-ids",
		url: "https://anchor-in-a-page-without-ids.zoo.test/papers/attention#method",
		site: page("Attention: the papers", article),
		expected: "unsure single-page-app",
		requests: 1,
	},
	{
		name: "anchor-in-an-app",
		url: "https://anchor-in-an-app.zoo.test/papers/attention#method",
		site: page("Attention", '<div id="root"></div><script src="/app.js"></script>'),
		expected: "unsure single-page-app",
		requests: 1,
	},
	{
		name: "anchor-after-a-redirect",
		url: "https://anchor-after-a-redirect.zoo.test/papers/attention#method",
		site: (request, response) =>
			request.url === "/papers/attention"
				? response.writeHead(301, { location: "/papers/attention/" }).end()
				: response.writeHead(200, { "content-type": "text/html" }).end(html("Attention", heading + article)),
		expected: "moved permanent-redirect",
		requests: 2,
	},
	{
		name: "anchor-in-plain-text",
		url: "https://anchor-in-plain-text.zoo.test/attention.txt#method",
		site: (_, response) => response.writeHead(200, { "content-type": "text/plain" }).end("Attention.\n"),
		expected: "alive ok",
		requests: 1,
	},
];
