import { notFoundPages } from "../judge/specimens/soft-404.ts";
import type { Site } from "../wire/internet.ts";
import { answer, article, byPath, healthy, html, page, redirect } from "./answers.ts";
import { served } from "./recorded.ts";
import type { Specimen } from "./specimen.ts";

const START = "/papers/attention";
const notFound = page("Page not found", "<h1>Page not found</h1><p>Try the search.</p>");
const home = page("Example: a house of papers", `<h1>Welcome</h1>${article}`);

/** Answers the paths given, and everything else, made-up neighbours included, like the last one. */
function otherwise(sites: Readonly<Record<string, Site>>, rest: Site): Site {
	return (request, response, count) => (sites[request.url ?? ""] ?? rest)(request, response, count);
}

/** Pages that say "not found" with a good status, and good pages that look like it. */
export const soft404: readonly Specimen[] = [
	...served("not-found", "soft-404", notFoundPages),
	{ name: "not-found-for-everything", site: notFound, expected: "dead soft-404", requests: 2 },
	{
		name: "redirect-to-not-found-page",
		site: otherwise({ "/404": notFound }, redirect(302, "/404")),
		expected: "dead soft-404",
		requests: 4,
	},
	{
		name: "redirect-of-everything-to-the-root",
		site: otherwise({ "/": home }, redirect(301, "/")),
		expected: "dead soft-404",
		requests: 4,
	},
	{
		name: "redirect-of-one-page-to-the-root",
		site: byPath({ [START]: redirect(301, "/"), "/": home }),
		expected: "moved permanent-redirect",
		requests: 3,
	},
	{
		name: "redirect-to-the-root-and-no-word-of-others",
		site: otherwise({ [START]: redirect(302, "/"), "/": home }, answer(403)),
		expected: "alive redirected",
		requests: 4,
	},
	{
		name: "odd-title-on-an-honest-site",
		site: byPath({ [START]: page("Zanzibar Quarterly", article) }),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "odd-title-on-a-site-that-answers-everything",
		site: (request, response, count) =>
			page("Zanzibar Quarterly", `<h1>${request.url}</h1>${article}`)(request, response, count),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "one-page-for-every-address",
		site: page("Zanzibar Quarterly", article),
		expected: "unsure single-page-app",
		requests: 2,
	},
	{
		name: "near-miss-404",
		url: "https://near-miss-404.zoo.test/blog/designing-a-404-page",
		site: page(
			"Designing a 404 page",
			`<h1>Designing a 404 page</h1><p>Page not found, it says.</p>${article}`,
		),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "near-miss-parking",
		url: "https://near-miss-parking.zoo.test/blog/parked-domains",
		site: page(
			"Parked domains and how to tell them",
			`<h1>Parked domains</h1><p>This domain is for sale, it says.</p>${article}`,
		),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "near-miss-wall",
		url: "https://near-miss-wall.zoo.test/blog/just-a-moment",
		site: page("Just a moment: on bot walls", `<p>Checking your browser, it says.</p>${article}`),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "not-found-text-at-a-root",
		url: "https://not-found-text-at-a-root.zoo.test/",
		site: page("404", "<h1>404</h1><p>Four hundred and four rooms.</p>"),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "not-found-text-with-an-honest-status",
		site: page("Page not found", "<h1>Page not found</h1>", 404),
		expected: "dead not-found",
		requests: 1,
	},
	{
		name: "sibling-probe-into-a-private-redirect",
		site: otherwise(
			{ [START]: page("Zanzibar Quarterly", article) },
			redirect(302, "http://169.254.169.254/latest/"),
		),
		expected: "alive ok",
		requests: 3,
	},
	{
		name: "sibling-probe-that-hangs",
		site: otherwise({ [START]: page("Zanzibar Quarterly", article) }, () => {}),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "healthy-among-siblings-that-exist",
		site: (_, response, count) => healthy(_, response, count),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "not-found-in-a-long-page",
		site: byPath({
			[START]: answer(200, html("Page not found | Example", `<h1>Page not found</h1>${article}`)),
		}),
		expected: "dead soft-404",
		requests: 2,
	},
];
