import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { setAlarm } from "../../../src/check/http/alarm.ts";

/** Nothing else happens meanwhile. */
function beBusy(milliseconds: number): void {
	const end = Date.now() + milliseconds;
	while (Date.now() < end);
}

test("rings", async () => {
	await new Promise<void>((resolve) => setAlarm(1, resolve));
});

test("does not ring when it is stopped, at the last moment either", async () => {
	const rung: string[] = [];
	const stops = [1, 2, 3].map((ms) => setAlarm(ms, () => rung.push(`after ${ms} ms`)));
	stops[0]?.();
	// Timers first, then what they left for later: stopped in between.
	setTimeout(() => stops[1]?.(), 2);
	beBusy(10);
	await sleep(50);
	expect(rung).toEqual(["after 3 ms"]);
});

test("what arrived while the process was busy is heard before", async () => {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const client = connect((server.address() as AddressInfo).port, "127.0.0.1");
	const [[peer]] = await Promise.all([once(server, "connection"), once(client, "connect")]);
	const events: string[] = [];
	client.on("data", (data) => events.push(String(data)));
	const rung = new Promise<void>((resolve) => {
		setAlarm(20, () => {
			events.push("alarm");
			resolve();
		});
	});
	peer.write("answer");
	beBusy(100);
	await rung;
	expect(events).toEqual(["answer", "alarm"]);
	client.destroy();
	peer.destroy();
	server.close();
});
