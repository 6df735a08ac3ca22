import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import type { Site } from "../wire/internet.ts";
import { answer, article, HTML, healthy, healthyPage, html, inTurn } from "./answers.ts";
import type { Specimen } from "./specimen.ts";

/** The page in an encoding, with the bytes given. */
function encoded(encoding: string, body: Uint8Array): Site {
	return (_, response) =>
		response.writeHead(200, { "content-type": HTML, "content-encoding": encoding }).end(body);
}

/** Writes the same again and again until the reader has had enough. */
function endless(headers: Record<string, string>, first: string, more: string | Uint8Array): Site {
	return (_, response) => {
		response.writeHead(200, headers).write(first);
		const pour = (): void => {
			while (!response.destroyed && response.write(more));
		};
		response.on("drain", pour);
		pour();
	};
}

/** One piece now, one with each tick, until the reader leaves. */
function dripping(first: string): Site {
	return (_, response) => {
		response.writeHead(200, { "content-type": HTML }).write(first);
		const timer = setInterval(() => response.write("<p>more</p>"), 100);
		response.on("close", () => clearInterval(timer));
	};
}

const longPage = html("Attention: the papers", article.repeat(20));

/** What comes after the headers, or does not. */
export const bodies: readonly Specimen[] = [
	{ name: "gzip", site: encoded("gzip", gzipSync(healthyPage)), expected: "alive ok", requests: 1 },
	{ name: "x-gzip", site: encoded("x-gzip", gzipSync(healthyPage)), expected: "alive ok", requests: 1 },
	{ name: "brotli", site: encoded("br", brotliCompressSync(healthyPage)), expected: "alive ok", requests: 1 },
	{ name: "deflate", site: encoded("deflate", deflateSync(healthyPage)), expected: "alive ok", requests: 1 },
	{
		name: "deflate-bare",
		site: encoded("deflate", deflateRawSync(healthyPage)),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "encoding-in-capitals",
		site: encoded("GZIP", gzipSync(healthyPage)),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "encoding-is-a-lie",
		site: encoded("gzip", Buffer.from(healthyPage)),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "encoding-unasked",
		site: encoded("compress", Buffer.from(healthyPage)),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "encoding-twice",
		site: encoded("gzip, gzip", gzipSync(gzipSync(healthyPage))),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "gzip-cut-off",
		site: encoded("gzip", gzipSync(longPage).subarray(0, 400)),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "gzip-with-bytes-after",
		site: encoded("gzip", Buffer.concat([gzipSync(healthyPage), Buffer.from("trailing")])),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "gzip-bomb",
		site: encoded("gzip", gzipSync(healthyPage + " ".repeat(64 * 1024 * 1024))),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "length-longer-than-body",
		site: (_, response) => {
			response.writeHead(200, { "content-type": HTML, "content-length": "100000" }).write(healthyPage);
			setImmediate(() => response.destroy());
		},
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "cut-off-in-a-chunk",
		site: (_, response) => {
			response.writeHead(200, { "content-type": HTML }).write(healthyPage);
			setImmediate(() => response.destroy());
		},
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "cut-off-before-the-body",
		site: (_, response) => {
			response.writeHead(200, { "content-type": HTML, "content-length": "100000" }).flushHeaders();
			setTimeout(() => response.destroy(), 50);
		},
		expected: "unsure connection",
		requests: 3,
	},
	{
		name: "cut-off-before-the-body-once",
		site: inTurn((_, response) => {
			response.writeHead(200, { "content-type": HTML, "content-length": "100000" }).flushHeaders();
			setTimeout(() => response.destroy(), 50);
		}, healthy),
		expected: "alive ok",
		requests: 2,
	},
	{
		name: "headers-without-the-body",
		site: (_, response) => response.writeHead(200, { "content-type": HTML }).flushHeaders(),
		expected: "unsure timeout",
		requests: 2,
	},
	{ name: "dripping", site: dripping(healthyPage), expected: "alive ok", requests: 1 },
	{
		name: "dripping-not-found",
		site: (_, response) => {
			response.writeHead(404, { "content-type": HTML }).write("<h1>");
			const timer = setInterval(() => response.write("."), 100);
			response.on("close", () => clearInterval(timer));
		},
		expected: "dead not-found",
		requests: 1,
	},
	{
		name: "endless-page",
		site: endless({ "content-type": HTML }, healthyPage, "<p>attention</p>".repeat(1000)),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "endless-download",
		site: endless({ "content-type": "application/octet-stream" }, "\0", Buffer.alloc(65_536)),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "endless-video",
		site: endless({ "content-type": "video/mp4" }, "\0\0\0\x18ftypmp42", Buffer.alloc(65_536)),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "endless-gzip",
		site: endless(
			{ "content-type": HTML, "content-encoding": "gzip" },
			"",
			gzipSync("<p>attention</p>".repeat(10_000)),
		),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "event-stream",
		site: (_, response) =>
			response.writeHead(200, { "content-type": "text/event-stream" }).write("data: 1\n\n"),
		expected: "alive ok",
		requests: 1,
	},
	{ name: "empty-200", site: answer(200), expected: "unsure connection", requests: 1 },
	{
		name: "no-content-204",
		site: (_, response) => response.writeHead(204).end(),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "reset-content-205",
		site: (_, response) => response.writeHead(205).end(),
		expected: "alive ok",
		requests: 1,
	},
	{ name: "accepted-202", site: answer(202, healthyPage), expected: "alive ok", requests: 1 },
	{ name: "non-authoritative-203", site: answer(203, healthyPage), expected: "alive ok", requests: 1 },
	{
		name: "partial-206",
		site: answer(206, healthyPage, { "content-range": "bytes 0-99/*" }),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "json",
		site: answer(200, '{"title":"Attention"}', { "content-type": "application/json" }),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "plain-text",
		site: answer(200, "Attention is all you need.\n", { "content-type": "text/plain" }),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "without-content-type",
		site: (_, response) => response.writeHead(200).end(healthyPage),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "charset-gb18030",
		site: (_, response) =>
			response.writeHead(200, { "content-type": "text/html; charset=gb18030" }).end(
				Buffer.concat([
					Buffer.from("<html><head><title>Attention "),
					// 论文: papers.
					Buffer.from([0xc2, 0xdb, 0xce, 0xc4]),
					Buffer.from(`</title></head><body>${article}</body></html>`),
				]),
			),
		expected: "alive ok",
		requests: 1,
	},
	{
		name: "charset-unheard-of",
		site: answer(200, healthyPage, { "content-type": "text/html; charset=klingon" }),
		expected: "alive ok",
		requests: 1,
	},
];
