import type { Host } from "../wire/internet.ts";
import { bytes, healthyPage, page } from "./answers.ts";
import type { Specimen } from "./specimen.ts";

/** Says these bytes, HTTP or nearly. */
const says = (text: string | Uint8Array, end?: "close" | "open"): Host => ({ bytes: bytes(text, end) });
const length = `Content-Length: ${Buffer.byteLength(healthyPage)}`;
const type = "Content-Type: text/html; charset=utf-8";

/** An answer with a head of one's own, lines ending in CRLF. */
const head = (...lines: readonly string[]): Host => says(`${lines.join("\r\n")}\r\n\r\n${healthyPage}`);

/** Bytes that are not quite HTTP, all of which browsers read, and some that nobody reads. */
export const sloppy: readonly Specimen[] = [
	{
		name: "bare-lf",
		site: says(`HTTP/1.1 200 OK\n${type}\n${length}\n\n${healthyPage}`),
		expected: "alive ok",
		requests: 2,
	},
	{ name: "no-reason-phrase", site: head("HTTP/1.1 200", type, length), expected: "alive ok", requests: 2 },
	{
		name: "odd-reason-phrase",
		site: head("HTTP/1.1 200 Très bien", type, length),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "space-in-header-name",
		site: head("HTTP/1.1 200 OK", "X Powered By: pride", type, length),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "space-before-colon",
		site: head("HTTP/1.1 200 OK", "X-Old : yes", type, length),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "control-character-in-header",
		site: head("HTTP/1.1 200 OK", "X-Bell: a\x07b", type, length),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "utf-8-in-header",
		site: head("HTTP/1.1 200 OK", "X-Title: 注意力", type, length),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "folded-header",
		site: head("HTTP/1.1 200 OK", "X-Long: one", " two", type, length),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "length-twice",
		site: head("HTTP/1.1 200 OK", type, length, length),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "length-and-chunked",
		site: says(
			`HTTP/1.1 200 OK\r\n${type}\r\n${length}\r\nTransfer-Encoding: chunked\r\n\r\n${Buffer.byteLength(healthyPage).toString(16)}\r\n${healthyPage}\r\n0\r\n\r\n`,
		),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "chunks-without-an-end",
		site: says(
			`HTTP/1.1 200 OK\r\n${type}\r\nTransfer-Encoding: chunked\r\n\r\n${Buffer.byteLength(healthyPage).toString(16)}\r\n${healthyPage}\r\n`,
		),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "chunks-ending-in-lf",
		site: says(
			`HTTP/1.1 200 OK\r\n${type}\r\nTransfer-Encoding: chunked\r\n\r\n${Buffer.byteLength(healthyPage).toString(16)}\n${healthyPage}\n0\n\n`,
		),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "headers-of-40-kib",
		site: head(
			"HTTP/1.1 200 OK",
			...Array.from({ length: 40 }, (_, i) => `X-Policy-${i}: ${"a".repeat(1024)}`),
			type,
			length,
		),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "header-of-40-kib",
		site: head("HTTP/1.1 200 OK", `X-Policy: ${"a".repeat(40 * 1024)}`, type, length),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "headers-of-300-kib",
		site: head(
			"HTTP/1.1 200 OK",
			...Array.from({ length: 300 }, (_, i) => `X-Policy-${i}: ${"a".repeat(1024)}`),
			type,
			length,
		),
		expected: "unsure connection",
		requests: 2,
	},
	{
		name: "http-1.0-ended-by-close",
		site: says(`HTTP/1.0 200 OK\r\n${type}\r\n\r\n${healthyPage}`),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "http-1.1-ended-by-close",
		site: says(`HTTP/1.1 200 OK\r\n${type}\r\n\r\n${healthyPage}`),
		expected: "alive ok",
		requests: 1,
	},
	{ name: "http-0.9", site: says(healthyPage), expected: "unsure connection", requests: 2 },
	{
		name: "http-version-unheard-of",
		site: head("HTTP/1.2 200 OK", type, length),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "icy-200",
		site: head("ICY 200 OK", "icy-name: radio", type),
		expected: "unsure connection",
		requests: 2,
	},
	{
		name: "status-of-four-digits",
		site: head("HTTP/1.1 2000 OK", type, length),
		expected: "unsure connection",
		requests: 2,
	},
	{
		name: "early-hints-103",
		site: says(
			`HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\nHTTP/1.1 200 OK\r\n${type}\r\n${length}\r\n\r\n${healthyPage}`,
		),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "continue-100-unasked",
		site: says(`HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n${type}\r\n${length}\r\n\r\n${healthyPage}`),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "processing-102",
		site: says(
			`HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 200 OK\r\n${type}\r\n${length}\r\n\r\n${healthyPage}`,
		),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "switching-protocols-101",
		site: says(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n`),
		expected: "unsure connection",
		requests: 4,
	},
	{
		name: "offers-an-upgrade",
		site: head("HTTP/1.1 200 OK", "Upgrade: h2,h2c", "Connection: Upgrade", type, length),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "upgrade-required-426",
		site: (_, response) => response.writeHead(426, { upgrade: "TLS/1.2", connection: "Upgrade" }).end(),
		expected: "unsure forbidden",
		requests: 1,
	},
	{
		name: "http-2-only",
		site: says(Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0])),
		expected: "unsure connection",
		requests: 2,
	},
	{
		name: "endless-headers",
		site: {
			bytes: (socket) =>
				void socket.once("data", () => {
					socket.write("HTTP/1.1 200 OK\r\n");
					const timer = setInterval(() => socket.write(`X-More: ${"a".repeat(1000)}\r\n`), 50);
					socket.on("close", () => clearInterval(timer));
				}),
		},
		expected: "unsure timeout",
		requests: 2,
	},
	{
		name: "says-nothing-and-closes",
		site: { bytes: (socket) => void socket.once("data", () => socket.end()) },
		expected: "unsure connection",
		requests: 3,
	},
	{
		name: "ssh-on-port-80",
		url: "http://ssh-on-port-80.zoo.test/",
		site: { bytes: (socket) => void socket.end("SSH-2.0-OpenSSH_9.6\r\n") },
		expected: "unsure connection",
		requests: 3,
	},
	{
		name: "cut-off-in-the-headers",
		site: says("HTTP/1.1 200 OK\r\nContent-Ty"),
		expected: "unsure connection",
		requests: 3,
	},
	{
		name: "garbage-after-the-body",
		site: says(`HTTP/1.1 200 OK\r\n${type}\r\n${length}\r\n\r\n${healthyPage}garbage`),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "body-with-204",
		site: says(`HTTP/1.1 204 No Content\r\n${type}\r\n\r\n${healthyPage}`),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "page-with-odd-status-299",
		site: page("Attention", "<h1>Attention</h1>", 299),
		expected: "alive ok",
		requests: 1,
	},
];
