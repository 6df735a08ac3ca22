/**
 * A stand-in for the wire below the product: names are answered from a table, and a connection to an address of the public
 * internet arrives at a server on loopback. Everything above (the address guard, TLS verification, parsers, pacing) is
 * the real thing. Used in a test's own process through `install`, and in a spawned one as `node --import`.
 */

import dns from "node:dns";
import { appendFileSync } from "node:fs";
import net from "node:net";
import tls from "node:tls";

/** @type {import("./preload.d.mts").WireTable} */
const table = { names: {}, laterNames: {}, ports: {}, routes: {}, ca: "" };
/** @type {string[]} */
export const connections = [];
/** Names that have been looked up. */
const known = new Set();
let installed = false;

/** @param {import("./preload.d.mts").WireTable} next */
export function install(next) {
	Object.assign(table, next);
	connections.length = 0;
	known.clear();
	if (installed) return;
	installed = true;
	patchNames();
	patchConnections();
	patchTrust();
}

function patchNames() {
	const lookup = dns.lookup;
	const answer = (hostname, options, callback) => {
		if (net.isIP(hostname) !== 0 || hostname === "localhost") return lookup(hostname, options, callback);
		const later = known.has(hostname) ? table.laterNames[hostname] : undefined;
		const found = later ?? table.names[hostname] ?? "ENOTFOUND";
		known.add(hostname);
		setImmediate(() => {
			if (typeof found === "string") {
				return callback(Object.assign(new Error(`getaddrinfo ${found} ${hostname}`), { code: found }));
			}
			const addresses = found.map((address) => ({ address, family: net.isIP(address) }));
			if (options.all) callback(null, addresses);
			else callback(null, addresses[0].address, addresses[0].family);
		});
	};
	dns.lookup = (hostname, options, callback) =>
		typeof options === "function" ? answer(hostname, {}, options) : answer(hostname, options ?? {}, callback);
}

function patchConnections() {
	const connect = net.Socket.prototype.connect;
	net.Socket.prototype.connect = function (...args) {
		const options = Array.isArray(args[0]) ? args[0][0] : args[0];
		if (options === null || typeof options !== "object" || options.path || options.host === undefined) {
			return connect.apply(this, args);
		}
		const { host, port } = options;
		const literal = net.isIP(host);
		if (literal !== 0 && onLoopback(host)) {
			note(host, host, port);
			return connect.apply(this, args);
		}
		const guarded = options.lookup ?? dns.lookup;
		if (host !== "localhost") options.port = table.routes[`${host}:${port}`] ?? table.ports[port] ?? 1;
		if (literal !== 0) {
			note(host, host, port);
			options.host = literal === 6 ? "::1" : "127.0.0.1";
		} else {
			options.lookup = (hostname, wanted, callback) =>
				guarded(hostname, { ...wanted, all: true }, (error, addresses) => {
					if (error) return callback(error);
					for (const { address } of addresses) note(host, address, port);
					const local = addresses.map(({ address, family }) => ({
						address: onLoopback(address) ? address : family === 6 ? "::1" : "127.0.0.1",
						family,
					}));
					if (wanted.all) callback(null, local);
					else callback(null, local[0].address, local[0].family);
				});
		}
		return connect.apply(this, args);
	};
}

function patchTrust() {
	const create = tls.createSecureContext;
	// Instead of the system's authorities: adding to them would read all of them again for each connection.
	tls.createSecureContext = (options) => create({ ...options, ca: table.ca });
}

function onLoopback(host) {
	return host === "::1" || host.startsWith("127.");
}

function note(host, address, port) {
	const line = `${host} ${address} ${port}`;
	connections.push(line);
	if (process.env.WIRE_LOG) appendFileSync(process.env.WIRE_LOG, `${line}\n`);
}

if (process.env.WIRE_TABLE) install(JSON.parse(process.env.WIRE_TABLE));
