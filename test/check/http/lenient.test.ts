import net, { type AddressInfo, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { askLeniently } from "../../../src/check/http/lenient.ts";

const options = {
	lookup: () => expect.unreachable("a literal address is not looked up"),
	autoSelectFamily: true,
	autoSelectFamilyAttemptTimeout: 500,
	maxHeaderSize: 65_536,
};

/** A server that answers each request with these bytes and keeps the connection, and what it saw of it. */
async function serve(bytes: string): Promise<{ url: URL; request: Promise<string>; closed: Promise<void> }> {
	let connect: (socket: Socket) => void = () => {};
	const connected = new Promise<Socket>((resolve) => {
		connect = resolve;
	});
	const server = net.createServer((socket) => connect(socket.on("error", () => {})));
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void server.close());
	return {
		url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/a?`),
		request: connected.then(
			(socket) =>
				new Promise((resolve) =>
					socket.once("data", (data) => {
						resolve(data.toString());
						socket.write(bytes);
					}),
				),
		),
		closed: connected.then((socket) => new Promise((resolve) => socket.once("close", () => resolve()))),
	};
}

test("reads a sloppy answer, and lets the connection go with its body", async () => {
	const { url, request, closed } = await serve("HTTP/1.1 200 OK\nX Powered By: y\nContent-Length: 99\n\nhi");
	const { status, headers, body } = await askLeniently(
		url,
		{ accept: "*/*" },
		new AbortController().signal,
		options,
	);
	expect({ status, headers }).toEqual({ status: 200, headers: { "content-length": "99" } });
	expect((await request).split("\r\n").slice(0, 3)).toEqual([
		"GET /a? HTTP/1.1",
		`host: ${url.host}`,
		"accept: */*",
	]);
	body.on("error", () => {}).destroy();
	await closed;
});

test("lets the connection go when it is stopped before an answer", async () => {
	const { url, request, closed } = await serve("HTTP/1.1 200 OK\nX-Endless: ");
	const stop = new AbortController();
	const asked = askLeniently(url, {}, stop.signal, options);
	await request;
	stop.abort();
	await expect(asked).rejects.toThrow();
	await closed;
});
