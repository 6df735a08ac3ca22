import http from "node:http";
import net, { type AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { openStrict } from "../../../src/check/http/strict.ts";

const options = {
	lookup: () => expect.unreachable("a literal address is not looked up"),
	autoSelectFamily: true,
	autoSelectFamilyAttemptTimeout: 500,
	maxHeaderSize: 65_536,
	timeout: 5_000,
	connections: 1,
};

/** A server that answers as many requests as given on each connection and hangs up on the next; counts requests. */
async function serve(answers: number): Promise<{ url: URL; requests: () => number }> {
	let requests = 0;
	const server = net.createServer((socket) => {
		let asked = 0;
		socket.on("error", () => {});
		socket.on("data", () => {
			requests += 1;
			asked += 1;
			if (asked > answers) socket.destroy();
			else socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void server.close());
	return {
		url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`),
		requests: () => requests,
	};
}

test("a kept connection that is closed as it is used again is not held against the site", async () => {
	const { url } = await serve(1);
	const strict = openStrict(options);
	onTestFinished(strict.close);
	const bodies: string[] = [];
	for (let i = 0; i < 6; i += 1) {
		const { body } = await strict.ask(url, {}, new AbortController().signal);
		let text = "";
		for await (const part of body) text += part;
		bodies.push(text);
	}
	expect(bodies).toEqual(Array(6).fill("hi"));
});

test("a connection that waits for no other link is closed", async () => {
	const server = http.createServer({ keepAliveTimeout: 600_000 }, (_, response) => response.end("hi"));
	const closed = new Promise((resolve) =>
		server.on("connection", (socket) => socket.once("close", () => resolve("closed"))),
	);
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void server.close());
	const strict = openStrict(options);
	onTestFinished(strict.close);
	const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
	const { body } = await strict.ask(url, {}, new AbortController().signal);
	body.resume();
	expect(await closed).toBe("closed");
});

test("a site that hangs up on a new connection is asked no second time", async () => {
	const { url, requests } = await serve(0);
	const strict = openStrict(options);
	onTestFinished(strict.close);
	await expect(strict.ask(url, {}, new AbortController().signal)).rejects.toMatchObject({
		code: "UND_ERR_SOCKET",
	});
	expect(requests()).toBe(1);
});
