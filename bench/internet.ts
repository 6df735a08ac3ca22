import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { prose } from "./prose.ts";
import { seeded } from "./random.ts";
import type { Fate, Host, Page } from "./shape.ts";

/** What the internet saw of one run. */
export interface Traffic {
	readonly requests: number;
	/** Open connections to the host that had most of them, idle ones too. */
	readonly connections: number;
	/** Requests that waited for an answer at a time, of the host that had most of them. */
	readonly atATime: number;
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
	#connections = new Crowd();
	#serving = new Crowd();
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
		return {
			requests: this.#requests,
			connections: this.#connections.peak,
			atATime: this.#serving.peak,
			refused: this.#refused,
		};
	}

	/** Forgets all visits: the next one is the first. */
	reset(): void {
		this.#server.closeAllConnections();
		this.#requests = 0;
		this.#refused = 0;
		this.#connections = new Crowd();
		this.#serving = new Crowd();
		this.#failedOnce.clear();
	}

	async close(): Promise<void> {
		this.#server.closeAllConnections();
		await new Promise((resolve) => this.#server.close(resolve));
	}

	#connect(socket: Socket): void {
		socket.on("close", this.#connections.enter(socket.localAddress ?? "").leave);
	}

	#serve(request: IncomingMessage, response: ServerResponse): void {
		const address = request.socket.localAddress ?? "";
		const host = this.#hosts.get(address);
		this.#requests += 1;
		if (host === undefined) return void response.writeHead(421).end();
		const { present, leave } = this.#serving.enter(address);
		response.on("close", leave);
		if (present > host.most) {
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

/** Counts who is where at a time. */
class Crowd {
	peak = 0;
	readonly #present = new Map<string, number>();

	enter(address: string): { readonly present: number; readonly leave: () => void } {
		const present = (this.#present.get(address) ?? 0) + 1;
		this.#present.set(address, present);
		this.peak = Math.max(this.peak, present);
		return { present, leave: () => this.#present.set(address, (this.#present.get(address) ?? 0) - 1) };
	}
}
