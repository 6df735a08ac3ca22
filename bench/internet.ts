import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { prose } from "./prose.ts";
import { seeded } from "./random.ts";
import type { Fate, Host, Page } from "./shape.ts";

/** What the internet saw of one run. */
export interface Traffic {
	readonly requests: number;
	/** Open connections to the host that had most of them. */
	readonly connections: number;
	/** Requests that a host had no room for. */
	readonly refused: number;
}

/** A page of the web is this long, more or less. Characters. */
const PAGE_LENGTH = 24 * 1024;

/**
 * Hosts on loopback addresses of their own, all at one port: Linux answers for all of 127.0.0.0/8, so that any program can
 * visit them, and its connections can be told apart by host.
 */
export class Internet {
	readonly #hosts: ReadonlyMap<string, Host>;
	readonly #pages: ReadonlyMap<string, Page>;
	readonly #server: http.Server;
	readonly #text = prose(seeded(1), PAGE_LENGTH);
	#requests = 0;
	#refused = 0;
	#mostConnections = 0;
	#connections = new Map<string, number>();
	#serving = new Map<string, number>();
	#failedOnce = new Set<string>();

	private constructor(hosts: readonly Host[]) {
		this.#hosts = new Map(hosts.map((host) => [host.address, host]));
		this.#pages = new Map(
			hosts.flatMap(({ address, pages }) => pages.map((page) => [address + page.path, page] as const)),
		);
		this.#server = http.createServer({ keepAliveTimeout: 60_000 }, (request, response) =>
			this.#serve(request, response),
		);
		this.#server.on("connection", (socket: Socket) => this.#connect(socket));
	}

	static async open(hosts: readonly Host[]): Promise<Internet> {
		const internet = new Internet(hosts);
		await new Promise<void>((resolve) => internet.#server.listen(0, "0.0.0.0", 4096, resolve));
		return internet;
	}

	url(host: Host, page: Page): string {
		return `http://${host.address}:${(this.#server.address() as AddressInfo).port}${page.path}`;
	}

	traffic(): Traffic {
		return { requests: this.#requests, connections: this.#mostConnections, refused: this.#refused };
	}

	/** Forgets all visits: the next one is the first. */
	reset(): void {
		this.#server.closeAllConnections();
		this.#requests = 0;
		this.#refused = 0;
		this.#mostConnections = 0;
		this.#failedOnce.clear();
	}

	async close(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	#connect(socket: Socket): void {
		const address = socket.localAddress ?? "";
		const leave = enter(this.#connections, address);
		this.#mostConnections = Math.max(this.#mostConnections, this.#connections.get(address) ?? 0);
		socket.on("close", leave);
	}

	#serve(request: IncomingMessage, response: ServerResponse): void {
		const address = request.socket.localAddress ?? "";
		const host = this.#hosts.get(address);
		this.#requests += 1;
		if (host === undefined) return void response.writeHead(421).end();
		const leave = enter(this.#serving, address);
		response.on("close", leave);
		if ((this.#serving.get(address) ?? 0) > host.most) {
			this.#refused += 1;
			// As nginx does with `limit_conn` and `limit_conn_status 429`: at once.
			return void response.writeHead(429, { "retry-after": "1" }).end();
		}
		const path = request.url ?? "/";
		const fate = this.#fateOf(address, path);
		if (fate !== "silent") setTimeout(() => this.#answer(fate, path, response), host.latency);
	}

	/** As it is at this visit. */
	#fateOf(address: string, path: string): Fate {
		const fate = this.#pages.get(address + path.replace(/^\/moved/, ""))?.fate ?? "missing";
		if (fate === "moved" && path.startsWith("/moved")) return "well";
		if (fate !== "busy once" && fate !== "reset once") return fate;
		if (this.#failedOnce.has(address + path)) return "well";
		this.#failedOnce.add(address + path);
		return fate;
	}

	#answer(fate: Exclude<Fate, "silent">, path: string, response: ServerResponse): void {
		if (fate === "reset once") response.req.socket.resetAndDestroy();
		else if (fate === "moved") response.writeHead(301, { location: `/moved${path}` }).end();
		else if (fate === "busy once") response.writeHead(503, html).end(page("Service Unavailable", ""));
		else if (fate === "missing") response.writeHead(404, html).end(page("Not Found", ""));
		else response.writeHead(200, html).end(page(`Work ${path.replace(/\D/g, "")}`, this.#text));
	}
}

const html = { "content-type": "text/html; charset=utf-8" };

function page(title: string, text: string): string {
	return `<!doctype html>\n<html lang="en"><head><title>${title}</title></head>\n<body><h1>${title}</h1>\n<p>${text.replaceAll("\n\n", "</p>\n<p>")}</p></body></html>\n`;
}

/** Counts one more at an address, until the returned function is called. */
function enter(counts: Map<string, number>, address: string): () => void {
	counts.set(address, (counts.get(address) ?? 0) + 1);
	return () => counts.set(address, (counts.get(address) ?? 0) - 1);
}
