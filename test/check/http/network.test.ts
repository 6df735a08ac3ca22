import { expect, test } from "vitest";
import { Network } from "../../../src/check/http/network.ts";
import type { FailureCode } from "../../../src/model.ts";
import { failure, request, type Saying, Stub } from "./stub.ts";

const signal = new AbortController().signal;
const canaries = ["https://example.com/", "https://github.com/"];

/** A network where links and canaries answer as told. */
function world(link: Saying, canary: Saying) {
	const stub = new Stub(({ url }) => (canaries.includes(url) ? canary : link));
	const network = new Network(stub.fetch, 5_000);
	const fetch = network.listen(stub.fetch);
	const ask = (host: number) => fetch(request(`https://host${host}.test/`));
	const probes = () => stub.urls.filter((url) => canaries.includes(url)).length;
	return { network, stub, ask, probes };
}

test("without links there is nothing to doubt", async () => {
	const { network, probes } = world({}, failure("timeout"));
	expect([await network.online(signal), probes()]).toEqual([true, 0]);
});

test.each<[string, Saying]>([
	["a good page", { status: 200 }],
	["a missing page", { status: 404 }],
	["a broken server", { status: 500 }],
	["an answer that breaks off", { status: 200, ...failure("reset") }],
	["a bad certificate", failure("tls-expired")],
	["a certificate for another host", failure("tls-wrong-host")],
	["an answer that is no HTTP", failure("unreadable-answer")],
	["a private address", failure("private-address")],
])("%s does not put the network in doubt", async (_, saying) => {
	const { network, ask, probes } = world(saying, failure("timeout"));
	await ask(1);
	expect([await network.online(signal), probes()]).toEqual([true, 0]);
});

test.each<FailureCode>([
	"no-such-host",
	"lookup-failed",
	"refused",
	"unreachable",
	"reset",
	"timeout",
	"tls-handshake",
	"tls-self-signed",
])("when all there is is %s, the canaries decide", async (code) => {
	for (const [canary, online] of [
		[{ status: 200 }, true],
		[{ status: 503 }, true],
		[failure(code), false],
	] as const) {
		const { network, ask, probes } = world(failure(code), canary);
		await ask(1);
		expect([await network.online(signal), probes()]).toEqual([online, 2]);
	}
});

test("one answer among failures is a network", async () => {
	const { network, stub, probes } = world(failure("timeout"), failure("timeout"));
	const fetch = network.listen(async (asked) =>
		asked.url.includes("alive") ? new Stub(() => ({ status: 200 })).fetch(asked) : stub.fetch(asked),
	);
	await fetch(request("https://dead.test/"));
	await fetch(request("https://alive.test/"));
	expect([await network.online(signal), probes()]).toEqual([true, 0]);
});

test("after twelve silent hosts without a network nobody is asked any more", async () => {
	const { network, stub, ask, probes } = world(failure("no-such-host"), failure("no-such-host"));
	for (let host = 1; host <= 12; host += 1) await ask(host);
	expect(probes()).toBe(0);
	await expect(ask(13)).rejects.toMatchObject({ ending: "no-network" });
	await expect(ask(14)).rejects.toMatchObject({ ending: "no-network" });
	expect(await network.online(signal)).toBe(false);
	expect([stub.asked.length, probes()]).toEqual([14, 2]);
});

test("one silent host with many links is one silent host", async () => {
	const { ask, probes } = world(failure("timeout"), failure("timeout"));
	for (let link = 0; link < 20; link += 1) await ask(1);
	expect(probes()).toBe(0);
});

test("twelve silent hosts with a network are only that", async () => {
	const { ask, network, probes } = world(failure("no-such-host"), { status: 200 });
	for (let host = 1; host <= 20; host += 1) await ask(host);
	expect([await network.online(signal), probes()]).toEqual([true, 2]);
});

test("one canary is enough", async () => {
	const stub = new Stub(({ url }) => (url === canaries[1] ? { status: 200 } : failure("refused")));
	const network = new Network(stub.fetch, 5_000);
	await network.listen(stub.fetch)(request("https://a.test/"));
	expect(await network.online(signal)).toBe(true);
});
