import http, { type IncomingMessage, type Server, type ServerResponse } from "node:http";
import net, { type AddressInfo } from "node:net";
import tls from "node:tls";
import { type Authority, createAuthority, type Flaws } from "./certificates.ts";
import type { NameAnswer, WireTable } from "./preload.mjs";

/** Answers a request as one site would. `count` is how many requests this site has had, this one included. */
export type Site = (request: IncomingMessage, response: ServerResponse, count: number) => void;

/** A host of the internet on loopback. A bare function is a site on 80 and 443 with a good certificate. */
export interface Host {
	readonly site?: Site;
	/** What its name resolves to, or the error code; a public address of its own unless stated. */
	readonly addresses?: NameAnswer;
	/** The same from the second look-up on, where that differs. */
	readonly laterAddresses?: NameAnswer;
	/** Its IPv6 addresses refuse every connection. */
	readonly ipv6?: "down";
	readonly certificate?: Flaws;
	/** What happens to a connection before HTTP: nobody listens, nothing is ever said, it is reset, or bytes of one's own. */
	readonly connection?: "refused" | "silent" | "reset" | ((socket: net.Socket) => void);
	/** Answers with bytes of its own: on 80 as they are, on 443 after the TLS handshake. */
	readonly bytes?: (socket: net.Socket) => void;
}

/** A small internet on loopback: many names, two servers, every connection and request counted. */
export class Internet {
	readonly table: WireTable;
	/** Requests by host, in order: method and path. */
	readonly requests: ReadonlyMap<string, readonly IncomingMessage[]>;
	readonly #servers: readonly net.Server[];
	readonly #sockets: Set<net.Socket>;

	private constructor(
		table: WireTable,
		requests: Map<string, IncomingMessage[]>,
		servers: net.Server[],
		sockets: Set<net.Socket>,
	) {
		this.table = table;
		this.requests = requests;
		this.#servers = servers;
		this.#sockets = sockets;
	}

	static async open(hosts: Readonly<Record<string, Site | Host>>): Promise<Internet> {
		const authority = await sharedAuthority();
		const requests = new Map<string, IncomingMessage[]>();
		const sockets = new Set<net.Socket>();
		const servers: net.Server[] = [];
		const specs = new Map(
			Object.entries(hosts).map(([name, host]) => [name, typeof host === "function" ? { site: host } : host]),
		);

		const answer = (request: IncomingMessage, response: ServerResponse): void => {
			const name = new URL(`http://${request.headers.host}`).hostname;
			const seen = requests.get(name) ?? [];
			seen.push(request);
			requests.set(name, seen);
			const site = specs.get(name)?.site;
			if (site === undefined) response.writeHead(421).end("nobody of that name lives here");
			else site(request, response, seen.length);
		};
		const listen = async (server: net.Server, address = "127.0.0.1", port = 0): Promise<number> => {
			servers.push(server);
			server.on("connection", (socket: net.Socket) => {
				sockets.add(socket);
				socket.on("close", () => sockets.delete(socket)).on("error", () => {});
			});
			await new Promise<void>((resolve) => server.listen(port, address, resolve));
			return (server.address() as AddressInfo).port;
		};

		const web: Server = http.createServer({ maxHeaderSize: 256 * 1024, keepAliveTimeout: 60_000 }, answer);
		const contexts = new Map<string, Promise<tls.SecureContext>>();
		const contextOf = (name: string): Promise<tls.SecureContext> => {
			const flaws = specs.get(name)?.certificate;
			const key = flaws === undefined ? "" : name;
			const known = contexts.get(key);
			if (known !== undefined) return known;
			// Certificates take a while to make, so that hosts without a wish of their own share one.
			const made = authority
				.issue(name, flaws ?? { names: wildcards(specs.keys()) })
				.then((identity) => tls.createSecureContext(identity));
			contexts.set(key, made);
			return made;
		};
		const secure = tls.createServer(
			{
				...(await authority.issue("default.invalid")),
				SNICallback: (name, callback) => contextOf(name).then((context) => callback(null, context), callback),
			},
			(socket) => {
				// The server name of the handshake; its type leaves it out.
				const { servername = "" } = socket as tls.TLSSocket & { servername?: string };
				const bytes = specs.get(servername)?.bytes;
				if (bytes === undefined) web.emit("connection", socket);
				else begin(bytes, socket);
			},
		);
		secure.on("tlsClientError", () => {});
		const ports = { 80: await listen(web), 443: await listen(secure) };
		await listen(handingTo(web), "::1", ports[80]);
		await listen(handingTo(secure), "::1", ports[443]);

		const routes: Record<string, number> = {};
		for (const [name, { connection, bytes, ipv6 }] of specs) {
			if (ipv6 === "down") {
				routes[`${name}:80`] = await listen(handingTo(web));
				routes[`${name}:443`] = await listen(handingTo(secure));
			}
			if (bytes !== undefined) {
				routes[`${name}:80`] = await listen(net.createServer((socket) => begin(bytes, socket)));
			}
			if (connection === undefined) continue;
			const port =
				connection === "refused" ? 1 : await listen(net.createServer((socket) => begin(connection, socket)));
			routes[`${name}:80`] = port;
			routes[`${name}:443`] = port;
		}
		let next = 0;
		const names = Object.fromEntries(
			[...specs].map(([name, host]) => {
				next += 1;
				return [name, host.addresses ?? [`93.184.${next >> 8}.${next & 255}`]];
			}),
		);
		const laterNames = Object.fromEntries(
			[...specs].flatMap(([name, { laterAddresses }]) =>
				laterAddresses === undefined ? [] : [[name, laterAddresses]],
			),
		);
		return new Internet({ names, laterNames, ports, routes, ca: authority.pem }, requests, servers, sockets);
	}

	/** The environment that puts a spawned Node on this internet. */
	environment(log?: string): Record<string, string> {
		return {
			NODE_OPTIONS: `--import ${new URL("./preload.mjs", import.meta.url).href}`,
			WIRE_TABLE: JSON.stringify(this.table),
			...(log === undefined ? {} : { WIRE_LOG: log }),
		};
	}

	count(host: string): number {
		return this.requests.get(host)?.length ?? 0;
	}

	async close(): Promise<void> {
		for (const socket of this.#sockets) socket.destroy();
		await Promise.all(this.#servers.map((server) => new Promise((resolve) => server.close(resolve))));
	}
}

/** So many names would make every handshake slow; a wildcard stands for one label, below at least two others. */
function wildcards(names: Iterable<string>): string[] {
	const covering = (name: string): string => {
		const parent = name.slice(name.indexOf(".") + 1);
		return parent.includes(".") ? `*.${parent}` : name;
	};
	return [...new Set([...names].map(covering))];
}

/** A door of its own to the same server. */
function handingTo(server: net.Server): net.Server {
	return net.createServer((socket) => server.emit("connection", socket));
}

function begin(connection: "silent" | "reset" | ((socket: net.Socket) => void), socket: net.Socket): void {
	socket.on("error", () => {});
	if (connection === "reset") socket.resetAndDestroy();
	else if (connection !== "silent") connection(socket);
	else socket.resume();
}

let authority: Promise<Authority> | undefined;
function sharedAuthority(): Promise<Authority> {
	authority ??= createAuthority();
	return authority;
}
