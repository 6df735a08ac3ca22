import type { Site } from "../wire/internet.ts";
import { answer, byPath, page, redirect } from "./answers.ts";
import type { Specimen } from "./specimen.ts";

const PDF = "application/pdf";
const document = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n";
const asPdf = (body: string, type = PDF): Site => answer(200, body, { "content-type": type });

function paper(name: string, site: Site, expected: Specimen["expected"], requests = 1): Specimen {
	return {
		name: `pdf-${name}`,
		url: `https://pdf-${name}.zoo.test/papers/attention.pdf`,
		site,
		expected,
		requests,
	};
}

/** Papers, and what is served in their place. */
export const pdf: readonly Specimen[] = [
	paper("healthy", asPdf(document), "alive ok"),
	paper("as-octet-stream", asPdf(document, "application/octet-stream"), "alive ok"),
	paper("called-html", asPdf(document, "text/html"), "alive ok"),
	paper("after-some-bytes", asPdf(`\n\n\n${document}`), "alive ok"),
	paper("empty", asPdf(""), "dead wrong-content"),
	paper("became-html", page("Example: a house of papers", "<h1>Welcome</h1>"), "dead wrong-content"),
	paper("is-html-that-calls-itself-pdf", asPdf("<!doctype html><title>Oops</title>"), "dead wrong-content"),
	paper("is-text", asPdf("not a paper", "text/plain"), "dead wrong-content"),
	paper(
		"became-its-landing-page",
		byPath({
			"/papers/attention.pdf": redirect(302, "/abs/attention"),
			"/abs/attention": page("Attention: the paper", "<h1>Attention</h1><p>Abstract</p>"),
		}),
		"alive redirected",
		3,
	),
	paper(
		"endless",
		(_, response) => {
			response.writeHead(200, { "content-type": PDF }).write(document);
			const pour = (): void => {
				while (!response.destroyed && response.write(Buffer.alloc(65_536)));
			};
			response.on("drain", pour);
			pour();
		},
		"alive ok",
	),
	paper(
		"in-a-viewer",
		page("attention.pdf", '<embed src="/raw/attention.pdf" type="application/pdf">'),
		"alive ok",
		2,
	),
	paper(
		"viewed-by-scripts",
		page("Viewer", '<div id="root"></div><script src="/v.js"></script>'),
		"unsure single-page-app",
		2,
	),
	paper("not-found", page("Not Found", "<h1>404</h1>", 404), "dead not-found"),
	{
		name: "pdf-behind-a-name-that-promises-none",
		url: "https://pdf-behind-a-name-that-promises-none.zoo.test/download?id=7",
		site: asPdf(document),
		expected: "alive ok",
		requests: 1,
	},
];
