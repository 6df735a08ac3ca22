import type { Site } from "../wire/internet.ts";
import { answer, article, page } from "./answers.ts";
import type { Specimen } from "./specimen.ts";

const shell = (title: string): Site =>
	page(title, '<div id="root"></div><script type="module" src="/app.js"></script>');

/** Pages that are made in the browser. */
export const spa: readonly Specimen[] = [
	{ name: "app-for-every-address", site: shell("App"), expected: "unsure single-page-app", requests: 2 },
	{
		name: "app-that-knows-its-pages",
		site: (request, response, count) =>
			(request.url === "/papers/attention" ? shell("App") : answer(404))(request, response, count),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "app-that-names-its-page",
		site: shell("Attention: the papers"),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "app-rendered-on-the-server",
		site: page("Attention: the papers", `<div id="__next">${article}</div><script src="/app.js"></script>`),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "app-at-the-root",
		url: "https://app-at-the-root.zoo.test/",
		site: shell("App"),
		expected: "alive ok",
		requests: 1,
	},
];
