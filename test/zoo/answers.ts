import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Site } from "../wire/internet.ts";

type Headers = Readonly<Record<string, string | string[]>>;

export const HTML = "text/html; charset=utf-8";

/** A document with this title and body. */
export function html(title: string, body: string): string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;
}

/** Enough of an article that nobody takes it for an error page. */
export const article = `<h1>Attention</h1>${"<p>The attention papers describe how a sequence attends to itself, layer by layer.</p>".repeat(40)}`;
export const healthyPage: string = html("Attention: the papers", article);

/** A page as most of the web serves it. */
export const healthy: Site = (_, response) => send(response, 200, healthyPage);

export function send(response: ServerResponse, status: number, body = "", headers: Headers = {}): void {
	response.writeHead(status, { "content-type": HTML, ...headers }).end(body);
}

export function answer(status: number, body = "", headers: Headers = {}): Site {
	return (_, response) => send(response, status, body, headers);
}

/** A page with this title and body, 200 unless stated. */
export function page(title: string, body: string, status = 200, headers: Headers = {}): Site {
	return answer(status, html(title, body), headers);
}

export function redirect(status: number, location: string, headers: Headers = {}): Site {
	return (_, response) => response.writeHead(status, { location, ...headers }).end();
}

/** A site per path with its query; any other path is answered 404. */
export function byPath(sites: Readonly<Record<string, Site>>): Site {
	return (request, response, count) =>
		(sites[request.url ?? ""] ?? answer(404, html("Not Found", "404")))(request, response, count);
}

/** The first request meets the first site, and so on; the last one stays. */
export function inTurn(...sites: readonly Site[]): Site {
	return (request, response, count) => sites[Math.min(count, sites.length) - 1]?.(request, response, count);
}

/** Says these bytes when a request comes, and closes unless the connection stays open. Lines end as written. */
export function bytes(text: string | Uint8Array, end: "close" | "open" = "close"): (socket: Socket) => void {
	return (socket) => {
		socket.once("data", () => {
			socket.write(text);
			if (end === "close") socket.end();
		});
	};
}
