import { expect, test } from "vitest";
import { mendHead } from "../../../src/check/http/mend.ts";

async function mend(...chunks: readonly string[]): Promise<string> {
	const stream = mendHead();
	for (const chunk of chunks) stream.write(Buffer.from(chunk, "latin1"));
	stream.end();
	const parts: Buffer[] = [];
	for await (const part of stream) parts.push(part as Buffer);
	return Buffer.concat(parts).toString("latin1");
}

const good = "HTTP/1.1 200 OK\r\nA: 1\r\nB: 2\r\n\r\nbody\r\n\r\nmore";

test.each([
	["a good head", good, good],
	["lines that end in LF", "HTTP/1.1 200 OK\nA: 1\nB: 2\n\nbody\r\n\r\nmore", good],
	["a space in a name", "HTTP/1.1 200 OK\r\nA: 1\r\nX Powered By: x\r\nB: 2\r\n\r\nbody\r\n\r\nmore", good],
	["a space before the colon", "HTTP/1.1 200 OK\r\nA \t: 1\r\nB: 2\r\n\r\nbody\r\n\r\nmore", good],
	["a line that is no field", "HTTP/1.1 200 OK\r\nhello\r\nA: 1\r\nB: 2\r\n\r\nbody\r\n\r\nmore", good],
	["a folded line", "HTTP/1.1 200 OK\r\nA:\r\n  1\r\nB: 2\r\n\r\nbody\r\n\r\nmore", good],
	["a line said twice", "HTTP/1.1 200 OK\r\nA: 1\r\nB: 2\r\nA: 1\r\n\r\nbody\r\n\r\nmore", good],
	["interim answers", `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nL: x\r\n\r\n${good}`, good],
	["a head without an end", "HTTP/1.1 200 OK\r\nA: 1", "HTTP/1.1 200 OK\r\nA: 1"],
	["no head at all", "<html>", "<html>"],
	["no fields", "HTTP/1.1 200\r\n\r\n", "HTTP/1.1 200\r\n\r\n"],
])("mends %s, however it is cut", async (_, bytes, expected) => {
	expect(await mend(bytes)).toBe(expected);
	expect(await mend(...bytes)).toBe(expected);
});

test("lets go of a head that does not end", async () => {
	const endless = `HTTP/1.1 200 OK\r\nA: ${"a".repeat(300_000)}`;
	expect(await mend(endless, "\r\nX Y: 1\r\n\r\n")).toBe(`${endless}\r\nX Y: 1\r\n\r\n`);
});
