import http from "node:http";
import net, { type AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { openStrict, type StrictAsker } from "../../../src/check/http/strict.ts";

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
	return { url: await listen(server), requests: () => requests };
}

async function listen(server: net.Server): Promise<URL> {
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void server.close());
	return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

async function bodyAt(strict: StrictAsker, url: URL): Promise<string> {
	const { body } = await strict.ask(url, {}, new AbortController().signal);
	let text = "";
	for await (const part of body) text += part;
	return text;
}

test("a kept connection that is closed as it is used again is not held against the site", async () => {
	const { url } = await serve(1);
	const strict = openStrict(options);
	onTestFinished(strict.close);
	const bodies: string[] = [];
	for (let i = 0; i < 6; i += 1) bodies.push(await bodyAt(strict, url));
	expect(bodies).toEqual(Array(6).fill("hi"));
});

test("a connection that was closed is replaced, not joined by another", async () => {
	let open = 0;
	let most = 0;
	let dropped = false;
	let hold: (response: http.ServerResponse) => void;
	const held = new Promise<http.ServerResponse>((resolve) => {
		hold = resolve;
	});
	const server = http.createServer((request, response) => {
		if (request.url !== "/dropped") response.end("hi");
		else if (dropped) hold(response);
		else {
			dropped = true;
			request.socket.destroy();
		}
	});
	server.on("connection", (socket) => {
		open += 1;
		most = Math.max(most, open);
		socket.on("close", () => {
			open -= 1;
		});
	});
	const url = await listen(server);
	const strict = openStrict({ ...options, connections: 2 });
	onTestFinished(strict.close);
	await Promise.all([bodyAt(strict, url), bodyAt(strict, url)]);
	const again = bodyAt(strict, new URL("/dropped", url));
	const response = await held;
	await bodyAt(strict, url);
	response.end("hi");
	expect([await again, most]).toEqual(["hi", 2]);
});

test("a connection that waits for no other link is closed", async () => {
	const server = http.createServer({ keepAliveTimeout: 600_000 }, (_, response) => response.end("hi"));
	const closed = new Promise((resolve) =>
		server.on("connection", (socket) => socket.once("close", () => resolve("closed"))),
	);
	const url = await listen(server);
	const strict = openStrict(options);
	onTestFinished(strict.close);
	await bodyAt(strict, url);
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

test("a request waits for a connection, and has one when a body is not read to its end", async () => {
	let requests = 0;
	const server = http.createServer((_, response) => {
		requests += 1;
		response.write("the start of something long");
	});
	const url = await listen(server);
	onTestFinished(() => server.closeAllConnections());
	const strict = openStrict({ ...options, connections: 2 });
	onTestFinished(strict.close);
	const ask = () => strict.ask(url, {}, new AbortController().signal);
	const [{ body }] = await Promise.all([ask(), ask()]);
	const third = ask();
	await new Promise(setImmediate);
	expect(requests).toBe(2);
	body.on("error", () => {});
	body.destroy();
	expect((await third).status).toBe(200);
});

test("a request that fails gives its connection back", async () => {
	const { url } = await serve(0);
	const strict = openStrict(options);
	onTestFinished(strict.close);
	const outcomes = await Promise.allSettled(
		Array.from({ length: 3 }, () => strict.ask(url, {}, new AbortController().signal)),
	);
	expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
});
