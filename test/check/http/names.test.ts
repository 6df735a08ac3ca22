import dns from "node:dns";
import { afterEach, expect, test, vi } from "vitest";
import { resolveNames } from "../../../src/check/http/names.ts";

afterEach(() => vi.restoreAllMocks());

/** Answers look-ups in order; a string is the code of an error. The last one stays. */
function answers(...script: ReadonlyArray<string | readonly string[]>) {
	let asked = 0;
	return vi.spyOn(dns, "lookup").mockImplementation(((
		hostname: string,
		_: dns.LookupAllOptions,
		callback: (error: Error | null, addresses: readonly dns.LookupAddress[]) => void,
	) => {
		const answer = script[Math.min(asked, script.length - 1)] ?? [];
		asked += 1;
		setImmediate(() => {
			if (typeof answer === "string") callback(Object.assign(new Error(hostname), { code: answer }), []);
			else
				callback(
					null,
					answer.map((address) => ({ address, family: 4 })),
				);
		});
	}) as unknown as typeof dns.lookup);
}

test("asks for a name once, however many want it", async () => {
	const lookup = answers(["93.184.216.34"]);
	const resolve = resolveNames();
	const all = await Promise.all([resolve("a.test"), resolve("a.test"), resolve("a.test")]);
	expect(new Set(all).size).toBe(1);
	expect(await resolve("a.test")).toEqual([{ address: "93.184.216.34", family: 4 }]);
	expect(lookup).toHaveBeenCalledTimes(1);
});

test("keeps names apart", async () => {
	const lookup = answers(["93.184.216.34"], ["93.184.216.35"]);
	const resolve = resolveNames();
	expect(await resolve("a.test")).not.toEqual(await resolve("b.test"));
	expect(lookup).toHaveBeenCalledTimes(2);
});

test("asks a second time for a name that failed, and not a third time", async () => {
	const lookup = answers("ENOTFOUND");
	const resolve = resolveNames();
	for (let times = 0; times < 4; times += 1) {
		await expect(resolve("a.test")).rejects.toMatchObject({ code: "ENOTFOUND" });
	}
	expect(lookup).toHaveBeenCalledTimes(2);
});

test("a name that is found at the second try stays found", async () => {
	const lookup = answers("EAI_AGAIN", ["93.184.216.34"]);
	const resolve = resolveNames();
	await expect(resolve("a.test")).rejects.toMatchObject({ code: "EAI_AGAIN" });
	await resolve("a.test");
	expect(await resolve("a.test")).toHaveLength(1);
	expect(lookup).toHaveBeenCalledTimes(2);
});
