import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDelivery } from "../../src/run/deliver.ts";
import * as samples from "../report/samples.ts";
import { makeFolder } from "../tree.ts";

const appearance = { page: samples.page, preExisting: false };

async function deliver(formats: readonly string[], cwd: string) {
	let printed = "";
	const print = (text: string): void => {
		printed += text;
	};
	const delivery = await openDelivery(formats, { cwd, print });
	for (const link of samples.documented.links) delivery.onLink?.(link);
	const early = printed;
	return { early, failures: await delivery.finish(samples.documented, appearance), printed };
}

const types = (text: string): unknown[] =>
	text
		.split("\n")
		.filter((line) => line !== "")
		.map((line) => JSON.parse(line).type);

const all = ["link", "link", "link", "finding", "finding", "summary"];

test("lines are written as they arrive, the rest at the end", async () => {
	const { early, printed } = await deliver(["jsonl"], makeFolder({}));
	expect(types(early)).toEqual(["link", "link", "link"]);
	expect(types(printed)).toEqual(all);
});

test("a file of lines is there before its end", async () => {
	const cwd = makeFolder({ "report.jsonl": "of yesterday\n" });
	const delivery = await openDelivery(["jsonl=report.jsonl"], { cwd, print: () => {} });
	expect(readFileSync(join(cwd, "report.jsonl"), "utf8")).toBe("");
	for (const link of samples.documented.links) delivery.onLink?.(link);
	expect(await delivery.finish(samples.documented, appearance)).toEqual([]);
	expect(types(readFileSync(join(cwd, "report.jsonl"), "utf8"))).toEqual(all);
});

test("other reports are written at the end, whole", async () => {
	const cwd = makeFolder({});
	const delivery = await openDelivery(["text", "json=out/report.json"], { cwd, print: () => {} });
	expect(delivery.onLink).toBeUndefined();
	expect(existsSync(join(cwd, "out"))).toBe(false);
	await delivery.finish(samples.documented, appearance);
	expect(JSON.parse(readFileSync(join(cwd, "out/report.json"), "utf8"))).toEqual(samples.documented);
});

test("one that cannot be written keeps back no other", async () => {
	const cwd = makeFolder({ file: "", "tree/out": "-> .." });
	const { failures, printed } = await deliver(
		["jsonl=out/a.jsonl", "json=out/b.json", "jsonl"],
		join(cwd, "tree"),
	);
	const reason = "a symbolic link on the way leads out of the working directory, or into .git";
	expect(failures).toEqual([
		`the jsonl report could not be written to out/a.jsonl: ${reason}`,
		`the json report could not be written to out/b.json: ${reason}`,
	]);
	expect(types(printed)).toEqual(all);
});

test("a disk that is full while lines arrive is told at the end", async () => {
	const { failures } = await deliver(["jsonl=/dev/full"], makeFolder({}));
	expect(failures).toEqual([
		"the jsonl report could not be written to /dev/full: ENOSPC: no space left on device, write",
	]);
});
