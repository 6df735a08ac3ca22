import { onTestFinished } from "vitest";
import { type Host, Internet, type Site } from "../wire/internet.ts";

/** Has every page but those whose path begins with `/gone`. */
export const site: Site = ({ url = "" }, response) => {
	if (url.startsWith("/gone")) response.writeHead(404).end();
	else response.setHeader("content-type", "text/html; charset=utf-8").end(page(url.replace(/[^a-z]+/g, " ")));
};

function page(title: string): string {
	return `<!doctype html><title>${title}</title><h1>${title}</h1><p>${"All about it. ".repeat(300)}</p>`;
}

/**
 * The web of one test: `web.test`, a host that is always there, and the API of GitHub, where nobody listens unless there is
 * something to ask.
 */
export async function openWeb(
	api: Site | Host = { connection: "refused" },
	others: Readonly<Record<string, Site>> = {},
): Promise<Internet> {
	const internet = await Internet.open({
		"web.test": site,
		"example.com": site,
		"api.github.test": api,
		...others,
	});
	onTestFinished(() => internet.close());
	return internet;
}
